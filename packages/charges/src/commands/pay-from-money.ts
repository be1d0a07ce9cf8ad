import type { LotView } from "@working-social/credits";
import { allocate, consumeCredits, loadWallet, lockOwners } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { newId } from "@working-social/kernel";
import type { CauseType, TaxCategory } from "@working-social/kernel";
import { soldOf } from "../lines/rules.ts";
import { adjustCharge } from "./adjust-charge.ts";

interface OpenRow {
  id: string;
  cause_type: CauseType;
  cause_id: string;
  cause_label: string;
  currency: string;
  open_minor: number;
  at: number;
  resource_id: string | null;
  resource_kind: string | null;
  location_id: string | null;
  tax_category: TaxCategory;
  tax_basis_points: number;
}

/**
 * Credits of money pay what the people owe, the oldest charge first: credits of the same currency that are valid when the
 * usage happens and good for it. What buys credits (a pack) is not paid with credits, nor what an invoice has. Call it in the transaction in which
 * money credits or charges came, after other credits have had their turn. Returns how much was paid.
 */
export async function payFromMoney(tx: Sql, ctx: Context, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0;
  await lockOwners(tx, ctx, [], personIds);
  let paidMinor = 0;
  for (const personId of await peopleWithMoney(tx, ctx, personIds)) paidMinor += await payOf(tx, ctx, personId);
  return paidMinor;
}

/** Most people never have any: one look at an index of lots that are not empty. */
async function peopleWithMoney(tx: Sql, ctx: Context, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT p.id FROM people p WHERE p.organization_id = $1::uuid AND p.id = ANY($2::uuid[]) AND EXISTS (
       SELECT FROM credit_balances b JOIN credit_lots l ON l.id = b.lot_id
       WHERE b.organization_id = $1::uuid AND b.is_alive AND b.owner_id IN (p.id, p.team_id) AND l.unit = 'money' AND b.balance > 0)
     ORDER BY p.id`,
    [ctx.organizationId, personIds],
  );
  return rows.map((row) => row.id);
}

async function payOf(tx: Sql, ctx: Context, personId: string): Promise<number> {
  let lots = await moneyOf(tx, ctx, personId);
  let paidMinor = 0;
  for (const row of await openLines(tx, ctx, personId)) {
    const paid = await payLine(tx, ctx, personId, row, lots);
    if (paid === 0) continue;
    paidMinor += paid;
    lots = await moneyOf(tx, ctx, personId);
  }
  return paidMinor;
}

async function moneyOf(tx: Sql, ctx: Context, personId: string): Promise<LotView[]> {
  return (await loadWallet(tx, ctx, { personId, units: ["money"] })).lots;
}

function openLines(tx: Sql, ctx: Context, personId: string): Promise<OpenRow[]> {
  return tx.query<OpenRow>(
    `SELECT l.id, c.cause_type, c.cause_id, c.cause_label, c.currency, l.amount_minor + a.adjusted AS open_minor, coalesce(l.used_at, c.created_at) AS at,
       l.resource_id, l.resource_kind, l.location_id, l.tax_category, l.tax_basis_points
     FROM charges c JOIN charge_lines l ON l.charge_id = c.id
     CROSS JOIN LATERAL (SELECT coalesce(sum(amount_minor), 0)::bigint AS adjusted FROM charge_adjustments WHERE line_id = l.id) a
     WHERE c.organization_id = $1::uuid AND c.person_id = $2::uuid AND c.cause_type <> 'pack_purchase' AND l.amount_minor + a.adjusted > 0 AND l.invoiced_at IS NULL
     ORDER BY c.created_at, c.id, l.position`,
    [ctx.organizationId, personId],
  );
}

async function payLine(
  tx: Sql,
  ctx: Context,
  personId: string,
  row: OpenRow,
  lots: readonly LotView[],
): Promise<number> {
  const { resource_id, resource_kind, location_id } = row;
  const wish = {
    unit: "money" as const,
    currency: row.currency,
    quantity: row.open_minor,
    at: row.at,
    resource:
      resource_id && resource_kind && location_id
        ? { id: resource_id, kind: resource_kind, locationId: location_id }
        : undefined,
  };
  const { covered: quantity } = allocate(lots, wish);
  if (quantity === 0) return 0;
  const cause = { type: row.cause_type, id: row.cause_id, label: row.cause_label };
  const idempotencyKey = `paid:${newId()}`;
  const paid = await consumeCredits(tx, ctx, { ...wish, sold: soldOf(row), quantity, personId, cause, idempotencyKey });
  if (paid.covered === 0 || paid.transferId === null) return 0;
  await adjustCharge(tx, ctx, {
    lineId: row.id,
    amountMinor: -paid.covered,
    reason: "paid_from_credit",
    creditTransferId: paid.transferId,
    idempotencyKey: `paid:${paid.transferId}`,
  });
  return paid.covered;
}
