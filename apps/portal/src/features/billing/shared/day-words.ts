import { addDays, type LocalDate } from "@working-social/kernel";
import { locale } from "../../../lib/locale.ts";

// Calendar dates have no zone: they are written in UTC, so that none can shift them.
const instantOf = (date: LocalDate) => Date.parse(`${date}T12:00:00Z`);
const dayMonth = { day: "numeric", month: "long", timeZone: "UTC" } as const;
const withYear = new Intl.DateTimeFormat(locale, { ...dayMonth, year: "numeric" });
const withoutYear = new Intl.DateTimeFormat(locale, dayMonth);

/** 1 December 2026 */
export function dayWords(day: LocalDate): string {
  return withYear.format(instantOf(day));
}

/** 1 December; with the year where it is another one than that of `today`. */
export function nearDayWords(day: LocalDate, today: LocalDate): string {
  return (day.slice(0, 4) === today.slice(0, 4) ? withoutYear : withYear).format(instantOf(day));
}

/** Half-open days as people say them: 1 – 31 December 2026. A single one is a day. */
export function spanWords(from: LocalDate, until: LocalDate): string {
  return withYear.formatRange(instantOf(from), instantOf(addDays(until, -1)));
}

const brief = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });

/** 1 Dec: where the year is clear. */
export function briefDayWords(day: LocalDate): string {
  return brief.format(instantOf(day));
}
