import type { Discount } from "../rules/discounts.ts";
import type { FeeSegment, PeriodFees, Timeline } from "../rules/timeline.ts";
import { dateOf, inMonthsTime, serialOf } from "./calendar.ts";

interface DatedVersion {
  readonly id: string;
  readonly from: number;
  readonly priceMinor: number | null;
}

/** A timeline whose dates are counted days. */
interface Counted {
  readonly start: number;
  readonly end: number;
  readonly versions: readonly DatedVersion[];
  readonly pauses: readonly { readonly from: number; readonly until: number }[];
  readonly cuts: readonly number[];
}

/**
 * The fees of the first `periods` periods by the law of money alone, in exact fractions: day by day, where the rules reckon by
 * spans, and with a calendar of its own. Periods of which no day is covered are left out.
 */
export function feesDayByDay(timeline: Timeline, periods: number, cuts: readonly string[] = []): PeriodFees[] {
  const anchor = anchorDayByDay(timeline.start, timeline.billingDay);
  const counted = countDays(timeline, cuts);
  return Array.from({ length: periods }, (_, index) => {
    const from = inMonthsTime(anchor, index * timeline.intervalMonths);
    const until = inMonthsTime(anchor, (index + 1) * timeline.intervalMonths);
    return feesOfPeriod(counted, timeline.discount, { index, from, until });
  }).filter((fees) => fees.segments.length > 0);
}

function anchorDayByDay(start: string, billingDay: number | null): string {
  let date = start;
  while (billingDay !== null && Number(date.slice(8)) !== billingDay) date = dateOf(serialOf(date) - 1);
  return date;
}

function countDays({ start, lastDay, versions, pauses }: Timeline, cuts: readonly string[]): Counted {
  return {
    start: serialOf(start),
    end: lastDay === null ? Infinity : serialOf(lastDay) + 1,
    // Sorting keeps the order of the list for those that begin on one day.
    versions: versions.map((version) => ({ ...version, from: serialOf(version.from) })).sort((a, b) => a.from - b.from),
    pauses: pauses.map(({ from, until }) => ({ from: serialOf(from), until: serialOf(until) })),
    cuts: cuts.map(serialOf),
  };
}

type Days = { from: number; until: number; version: DatedVersion; listPrice: bigint; price: bigint; cost: bigint };

function feesOfPeriod(
  counted: Counted,
  discount: Discount | null,
  { index, from, until }: { index: number; from: number; until: number },
): PeriodFees {
  const days = BigInt(until - from);
  const runs: Days[] = [];
  for (let day = Math.max(from, counted.start); day < Math.min(until, counted.end); day++) {
    if (counted.pauses.some((pause) => day >= pause.from && day < pause.until)) continue;
    const version = counted.versions.findLast((one) => one.from <= day);
    if (!version || version.priceMinor === null) continue;
    const last = runs.at(-1);
    const goesOn = last?.until === day && last.version === version && !counted.cuts.includes(day);
    const run = goesOn ? last : startRun(runs, day, version, index, discount);
    run.cost +=
      roundFraction(run.price * BigInt(day + 1 - from), days) - roundFraction(run.price * BigInt(day - from), days);
    run.until = day + 1;
  }
  return {
    index,
    from: dateOf(Math.max(from, counted.start)),
    until: dateOf(Math.min(until, counted.end)),
    periodFrom: dateOf(from),
    periodUntil: dateOf(until),
    daysInPeriod: until - from,
    segments: runs.map(shown),
    totalMinor: Number(runs.reduce((sum, { cost }) => sum + cost, 0n)),
  };
}

function startRun(runs: Days[], day: number, version: DatedVersion, index: number, discount: Discount | null): Days {
  const listPrice = BigInt(version.priceMinor ?? 0);
  const run = { from: day, until: day, version, listPrice, price: lessDiscount(listPrice, discount, index), cost: 0n };
  runs.push(run);
  return run;
}

function lessDiscount(price: bigint, discount: Discount | null, index: number): bigint {
  const since = index - (discount?.fromPeriod ?? 0);
  if (!discount || since < 0) return price;
  if (since < discount.freePeriods) return 0n;
  if (since >= (discount.periods ?? Infinity)) return price;
  const less = roundFraction(price * BigInt(10_000 - discount.basisPoints), 10_000n) - BigInt(discount.amountMinor);
  return less > 0n ? less : 0n;
}

/** Halves up, of what is never below zero. */
function roundFraction(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

function shown({ from, until, version, listPrice, price, cost }: Days): FeeSegment {
  return {
    from: dateOf(from),
    until: dateOf(until),
    versionId: version.id,
    listPriceMinor: Number(listPrice),
    priceMinor: Number(price),
    amountMinor: Number(cost),
  };
}
