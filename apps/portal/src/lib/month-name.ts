import { weekdaysOf, type LocalDate } from "@working-social/kernel";
import { locale } from "./locale.ts";

const month = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
const longWeekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

// Calendar dates have no zone: they are written in UTC, so that none can shift them.
const instantOf = (date: LocalDate) => Temporal.PlainDate.from(date).toZonedDateTime("UTC").epochMilliseconds;

/** November 2026 */
export function monthName(date: LocalDate): string {
  return month.format(instantOf(date));
}

/** Thursday 26 November */
export function dayName(date: LocalDate): string {
  return day.format(instantOf(date));
}

/** The days of a week as ISO 8601 numbers them, 1 for Monday, from the one that the reader's weeks begin with. */
export const weekdays = weekdaysOf(locale);

/** Mon, for 1 */
export function weekdayName(isoDay: number): string {
  return weekday.format(instantOf(`2024-01-0${isoDay}`));
}

/** Monday, for 1 */
export function longWeekdayName(isoDay: number): string {
  return longWeekday.format(instantOf(`2024-01-0${isoDay}`));
}
