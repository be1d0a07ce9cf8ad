import { periodOf } from "@working-social/credits/rules";
import type { EpochMs, Interval, LocalDate } from "@working-social/kernel";
import { addDays, daysTouched, toLocal, weekdayOf } from "@working-social/kernel";

/** A month by the calendar of the space: the period that plans give credits for. */
interface Month extends Interval {
  workingDays: LocalDate[];
}

/** The months around now that the demo tells of. */
export interface Months {
  /** Two months ago, last month, this one. */
  lived: readonly [Month, Month, Month];
  next: Month;
  /** The working days of this month before today. */
  behind: LocalDate[];
  /** Those of last month too. */
  recent: LocalDate[];
}

export function monthsAround(now: EpochMs, zone: string): Months {
  const current = monthOf(now, zone);
  const last = monthOf(current.start - 1, zone);
  const today = toLocal(now, zone).date;
  const behind = current.workingDays.filter((date) => date < today);
  return {
    lived: [monthOf(last.start - 1, zone), last, current],
    next: monthOf(current.end, zone),
    behind,
    recent: [...last.workingDays, ...behind],
  };
}

function monthOf(at: EpochMs, zone: string): Month {
  const period = periodOf(at, zone);
  return {
    ...period,
    workingDays: daysTouched(period, zone)
      .map(({ date }) => date)
      .filter(isWorkingDay),
  };
}

/** The days in the order in which to try them: that far back, the earlier ones, then, early in a month, the later ones. */
export function daysBack(days: readonly LocalDate[], count: number): LocalDate[] {
  const from = Math.max(days.length - count, 0) + 1;
  return [...days.slice(0, from).reverse(), ...days.slice(from)];
}

/** The working days from a date on. */
export function workingDaysFrom(date: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, day) => addDays(date, day)).filter(isWorkingDay);
}

function isWorkingDay(date: LocalDate): boolean {
  return weekdayOf(date) <= 5;
}
