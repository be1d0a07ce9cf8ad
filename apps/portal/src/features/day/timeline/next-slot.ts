import type { DayView } from "@working-social/booking/schema";
import { nearestSlots } from "@working-social/booking/rules";
import type { EpochMs, Interval } from "@working-social/kernel";
import { spanOf } from "../day-scale.ts";
import type { Lane } from "../lane.ts";

const WEEK_MS = 7 * 86_400_000;

/** The slot nearest to the asked one that works on the same day; null when the day has none left. */
export function nearestOnDay(day: DayView, lane: Lane, slot: Interval, now: EpochMs): Interval | null {
  const whole = spanOf(day);
  // The page knows this day alone: for it, other days are taken.
  const busy = [
    ...lane.busy,
    { start: whole.start - WEEK_MS, end: whole.start },
    { start: whole.end, end: whole.end + WEEK_MS },
  ];
  const request = { resource: lane.resource, slot, now, replacesBookingId: null };
  return nearestSlots(day.situation, lane.resource, request, busy, { count: 1, searchDays: 1 })[0] ?? null;
}
