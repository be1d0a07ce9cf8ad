import { addDays, toLocal, type EpochMs, type LocalDate } from "@working-social/kernel";
import { locale } from "../../lib/locale.ts";

/** A calendar month, "2026-11". */
export type Month = string;

const long = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });

export function monthOf(at: EpochMs, timeZone: string): Month {
  return toLocal(at, timeZone).date.slice(0, 7);
}

export function firstDay(month: Month): LocalDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): LocalDate {
  return addDays(firstDay(addMonths(month, 1)), -1);
}

export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const index = year * 12 + number - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** November 2026 */
export function monthName(month: Month): string {
  // A month has no zone: it is written in UTC, so that none can shift it.
  return long.format(Date.parse(`${month}-15T00:00:00Z`));
}
