import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { CauseType, EpochMs } from "@working-social/kernel";
import { notFound } from "@working-social/kernel";
import type { Cause, CreditPart, CreditResource, CreditUnit } from "../schema.ts";

export type HoldOutcome = "posted" | "voided" | "expired";

/** A hold as it was made, and how it ended if it has. */
export interface HeldCredits {
  id: string;
  personId: string;
  unit: CreditUnit;
  currency: string | null;
  at: EpochMs;
  resource: CreditResource | undefined;
  mayOverdraw: boolean;
  cause: Cause;
  parts: CreditPart[];
}

interface HoldRow {
  person_id: string;
  unit: CreditUnit;
  currency: string | null;
  used_at: number;
  resource_id: string | null;
  resource_kind: string | null;
  location_id: string | null;
  may_overdraw: boolean;
  cause_type: CauseType;
  cause_id: string;
  cause_label: string;
  parts: CreditPart[];
}

/** Throws not_found for an unknown or foreign hold. */
export async function loadHold(tx: Sql, ctx: Context, id: string): Promise<HeldCredits> {
  const [row] = await tx.query<HoldRow>(
    `SELECT h.person_id, h.unit, h.currency, h.used_at, h.resource_id, h.resource_kind, h.location_id, h.may_overdraw, h.cause_type, h.cause_id,
       h.cause_label, coalesce((SELECT jsonb_agg(jsonb_build_object('lotId', p.lot_id, 'quantity', p.quantity) ORDER BY p.position)
         FROM credit_hold_parts p WHERE p.hold_id = h.id), '[]') AS parts
     FROM credit_holds h WHERE h.organization_id = $1::uuid AND h.id = $2::uuid`,
    [ctx.organizationId, id],
  );
  if (!row) throw notFound("hold");
  const { resource_id, resource_kind, location_id } = row;
  return {
    id,
    personId: row.person_id,
    unit: row.unit,
    currency: row.currency,
    at: row.used_at,
    mayOverdraw: row.may_overdraw,
    parts: row.parts,
    resource:
      resource_id && resource_kind && location_id
        ? { id: resource_id, kind: resource_kind, locationId: location_id }
        : undefined,
    cause: { type: row.cause_type, id: row.cause_id, label: row.cause_label },
  };
}

/** Ends the hold and frees what it held. Returns how it had ended before, or null when this was the end. */
export async function resolveHold(
  tx: Sql,
  ctx: Context,
  holdId: string,
  outcome: HoldOutcome,
): Promise<HoldOutcome | null> {
  const inserted = await tx.query(
    `INSERT INTO credit_hold_resolutions (organization_id, hold_id, outcome, resolved_at) VALUES ($1::uuid, $2::uuid, $3::credit_hold_outcome, $4::timestamptz)
     ON CONFLICT DO NOTHING RETURNING hold_id`,
    [ctx.organizationId, holdId, outcome, timestamp(ctx.clock.now())],
  );
  if (inserted.length > 0) return null;
  const [row] = await tx.query<{ outcome: HoldOutcome }>(
    "SELECT outcome FROM credit_hold_resolutions WHERE hold_id = $1::uuid",
    [holdId],
  );
  return row?.outcome ?? null;
}
