import type { MonthDay } from "@working-social/booking/schema";
import type { LocalDate } from "@working-social/kernel";
import { addDays, weekdayOf } from "@working-social/kernel";

/** 2026-11 of a date. */
export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

/** Weeks that begin on a day, 1 for Monday; days of the neighbouring months are null. */
export function weeksOf(days: readonly MonthDay[], firstDay: number): (MonthDay | null)[][] {
  const [first] = days;
  if (!first) return [];
  const lead = daysInto(first.date, firstDay);
  const cells = [...Array.from({ length: lead }, () => null), ...days];
  const tail = (7 - (cells.length % 7)) % 7;
  const all = [...cells, ...Array.from({ length: tail }, () => null)];
  return Array.from({ length: all.length / 7 }, (_, week) => all.slice(week * 7, week * 7 + 7));
}

/** How much of the open time is booked, in whole per cent; null on a closed day. A little is never shown as nothing. */
export function bookedPercent({ openMinutes, bookedMinutes }: MonthDay): number | null {
  if (openMinutes === 0) return null;
  const percent = Math.min(100, (bookedMinutes / openMinutes) * 100);
  return percent > 0 && percent < 1 ? 1 : Math.round(percent);
}

/** Months on or back; the 31st becomes the last day of a shorter month. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** How many days a week that begins on a day has had before this one. */
function daysInto(date: LocalDate, firstDay: number): number {
  return (weekdayOf(date) - firstDay + 7) % 7;
}

/** Where a key leads in the month, by ARIA's date grid; null: the grid leaves it to the browser. */
export function dateByKey(
  { key, shiftKey: isShifted }: { key: string; shiftKey: boolean },
  date: LocalDate,
  firstDay: number,
): LocalDate | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(date, -1);
    case "ArrowRight":
      return addDays(date, 1);
    case "ArrowUp":
      return addDays(date, -7);
    case "ArrowDown":
      return addDays(date, 7);
    case "Home":
      return addDays(date, -daysInto(date, firstDay));
    case "End":
      return addDays(date, 6 - daysInto(date, firstDay));
    case "PageUp":
      return addMonths(date, isShifted ? -12 : -1);
    case "PageDown":
      return addMonths(date, isShifted ? 12 : 1);
    default:
      return null;
  }
}
