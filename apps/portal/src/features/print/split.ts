import type { WaitingJobs, WaitingJobView } from "@working-social/copier/schema";
import type { LotView } from "@working-social/credits/schema";
import { scaleRounded } from "@working-social/kernel";

/** What a document takes: page credits, and money for what they don't cover. */
export interface Split {
  credits: number;
  moneyMinor: number;
}

export type PageSource = "plan" | "team_plan" | "pack" | "credits";

/** Where the first `quantity` pages come from; several sources together are simply one's credits. */
export function sourceOf(lots: readonly LotView[], unit: LotView["unit"], quantity: number): PageSource {
  const sources = new Set<PageSource>();
  let missing = quantity;
  for (const lot of lots) {
    if (missing <= 0) break;
    // Pages that are set aside are its own already.
    const pages = lot.left + lot.held;
    if (lot.unit !== unit || pages <= 0) continue;
    missing -= pages;
    sources.add(sourceOfLot(lot));
  }
  const [only, ...others] = sources;
  return missing > 0 || only === undefined || others.length > 0 ? "credits" : only;
}

function sourceOfLot({ source, owner }: LotView): PageSource {
  if (source === "plan" || source === "rollover") return owner === "team" ? "team_plan" : "plan";
  return source === "pack" ? "pack" : "credits";
}

/** The pages that cost money and what each does, where every page costs the same: 10 × $0.25. */
export function pricedPages(
  { sides, priceMinor }: { sides: number; priceMinor: number | null },
  moneyMinor: number,
): { count: number; eachMinor: number } | null {
  if (priceMinor === null || priceMinor === 0 || sides === 0 || moneyMinor === 0) return null;
  const eachMinor = priceMinor / sides;
  const count = moneyMinor / eachMinor;
  return Number.isInteger(eachMinor) && Number.isInteger(count) ? { count, eachMinor } : null;
}

/** Page credits that would cover all of a document. */
export function creditsForAll({ credits, moneyMinor, priceMinor }: WaitingJobView): number {
  if (priceMinor === null || moneyMinor === 0) return credits;
  return priceMinor === moneyMinor ? 0 : Math.round((credits * priceMinor) / (priceMinor - moneyMinor));
}

/**
 * What each document takes when all are released in this order. Pages that are set aside for one stay its own; free ones are
 * counted on by each by itself, and only the first gets them. `mayOwe`: pages that may be owed. The server has the last word.
 */
export function splitsInOrder(
  { jobs, balances }: Pick<WaitingJobs, "jobs" | "balances">,
  mayOwe: (unit: WaitingJobView["unit"]) => number,
): Map<string, Split> {
  const left = new Map(balances.map((balance) => [balance.unit, balance.left]));
  const free = new Map(balances.map(({ unit }) => [unit, (left.get(unit) ?? 0) + mayOwe(unit)]));
  return new Map(
    jobs.map((job) => {
      const setAside = Math.min(Math.max(job.balanceBefore - (left.get(job.unit) ?? 0), 0), job.credits);
      const more = Math.min(job.credits - setAside, Math.max(free.get(job.unit) ?? 0, 0));
      free.set(job.unit, (free.get(job.unit) ?? 0) - more);
      const credits = setAside + more;
      if (job.priceMinor === null || credits === job.credits) return [job.id, { credits, moneyMinor: job.moneyMinor }];
      const all = creditsForAll(job);
      return [job.id, { credits, moneyMinor: scaleRounded(job.priceMinor, all - credits, all) }];
    }),
  );
}
