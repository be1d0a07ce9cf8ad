import { earlierDay, laterDay } from "./days.ts";
import type { DaySpan } from "./periods.ts";

/** The days of a span that are not in the hole, in order: none, one or two spans, never an empty one. */
export function daysWithout(span: DaySpan, hole: DaySpan): DaySpan[] {
  const [shared] = daysInBoth(span, hole);
  if (!shared) return [span];
  const around = [
    { from: span.from, until: shared.from },
    { from: shared.until, until: span.until },
  ];
  return around.filter(({ from, until }) => from < until);
}

/** The days that are in both, or none. */
export function daysInBoth(a: DaySpan, b: DaySpan): DaySpan[] {
  const from = laterDay(a.from, b.from);
  const until = earlierDay(a.until, b.until);
  return from < until ? [{ from, until }] : [];
}

/** For sorting: the earlier first day first. */
export function byFirstDay(a: DaySpan, b: DaySpan): number {
  return a.from < b.from ? -1 : Number(a.from > b.from);
}
