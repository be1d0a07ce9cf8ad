import type { LocalDate } from "@working-social/kernel";
import { addDays } from "@working-social/kernel";
import { daysBetween, earlierDay, laterDay } from "./days.ts";
import type { Discount } from "./discounts.ts";
import { discountedPrice } from "./discounts.ts";
import { sumMinor } from "./minor.ts";
import { costOfDays } from "./parts.ts";
import type { DaySpan, Period, PeriodTerms } from "./periods.ts";
import { periodOf } from "./periods.ts";

/** What a line of a contract costs from a day on. */
export interface PriceVersion {
  readonly id: string;
  /** A change at renewal begins on the next period's first day; a change now on any. */
  readonly from: LocalDate;
  /** Of a whole period, the quantity in it, in minor units; null: nothing is charged from here on. */
  readonly priceMinor: number | null;
}

/** All that decides what one line of a contract costs, day by day. */
export interface Timeline extends PeriodTerms {
  /** In any order; of two that begin on one day the later in the list counts. */
  readonly versions: readonly PriceVersion[];
  readonly discount: Discount | null;
  /** Days that cost nothing. They may overlap and be longer than a period. */
  readonly pauses: readonly DaySpan[];
  /** The last day that is charged; null while nobody has ended it. */
  readonly lastDay: LocalDate | null;
}

/** Days in a row of one period at one price. */
export interface FeeSegment extends DaySpan {
  readonly versionId: string;
  /** Of the whole period, before and after the discount. */
  readonly listPriceMinor: number;
  readonly priceMinor: number;
  /** What these days cost of `priceMinor`. */
  readonly amountMinor: number;
}

/** What a line costs in one period. */
export interface PeriodFees extends DaySpan {
  readonly index: number;
  /** The whole period; `from` and `until` are what the contract runs of it, pauses at the edges notwithstanding. */
  readonly periodFrom: LocalDate;
  readonly periodUntil: LocalDate;
  readonly daysInPeriod: number;
  /** In order; without the days that are paused or have no price. Never empty. */
  readonly segments: readonly FeeSegment[];
  readonly totalMinor: number;
}

/**
 * What a line costs in period `index`, in minor units, or null where no day of it is covered. A period that costs 0 is there.
 * `cuts`: days on which a tax rate changes: days across one are cut there, and cost the same in sum.
 * Throws RangeError for terms, prices or discounts that are none, and for a pause that ends before it begins.
 */
export function feesOf(timeline: Timeline, index: number, cuts: readonly LocalDate[] = []): PeriodFees | null {
  const period = periodOf(timeline, index);
  const running = runningDays(timeline, period);
  const segments = spansBetween(edgesOf(timeline, cuts), running).flatMap((span) => segmentsOf(timeline, span, period));
  if (segments.length === 0) return null;
  return {
    index,
    ...running,
    periodFrom: period.from,
    periodUntil: period.until,
    daysInPeriod: daysBetween(period.from, period.until),
    segments,
    totalMinor: sumMinor(segments.map((segment) => segment.amountMinor)),
  };
}

function runningDays({ start, lastDay }: Timeline, period: Period): DaySpan {
  const end = lastDay === null ? period.until : addDays(lastDay, 1);
  return { from: laterDay(period.from, start), until: earlierDay(period.until, end) };
}

/** Every day on which something may change. */
function edgesOf({ versions, pauses }: Timeline, cuts: readonly LocalDate[]): LocalDate[] {
  const ofPauses = pauses.flatMap(({ from, until }) => {
    if (until < from) throw new RangeError(`A pause from ${from} can't end on ${until}.`);
    return from === until ? [] : [from, until];
  });
  return [...versions.map((version) => version.from), ...ofPauses, ...cuts];
}

/** The running days, cut at each edge inside. */
function spansBetween(edges: readonly LocalDate[], { from, until }: DaySpan): DaySpan[] {
  if (from >= until) return [];
  const starts = [...new Set([from, ...edges.filter((edge) => edge > from && edge < until)])].sort();
  return starts.map((start, place) => ({ from: start, until: starts[place + 1] ?? until }));
}

/** The days as one segment, or as none where they are paused or have no price. */
function segmentsOf(timeline: Timeline, days: DaySpan, period: Period): FeeSegment[] {
  if (timeline.pauses.some((pause) => pause.from <= days.from && days.from < pause.until)) return [];
  const version = versionOn(timeline, days.from);
  if (version === null || version.priceMinor === null) return [];
  const priceMinor = discountedPrice(version.priceMinor, timeline.discount, period.index);
  const amountMinor = costOfDays({ ...days, periodFrom: period.from, periodUntil: period.until }, priceMinor);
  return [{ ...days, versionId: version.id, listPriceMinor: version.priceMinor, priceMinor, amountMinor }];
}

/** The latest version that has begun, of two on one day the later in the list. */
function versionOn({ versions }: Timeline, day: LocalDate): PriceVersion | null {
  let latest: PriceVersion | null = null;
  for (const version of versions) {
    if (version.from <= day && (latest === null || version.from >= latest.from)) latest = version;
  }
  return latest;
}
