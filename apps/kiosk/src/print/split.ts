import type { PageBalance, WaitingJobView } from "@working-social/copier/schema";
import { scaleRounded } from "@working-social/kernel";

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
  return { credits, unit, moneyMinor, currency, product: productOf(moneyMinor, priceMinor ?? 0, sides) };
}

function productOf(moneyMinor: number, priceMinor: number, sides: number): SplitView["product"] {
  if (moneyMinor === 0 || sides === 0 || priceMinor % sides !== 0) return null;
  const eachMinor = priceMinor / sides;
  if (eachMinor === 0 || moneyMinor % eachMinor !== 0) return null;
  const uncovered = moneyMinor / eachMinor;
  return uncovered <= sides ? { sides: uncovered, eachMinor } : null;
}

/**
 * What each takes when all are released in this order. Each by itself counts on the same free pages, and only the first
 * gets them; pages that are set aside for a job stay its own. Where a team may owe pages, the server may still take less.
 */
export function inOrder(jobs: readonly WaitingJobView[], balances: readonly PageBalance[]): WaitingJobView[] {
  const leftOf = new Map(balances.map(({ unit, left }) => [unit, left]));
  const freeOf = new Map(leftOf);
  // As many as one of them may owe, the first may.
  for (const { unit, balanceAfter } of jobs)
    freeOf.set(unit, Math.max(freeOf.get(unit) ?? 0, (leftOf.get(unit) ?? 0) - Math.min(balanceAfter, 0)));
  return jobs.map((job) => {
    const setAside = Math.min(Math.max(job.balanceBefore - (leftOf.get(job.unit) ?? 0), 0), job.credits);
    const free = Math.max(freeOf.get(job.unit) ?? 0, 0);
    const more = Math.min(job.credits - setAside, free);
    freeOf.set(job.unit, free - more);
    return withCredits(job, setAside + more);
  });
}

function withCredits(job: WaitingJobView, credits: number): WaitingJobView {
  if (credits === job.credits || job.priceMinor === null) return job;
  const all = creditsForAll(job, job.priceMinor);
  return { ...job, credits, moneyMinor: scaleRounded(job.priceMinor, all - credits, all) };
}

/** Page credits that would cover all of a job, by what its split says of them. */
function creditsForAll({ credits, moneyMinor }: WaitingJobView, priceMinor: number): number {
  return moneyMinor === 0 ? credits : Math.round((credits * priceMinor) / (priceMinor - moneyMinor));
}

/** What all of these take together. */
export function sumOf(jobs: readonly WaitingJobView[]): { moneyMinor: number; currency: string } {
  return {
    moneyMinor: jobs.reduce((sum, job) => sum + job.moneyMinor, 0),
    currency: jobs[0]?.currency ?? "",
  };
}
