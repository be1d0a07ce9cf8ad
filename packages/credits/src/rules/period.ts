import type { EpochMs, Interval } from "@working-social/kernel";
import { dayInterval, toLocal } from "@working-social/kernel";

/** The period that credits of plans come in: the calendar month, in the zone. Half-open, by the days' real instants. */
export function periodOf(at: EpochMs, zone: string): Interval {
  const month = Temporal.PlainDate.from(toLocal(at, zone).date).with({ day: 1 });
  return { start: monthStart(month, zone), end: monthStart(month.add({ months: 1 }), zone) };
}

function monthStart(first: Temporal.PlainDate, zone: string): EpochMs {
  return dayInterval(first.toString(), zone).start;
}

/** 2026-11: how the period is called in labels. */
export function periodName(period: Interval, zone: string): string {
  return toLocal(period.start, zone).date.slice(0, 7);
}

/** Whether usage at `at` is to wait for the credits of a later period than the one of `now`. */
export function isInLaterPeriod(at: EpochMs, now: EpochMs, zone: string): boolean {
  return at >= periodOf(now, zone).end;
}
