import type { LotRow } from "../rules/lot-view.ts";
import { lotView } from "../rules/lot-view.ts";
import { inOrderOfUse } from "../rules/allocate.ts";
import { balancesOf } from "../rules/balances.ts";
import type { OverdraftView, Wallet } from "../schema.ts";

/** What rows of lots show: those with something in them, in the order of use; what may be owed; what all of it comes to. */
export function viewWallet(
  rows: readonly LotRow[],
  scheduled?: Parameters<typeof balancesOf>[2],
): Pick<Wallet, "lots" | "overdrafts" | "balances"> {
  const lots = inOrderOfUse(rows.map((row) => lotView(row))).filter((lot) => lot.left > 0 || lot.held > 0);
  const overdrafts = rows.filter(({ source }) => source === "overdraft").map(overdraftView);
  return { lots, overdrafts, balances: balancesOf(lots, overdrafts, scheduled) };
}

function overdraftView(row: LotRow): OverdraftView {
  return {
    lotId: row.id,
    unit: row.unit,
    currency: row.currency,
    owner: row.team_id === null ? "person" : "team",
    limit: -row.floor,
    owed: Math.max(-row.balance, 0),
    left: lotView(row, true).left - lotView(row).left,
  };
}
