import type { DayView } from "@working-social/booking/schema";
import { openIntervals } from "@working-social/booking/rules";
import type { EpochMs, Interval, LocalDate } from "@working-social/kernel";
import { fromLocal, intersect, toLocal } from "@working-social/kernel";
import { spanOf } from "./day-scale.ts";

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const SEARCH_MS = 28 * 1440 * MINUTE_MS;
const USUAL_MINUTE = 9 * 60;

/** The next time that the location is open for at least half an hour more, within four weeks; null: not that soon. */
export function nextOpen(day: DayView, from: EpochMs): Interval | null {
  const open = openIntervals(day.situation, null, { start: from, end: from + SEARCH_MS });
  return open.find((span) => span.end - span.start >= HALF_HOUR_MS) ?? null;
}

/** The date that the page opens on: today while there is still something of it, else the next open one. */
export function firstDate(today: DayView, now: EpochMs): LocalDate {
  const next = nextOpen(today, now);
  return next ? toLocal(next.start, today.location.timeZone).date : today.date;
}

/** The start that the page opens with: the next half hour while it is today, else nine o'clock or the opening. */
export function firstStart(day: DayView, now: EpochMs): EpochMs {
  const zone = day.location.timeZone;
  const whole = spanOf(day);
  const usual = fromLocal(day.date, USUAL_MINUTE, zone);
  const from = whole.start <= now && now < whole.end ? nextHalfHour(now, zone) : usual;
  const open = openIntervals(day.situation, null, whole).flatMap((span) => intersect(span, whole) ?? []);
  const isOpen = open.some((span) => span.start <= from && from < span.end);
  return isOpen ? from : (open.find((span) => span.start > from)?.start ?? Math.min(from, whole.end - HALF_HOUR_MS));
}

/** The next half hour on the wall clock, whose offset may be no multiple of half an hour. */
export function nextHalfHour(now: EpochMs, zone: string): EpochMs {
  const rest = toLocal(now, zone).minute % 30;
  const minuteStart = now - (now % MINUTE_MS);
  return rest === 0 ? minuteStart : minuteStart + (30 - rest) * MINUTE_MS;
}
