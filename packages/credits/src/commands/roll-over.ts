import type { Context, Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import { ownerId, ownerIds } from "../rules/owner-ids.ts";
import { allowanceKey, rolloverParts } from "../rules/plan-credits.ts";
import type { CreditScope, CreditUnit } from "../schema.ts";
import { insertEntries, insertTransfer, transferParts, sumOf } from "../steps/write-transfer.ts";
import { insertLot } from "./grant-credits.ts";
import type { OwnerPeriod } from "./open-period.ts";

interface LeftRow {
  id: string;
  unit: CreditUnit;
  currency: string | null;
  resource_ids: string[];
  resource_kinds: CreditScope["resourceKinds"];
  location_ids: string[];
  /** Never null: a lot that came with a plan names it (credit_lots_of_a_plan). */
  plan_id: string;
  rollover_cap: number;
  left: number;
}

/**
 * Carries what is left of the plan's earlier credits into the period, for each unit and scope up to the cap they came
 * with, what was carried before included. What ends some hours later, by the clock of an earlier location, is carried too. Credits in a hold stay where they are. Returns how much, over all units.
 */
export async function rollOver(tx: Sql, ctx: Context, opening: OwnerPeriod): Promise<number> {
  if (opening.planId === null) return 0;
  const rows = await tx.query<LeftRow>(
    `SELECT l.id, l.unit, l.currency, l.resource_ids, l.resource_kinds, l.location_ids, l.plan_id, l.rollover_cap, b.balance - b.held AS left
     FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
     WHERE b.organization_id = $1::uuid AND b.is_alive AND b.owner_id = $2::uuid AND l.source IN ('plan', 'rollover')
       AND l.rollover_cap > 0 AND l.expires_at < $3::timestamptz + interval '48 hours' AND b.balance > b.held
     ORDER BY l.id FOR UPDATE OF b`,
    [ctx.organizationId, ownerId(opening.owner), timestamp(opening.period.start)],
  );
  let rolledOver = 0;
  for (const [key, lots] of Map.groupBy(rows, (row) => allowanceKey({ ...row, scope: scopeOf(row) }))) {
    rolledOver += await carry(tx, ctx, opening, key, lots);
  }
  return rolledOver;
}

function scopeOf(row: LeftRow): CreditScope {
  return { resourceIds: row.resource_ids, resourceKinds: row.resource_kinds, locationIds: row.location_ids };
}

async function carry(
  tx: Sql,
  ctx: Context,
  opening: OwnerPeriod,
  key: string,
  lots: readonly LeftRow[],
): Promise<number> {
  const newest = lots.at(-1);
  if (!newest) return 0;
  const { owner, period, name } = opening;
  const { unit, currency, rollover_cap: rolloverCap, plan_id: planId } = newest;
  const parts = rolloverParts(lots, rolloverCap);
  const transferId = await insertTransfer(tx, ctx, {
    kind: "rollover",
    unit,
    currency,
    requested: sumOf(parts),
    personId: ownerIds(owner).personId,
    cause: { type: "plan", id: planId, label: name },
    idempotencyKey: `rollover:${ownerId(owner)}:${name}:${key}`,
  });
  if (transferId === null) return 0;
  const lotId = await insertLot(tx, ctx, {
    owner,
    unit,
    currency,
    source: "rollover",
    label: name,
    startsAt: period.start,
    expiresAt: period.end,
    scope: scopeOf(newest),
    planId,
    rolloverCap,
  });
  await insertEntries(tx, ctx, transferId, transferParts(parts, lotId));
  return sumOf(parts);
}
