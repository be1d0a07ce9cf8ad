import type { Context, Sql } from "@working-social/db";
import type { CreditOwner, CreditUnit } from "@working-social/credits";
import { allocate, consumeCredits, loadWallet } from "@working-social/credits";
import { newId } from "@working-social/kernel";
import { openAmount } from "../rules.ts";
import { adjustCharge } from "./adjust-charge.ts";

interface UnpaidRow {
  id: string;
  person_id: string;
  cause_type: string;
  cause_id: string;
  cause_label: string;
  amount_minor: number;
  unit: CreditUnit;
  quantity: number;
  used_at: number;
  resource_id: string | null;
  resource_kind: string | null;
  location_id: string | null;
  open_quantity: number;
}

/**
 * Credits that arrive late pay what was used before, the oldest usage first, as far as they are valid for it: the charge
 * gets smaller by the same part. Call it in the transaction in which credits came. Returns how much was settled.
 */
export async function settleUnpaidUsage(
  tx: Sql,
  ctx: Context,
  owner: CreditOwner,
): Promise<{ quantity: number; amountMinor: number }> {
  const rows = await unpaidUsage(tx, ctx, owner);
  let [quantity, amountMinor] = [0, 0];
  for (const row of rows) {
    const settled = await settleLine(tx, ctx, row);
    quantity += settled.quantity;
    amountMinor += settled.amountMinor;
  }
  return { quantity, amountMinor };
}

/** One arrival of credits after another, so that each sees what the one before has settled. */
async function unpaidUsage(tx: Sql, ctx: Context, owner: CreditOwner): Promise<UnpaidRow[]> {
  const [personId, teamId] = "personId" in owner ? [owner.personId, null] : [null, owner.teamId];
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`unpaid usage ${ctx.organizationId}`]);
  return tx.query<UnpaidRow>(
    `SELECT l.id, c.person_id, c.cause_type, c.cause_id, c.cause_label, l.amount_minor, l.unit, l.quantity, l.used_at, l.resource_id, l.resource_kind,
       l.location_id, l.quantity - a.taken AS open_quantity
     FROM charge_lines l JOIN charges c ON c.id = l.charge_id JOIN people p ON p.id = c.person_id
     CROSS JOIN LATERAL (SELECT coalesce(sum(quantity), 0)::bigint AS taken FROM charge_adjustments WHERE line_id = l.id) a
     WHERE c.organization_id = $1::uuid AND (c.person_id = $2::uuid OR p.team_id = $3::uuid) AND l.unit IS NOT NULL AND l.unit <> 'money'
       AND l.quantity > a.taken
     ORDER BY l.used_at, c.created_at, l.id`,
    [ctx.organizationId, personId, teamId],
  );
}

async function settleLine(tx: Sql, ctx: Context, row: UnpaidRow): Promise<{ quantity: number; amountMinor: number }> {
  const { resource_id, resource_kind, location_id, open_quantity: open } = row;
  const usage = {
    unit: row.unit,
    quantity: open,
    at: row.used_at,
    resource:
      resource_id && resource_kind && location_id
        ? { id: resource_id, kind: resource_kind, locationId: location_id }
        : undefined,
  };
  const { lots } = await loadWallet(tx, ctx, { personId: row.person_id, units: [row.unit] });
  if (allocate(lots, usage).covered === 0) return { quantity: 0, amountMinor: 0 };
  const cause = { type: row.cause_type, id: row.cause_id, label: row.cause_label };
  const taken = await consumeCredits(tx, ctx, {
    ...usage,
    personId: row.person_id,
    cause,
    idempotencyKey: `late:${newId()}`,
  });
  if (taken.covered === 0 || taken.transferId === null) return { quantity: 0, amountMinor: 0 };
  const amountMinor =
    openAmount(row.amount_minor, row.quantity, open - taken.covered) - openAmount(row.amount_minor, row.quantity, open);
  await adjustCharge(tx, ctx, {
    lineId: row.id,
    amountMinor,
    quantity: taken.covered,
    reason: "covered_late",
    creditTransferId: taken.transferId,
    idempotencyKey: `late:${taken.transferId}`,
  });
  return { quantity: taken.covered, amountMinor: -amountMinor };
}
