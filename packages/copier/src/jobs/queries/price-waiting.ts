import type { CreditResource, OverdraftView, Wallet } from "@working-social/credits";
import { allocate, loadWallet, paysFor } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { requirePrices } from "../../prices/queries.ts";
import { splitPrice, taxedPriceOf } from "../../rules/price.ts";
import type { PageUnit, PriceTable } from "../../rules/price.ts";
import type { JobRow } from "./job-row.ts";
import { jobView, workOf } from "./job-row.ts";
import { resourceOf } from "../steps/pay-for-job.ts";
import type { PageBalance, WaitingJobView } from "../schema.ts";

/** What a print can be paid with. */
export function printingWallet(sql: Sql, ctx: Context, personId: string): Promise<Wallet> {
  return loadWallet(sql, ctx, { personId, units: [...UNITS, "money"] });
}

const UNITS: readonly PageUnit[] = ["mono_pages", "colour_pages"];

/** Each by itself: two jobs that share the last page both show it, and the second is asked again when it is released. */
export async function priceWaitingJobs(
  sql: Sql,
  ctx: Context,
  jobs: readonly JobRow[],
  wallet: Wallet,
): Promise<WaitingJobView[]> {
  const tables = new Map<string, PriceTable>();
  const views: WaitingJobView[] = [];
  for (const job of jobs) {
    const table = tables.get(job.locationId) ?? (await requirePrices(sql, job.locationId));
    tables.set(job.locationId, table);
    views.push(waitingView(job, table, wallet, ctx.clock.now()));
  }
  return views;
}

function waitingView(job: JobRow, table: PriceTable, wallet: Wallet, now: EpochMs): WaitingJobView {
  const price = taxedPriceOf(workOf(job), table);
  const view = jobView(job);
  const balanceBefore = freePages(wallet, view.unit, { at: now, resource: resourceOf(job) }) + job.heldCredits;
  if (!price) return { ...view, priceMinor: null, balanceBefore, balanceAfter: balanceBefore };
  const wanted = job.status === "released" ? 0 : Math.max(0, price.credits - job.heldCredits);
  const wish = { unit: price.unit, quantity: wanted, at: now, resource: resourceOf(job) };
  const { covered, missing } = allocate(wallet.lots, wish);
  const owing = overdraftsOf(wallet, price.unit).reduce((sum, { left }) => sum + left, 0);
  const split = splitPrice(price, job.heldCredits + covered + Math.min(missing, owing));
  const money = { unit: "money", currency: job.currency, quantity: split.moneyMinor, at: now } as const;
  const paidMinor = allocate(wallet.lots, { ...money, resource: resourceOf(job) }).covered;
  return {
    ...view,
    ...split,
    openMinor: split.moneyMinor - paidMinor,
    priceMinor: price.priceMinor,
    balanceBefore,
    balanceAfter: balanceBefore - split.credits,
  };
}

/** What is free of both kinds of pages, wherever they are good. */
export function pageBalances(wallet: Wallet): PageBalance[] {
  return UNITS.map((unit) => ({
    unit,
    left: freePages(wallet, unit, null),
    held: wallet.lots.filter((lot) => lot.unit === unit).reduce((sum, { held }) => sum + held, 0),
  }));
}

/** Free pages, less those that are owed or will be by what holds an overdraft; for a copier: those that are good there now. */
function freePages(wallet: Wallet, unit: PageUnit, use: { at: EpochMs; resource: CreditResource } | null): number {
  const lots = wallet.lots.filter((lot) => lot.unit === unit && lot.source !== "overdraft");
  const good = use ? lots.filter((lot) => paysFor(lot, { unit, quantity: 1, ...use })) : lots;
  const owed = overdraftsOf(wallet, unit).reduce((sum, one) => sum + one.owed, 0);
  const borrowed = wallet.lots.filter((lot) => lot.unit === unit && lot.source === "overdraft");
  return good.reduce((sum, { left }) => sum + left, 0) - owed - borrowed.reduce((sum, { held }) => sum + held, 0);
}

function overdraftsOf({ overdrafts }: Wallet, wanted: PageUnit): OverdraftView[] {
  return overdrafts.filter(({ unit }) => unit === wanted);
}
