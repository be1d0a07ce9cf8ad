import type { PageUnit, Split } from "./price.ts";
import { splitPrice } from "./price.ts";

/** What of a waiting job says what it takes by itself; no price: nobody knows yet, and it stays as it is. */
export interface PricedJob extends Split {
  unit: PageUnit;
  priceMinor: number | null;
  /** Pages free for it, with what is set aside for it. */
  balanceBefore: number;
}

/**
 * What each takes when all are released in this order. Each by itself counts on the same free pages, and only the first gets
 * them; pages that are set aside for a job stay its own. `mayOwe`: pages that may be owed. The server has the last word.
 */
export function splitsInOrder<Job extends PricedJob>(
  jobs: readonly Job[],
  balances: readonly { unit: PageUnit; left: number }[],
  mayOwe: (unit: PageUnit) => number,
): Job[] {
  const leftOf = new Map(balances.map(({ unit, left }) => [unit, left]));
  const freeOf = new Map(balances.map(({ unit, left }) => [unit, left + mayOwe(unit)]));
  return jobs.map((job) => {
    const setAside = Math.min(Math.max(job.balanceBefore - (leftOf.get(job.unit) ?? 0), 0), job.credits);
    const free = Math.max(freeOf.get(job.unit) ?? 0, 0);
    const more = Math.min(job.credits - setAside, free);
    freeOf.set(job.unit, free - more);
    return { ...job, ...splitWith(job, setAside + more) };
  });
}

function splitWith({ credits, moneyMinor, priceMinor }: PricedJob, covered: number): Split {
  if (priceMinor === null || covered === credits) return { credits, moneyMinor };
  return splitPrice({ credits: creditsForAll(credits, moneyMinor, priceMinor), priceMinor }, covered);
}

/** Page credits that would cover all of a job, by what its split says of them. */
function creditsForAll(credits: number, moneyMinor: number, priceMinor: number): number {
  if (moneyMinor === 0) return credits;
  return priceMinor === moneyMinor ? 0 : Math.round((credits * priceMinor) / (priceMinor - moneyMinor));
}
