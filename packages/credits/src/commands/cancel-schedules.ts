import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { lockOwners } from "../steps/owner.ts";
import type { Cause, CreditUnit } from "../schema.ts";

/** What was still promised, as it was scheduled. */
export interface CancelledSchedule {
  unit: CreditUnit;
  quantity: number;
  priceMinor: number | null;
  priceCurrency: string | null;
}

/**
 * Cancels what is scheduled for a cause and not yet taken, and answers what that was, in the order in which it was made.
 * Again: nothing. Whoever settles at the same moment comes first or finds nothing: the wallets are locked before.
 */
export async function cancelSchedules(
  tx: Sql,
  ctx: Context,
  { type, id }: Pick<Cause, "type" | "id">,
): Promise<CancelledSchedule[]> {
  const people = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT person_id FROM credit_schedules
     WHERE organization_id = $1::uuid AND cause_type = $2 AND cause_id = $3 AND outcome IS NULL`,
    [ctx.organizationId, type, id],
  );
  if (people.length === 0) return [];
  await lockOwners(
    tx,
    ctx,
    [],
    people.map((row) => row.person_id),
  );
  const rows = await tx.query<CancelledSchedule & { id: string }>(
    `UPDATE credit_schedules SET outcome = 'cancelled', resolved_at = $4::timestamptz
     WHERE organization_id = $1::uuid AND cause_type = $2 AND cause_id = $3 AND outcome IS NULL
     RETURNING id, unit, quantity, price_minor AS "priceMinor", price_currency AS "priceCurrency"`,
    [ctx.organizationId, type, id, timestamp(ctx.clock.now())],
  );
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id: _, ...schedule }) => schedule);
}
