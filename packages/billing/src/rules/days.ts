import type { LocalDate } from "@working-social/kernel";

const DAY_MS = 86_400_000;

/** The same day of the month, so many months later, cut to that month's last day: 31 January and 1 month is 28 or 29 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}

/** How many days the half-open span [from, until) has; below zero when it ends before it begins. */
export function daysBetween(from: LocalDate, until: LocalDate): number {
  return (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;
}

export function earlierDay(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

export function laterDay(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
