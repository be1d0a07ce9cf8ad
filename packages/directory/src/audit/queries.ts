import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { formatInstant } from "@working-social/kernel";
import { authorize } from "../authorize.ts";
import { readCursor } from "../cursor.ts";
import type { AuditPage, ListAuditInput } from "../schema.ts";

const PAGE_SIZE = 50;

interface AuditRow {
  id: string;
  at: number;
  actor_name: string;
  action: string;
  subject_type: string;
  subject_id: string;
  reason: string | null;
}

/** The trail, newest first; of one subject when `subjectId` is set. Needs seeAudit. */
export async function listAudit(ctx: Context, input: ListAuditInput): Promise<AuditPage> {
  authorize(ctx, "seeAudit");
  const rows = await read(ctx).query<AuditRow>(
    `SELECT e.id, e.at, coalesce(p.name, e.data ->> 'name', e.data ->> 'source', e.actor_kind) AS actor_name,
       e.action, e.subject_type, e.subject_id, e.reason
     FROM audit_events e LEFT JOIN people p ON p.id = e.actor_person_id
     WHERE e.organization_id = $1 AND ($2::uuid IS NULL OR e.subject_id = $2)
       AND ($3::uuid IS NULL OR (e.at, e.id) < (SELECT last.at, last.id FROM audit_events last WHERE last.id = $3))
     ORDER BY e.at DESC, e.id DESC LIMIT $4`,
    [ctx.organizationId, input.subjectId, readCursor(input.cursor), PAGE_SIZE + 1],
  );
  const page = rows.slice(0, PAGE_SIZE);
  return {
    entries: page.map((row) => ({
      id: row.id,
      at: formatInstant(row.at),
      actorName: row.actor_name,
      action: row.action,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      reason: row.reason,
    })),
    nextCursor: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  };
}
