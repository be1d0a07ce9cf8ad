import type { Scope } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import type { Sql } from "./sql.ts";
import { timestamp } from "./sql.ts";

export interface AuditEntry {
  /** noun.verb: booking.create */
  action: string;
  subjectType: string;
  subjectId: string;
  reason?: string | null;
  /** What changed, small enough to read; never a secret. */
  data?: Record<string, unknown>;
}

/** Writes who did what, in the same transaction as the change itself. */
export async function recordAudit(tx: Sql, scope: Scope, entry: AuditEntry): Promise<void> {
  const { actor } = scope;
  await tx.query(
    `INSERT INTO audit_events (id, organization_id, at, actor_kind, actor_person_id, action, subject_type, subject_id, reason, data)
     VALUES ($1::uuid, $2::uuid, $3::timestamptz, $4, $5::uuid, $6, $7, $8::uuid, $9, $10::jsonb)`,
    [
      newId(),
      scope.organizationId,
      timestamp(scope.clock.now()),
      actor.kind,
      actor.kind === "person" ? actor.personId : null,
      entry.action,
      entry.subjectType,
      entry.subjectId,
      entry.reason ?? null,
      JSON.stringify({ ...(actor.kind === "person" ? {} : actor), ...entry.data }),
    ],
  );
}
