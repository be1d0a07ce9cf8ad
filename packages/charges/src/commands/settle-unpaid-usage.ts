import type { Context, Sql } from "@working-social/db";
import type { CreditOwner, CreditUnit, LotView } from "@working-social/credits";
import { allocate, consumeCredits, loadWallet, lockOwners, ownerIds } from "@working-social/credits";
import { newId } from "@working-social/kernel";
import type { CauseType, TaxCategory } from "@working-social/kernel";
import { soldOf } from "../lines/rules.ts";
import { openAmount, unpaidQuantity } from "../rules.ts";
import { adjustCharge } from "./adjust-charge.ts";
import { payFromMoney } from "./pay-from-money.ts";

interface UnpaidRow {
  id: string;
  person_id: string;
  cause_type: CauseType;
  cause_id: string;
  cause_label: string;
  amount_minor: number;
  unit: CreditUnit;
  quantity: number;
  /** Never null: a line with a unit says when it was used (charge_lines_usage). */
  used_at: number;
  resource_id: string | null;
  resource_kind: string | null;
  location_id: string | null;
  tax_category: TaxCategory;
  tax_basis_points: number;
  open_quantity: number;
  open_minor: number;
}

/**
 * Credits that arrive late pay what was used before, the oldest usage first, as far as they are valid for it: the charge
 * gets smaller by the same part. What is left then is paid by credits of money, the oldest charge first. Call it in the
 * transaction in which credits came. Returns how much usage was settled, and by how much all charges shrank.
 */
export async function settleUnpaidUsage(
  tx: Sql,
  ctx: Context,
  owner: CreditOwner,
): Promise<{ quantity: number; amountMinor: number }> {
  const people = await lockPeople(tx, ctx, owner);
  let [quantity, amountMinor] = [0, 0];
  const wallets: Wallets = new Map();
  for (const row of await unpaidUsage(tx, ctx, people)) {
    const settled = await settleLine(tx, ctx, row, await lotsOf(tx, ctx, row, wallets));
    // A team's credits are in the wallets of all its people.
    if (settled.quantity > 0) wallets.clear();
    quantity += settled.quantity;
    amountMinor += settled.amountMinor;
  }
  return { quantity, amountMinor: amountMinor + (await payFromMoney(tx, ctx, people)) };
}

/** Whose charges the credits may pay: one arrival of credits after another, so that each sees what the one before has settled. */
async function lockPeople(tx: Sql, ctx: Context, owner: CreditOwner): Promise<string[]> {
  const { personId, teamId } = ownerIds(owner);
  const rows = await tx.query<{ id: string }>(
    `SELECT p.id FROM people p WHERE p.organization_id = $1::uuid AND (p.id = $2::uuid OR p.team_id = $3::uuid)
       AND EXISTS (SELECT FROM charges c WHERE c.organization_id = $1::uuid AND c.person_id = p.id) ORDER BY p.id`,
    [ctx.organizationId, personId, teamId],
  );
  const people = rows.map((row) => row.id);
  if (people.length > 0) await lockOwners(tx, ctx, teamId === null ? [] : [teamId], people);
  return people;
}

function unpaidUsage(tx: Sql, ctx: Context, people: readonly string[]): Promise<UnpaidRow[]> {
  return tx.query<UnpaidRow>(
    `SELECT l.id, c.person_id, c.cause_type, c.cause_id, c.cause_label, l.amount_minor, l.unit, l.quantity, l.used_at, l.resource_id, l.resource_kind,
       l.location_id, l.tax_category, l.tax_basis_points, l.quantity - a.taken AS open_quantity, l.amount_minor + a.adjusted AS open_minor
     FROM charge_lines l JOIN charges c ON c.id = l.charge_id
     CROSS JOIN LATERAL (SELECT coalesce(sum(quantity), 0)::bigint AS taken, coalesce(sum(amount_minor), 0)::bigint AS adjusted
       FROM charge_adjustments WHERE line_id = l.id) a
     WHERE c.organization_id = $1::uuid AND c.person_id = ANY($2::uuid[]) AND l.unit IS NOT NULL AND l.unit <> 'money'
       AND l.quantity > a.taken AND l.amount_minor + a.adjusted > 0 AND l.invoiced_at IS NULL
     ORDER BY l.used_at, c.created_at, l.id`,
    [ctx.organizationId, people],
  );
}

/** Lots by person and unit: read again only after something was taken, since most of what is unpaid stays so. */
type Wallets = Map<string, readonly LotView[]>;

async function lotsOf(tx: Sql, ctx: Context, row: UnpaidRow, wallets: Wallets): Promise<readonly LotView[]> {
  const { person_id: personId, unit } = row;
  const key = `${personId} ${unit}`;
  const lots = wallets.get(key) ?? (await loadWallet(tx, ctx, { personId, units: [unit] })).lots;
  wallets.set(key, lots);
  return lots;
}

async function settleLine(
  tx: Sql,
  ctx: Context,
  row: UnpaidRow,
  lots: readonly LotView[],
): Promise<{ quantity: number; amountMinor: number }> {
  const { resource_id, resource_kind, location_id, open_quantity: open } = row;
  const { amount_minor, quantity, open_minor } = row;
  const unpaid = unpaidQuantity({ amountMinor: amount_minor, quantity, openQuantity: open, openMinor: open_minor });
  if (unpaid === 0) return { quantity: 0, amountMinor: 0 };
  const usage = {
    unit: row.unit,
    quantity: unpaid,
    at: row.used_at,
    resource:
      resource_id && resource_kind && location_id
        ? { id: resource_id, kind: resource_kind, locationId: location_id }
        : undefined,
  };
  if (allocate(lots, usage).covered === 0) return { quantity: 0, amountMinor: 0 };
  const cause = { type: row.cause_type, id: row.cause_id, label: row.cause_label };
  const taken = await consumeCredits(tx, ctx, {
    ...usage,
    sold: soldOf(row),
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
