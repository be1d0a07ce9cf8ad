import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Cause, CreditPart, CreditUnit } from "../schema.ts";
import { voidHold } from "./void-hold.ts";

/** A hold that nobody has ended yet. */
export interface OpenHold {
  id: string;
  unit: CreditUnit;
  currency: string | null;
  /** What is set aside: the sum of the parts. */
  covered: number;
  parts: CreditPart[];
  /** Its time is over: its credits count as free, though settling it still takes what is there. */
  isOver: boolean;
}

/** The holds of a cause that were neither settled nor voided nor swept up, the oldest first. */
export async function holdsOf(sql: Sql, ctx: Context, { type, id }: Pick<Cause, "type" | "id">): Promise<OpenHold[]> {
  return sql.query<OpenHold>(
    `SELECT h.id, h.unit, h.currency, h.expires_at <= $4::timestamptz AS "isOver", coalesce(p.covered, 0)::bigint AS covered, coalesce(p.parts, '[]') AS parts
     FROM credit_holds h CROSS JOIN LATERAL (
       SELECT sum(quantity) AS covered, jsonb_agg(jsonb_build_object('lotId', lot_id, 'quantity', quantity) ORDER BY position) AS parts
       FROM credit_hold_parts WHERE hold_id = h.id) p
     WHERE h.organization_id = $1::uuid AND h.cause_type = $2 AND h.cause_id = $3
       AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = h.id)
     ORDER BY h.id`,
    [ctx.organizationId, type, id, timestamp(ctx.clock.now())],
  );
}

/** Frees all that is held for a cause. Again: nothing to do. */
export async function voidHoldsOf(tx: Sql, ctx: Context, cause: Pick<Cause, "type" | "id">): Promise<void> {
  for (const { id } of await holdsOf(tx, ctx, cause)) await voidHold(tx, ctx, { holdId: id });
}
