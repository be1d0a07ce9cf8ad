import { pricedSides, splitsInOrder } from "@working-social/copier/rules";
import type { PageBalance, WaitingJobView } from "@working-social/copier/schema";

/** How a job is paid, ready to be put into words. */
export interface SplitView {
  credits: number;
  unit: WaitingJobView["unit"];
  moneyMinor: number;
  currency: string;
  /** The money as sides × price; null where it is no such product, as with a last side that has its sheet to itself. */
  product: { sides: number; eachMinor: number } | null;
}

type Priced = Pick<WaitingJobView, "credits" | "unit" | "moneyMinor" | "currency" | "priceMinor" | "sides">;

export function splitOf({ credits, unit, moneyMinor, currency, priceMinor, sides }: Priced): SplitView {
  return { credits, unit, moneyMinor, currency, product: pricedSides({ sides, priceMinor }, moneyMinor) };
}

/** What each takes when all are released in this order: as many pages as one of them may owe, the first may. */
export function inOrder(jobs: readonly WaitingJobView[], balances: readonly PageBalance[]): WaitingJobView[] {
  return splitsInOrder(jobs, balances, (unit) =>
    Math.max(0, ...jobs.filter((job) => job.unit === unit).map(({ balanceAfter }) => -balanceAfter)),
  );
}

/** What all of these take together. */
export function sumOf(jobs: readonly WaitingJobView[]): { moneyMinor: number; currency: string } {
  return {
    moneyMinor: jobs.reduce((sum, job) => sum + job.moneyMinor, 0),
    currency: jobs[0]?.currency ?? "",
  };
}
