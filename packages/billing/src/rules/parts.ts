import type { LocalDate } from "@working-social/kernel";
import { scaleRounded } from "@working-social/kernel";
import { daysBetween } from "./days.ts";
import { requireMinor } from "./minor.ts";
import type { DaySpan } from "./periods.ts";

/**
 * What the days `from` to `until` cost of a price for a whole period: round(P·until/D) − round(P·from/D), counted from the
 * period's first day. Since each edge is rounded once, parts add up to the whole, whatever is cut where. What goes by
 * quantity (half of a line, credits of a pack) is the same with units in the place of days.
 *
 * Minor units in and out; `wholeDays` is D, above 0, and 0 ≤ from ≤ until ≤ D. Throws RangeError otherwise.
 */
export function partOfPrice(priceMinor: number, wholeDays: number, from: number, until: number): number {
  requireMinor(priceMinor);
  const isInside = [wholeDays, from, until].every(Number.isSafeInteger) && from >= 0 && from <= until;
  if (!isInside || until > wholeDays || wholeDays < 1) {
    throw new RangeError(`${from} to ${until} is no part of ${wholeDays}.`);
  }
  return scaleRounded(priceMinor, until, wholeDays) - scaleRounded(priceMinor, from, wholeDays);
}

/** Days [from, until) within the period that they belong to, which gives them their price. */
export interface DaysOfPeriod extends DaySpan {
  readonly periodFrom: LocalDate;
  readonly periodUntil: LocalDate;
}

/** What these days cost of a price for their whole period, in minor units. Throws RangeError for days outside of it. */
export function costOfDays({ from, until, periodFrom, periodUntil }: DaysOfPeriod, priceMinor: number): number {
  const dayOf = (date: LocalDate) => daysBetween(periodFrom, date);
  return partOfPrice(priceMinor, dayOf(periodUntil), dayOf(from), dayOf(until));
}
