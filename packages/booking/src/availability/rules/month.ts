import type { Interval, LocalDate } from "@working-social/kernel";
import { addDays, dayInterval, durationMinutes } from "@working-social/kernel";
import type { BookingSituation } from "../../rules/index.ts";
import { openIntervals } from "../../rules/index.ts";

export interface MonthDates {
  date: LocalDate;
  day: Interval;
}

/** The days of 2026-11 in a zone; a date that the zone skipped is left out. */
export function datesOfMonth(month: string, zone: string): MonthDates[] {
  const first = `${month}-01`;
  const count = Temporal.PlainYearMonth.from(month).daysInMonth;
  return Array.from({ length: count }, (_, i) => addDays(first, i))
    .map((date) => ({ date, day: dayInterval(date, zone) }))
    .filter(({ day }) => day.end > day.start);
}

/** Open minutes of one day, summed over units. Resources that follow the location's hours are computed once. */
export function openMinutes(
  situation: BookingSituation,
  resources: { id: string; unitCount: number }[],
  day: Interval,
): number {
  const minutesOf = (resourceId: string | null) =>
    openIntervals(situation, resourceId, day).reduce((sum, span) => sum + durationMinutes(span), 0);
  const withOwnHours = new Set(situation.hours.flatMap((hours) => hours.resourceId ?? []));
  const usual = minutesOf(null);
  return resources.reduce(
    (sum, { id, unitCount }) => sum + unitCount * (withOwnHours.has(id) ? minutesOf(id) : usual),
    0,
  );
}
