import type { EpochMs, Interval, LocalDate } from "@working-social/kernel";
import { dayInterval, memoize, toLocal } from "@working-social/kernel";

/** The period that credits of plans come in: the calendar month, in the zone. Half-open, by the days' real instants. */
export function periodOf(at: EpochMs, zone: string): Interval {
  return periodOfDay(toLocal(at, zone).date, zone);
}

/** Each look at a wallet asks it of the present month and the next. */
const periodOfDay = memoize(1_000, (date: LocalDate, zone: string): Interval => {
  const month = Temporal.PlainDate.from(date).with({ day: 1 });
  return Object.freeze({ start: monthStart(month, zone), end: monthStart(month.add({ months: 1 }), zone) });
});

function monthStart(first: Temporal.PlainDate, zone: string): EpochMs {
  return dayInterval(first.toString(), zone).start;
}

/** 2026-11: how the period is called in labels. */
export function periodName(period: Interval, zone: string): string {
  return toLocal(period.start, zone).date.slice(0, 7);
}

const ZONES_APART_MS = 48 * 3_600_000;

/**
 * Whether two instants begin the same month: when the first location becomes another one, the month that was opened by its
 * clock is the same still, though it begins some hours earlier or later now.
 */
export function isSamePeriod(oneStart: EpochMs, otherStart: EpochMs): boolean {
  return Math.abs(oneStart - otherStart) < ZONES_APART_MS;
}

/** Whether usage at `at` is to wait for the credits of a later period than the one of `now`. */
export function isInLaterPeriod(at: EpochMs, now: EpochMs, zone: string): boolean {
  return at >= periodOf(now, zone).end;
}
