import type { DayView } from "@working-social/booking/schema";
import { toLocal, type EpochMs } from "@working-social/kernel";
import { nextHalfHour, nextOpen } from "./default-time.ts";

/** When something can be had next: at the opening, or while the place is open at the next half hour. */
export interface NextStart {
  startsAt: EpochMs;
  isOpenNow: boolean;
  /** The opening is on the same day of the wall calendar. */
  isToday: boolean;
}

/** null: the place does not open within the next weeks. */
export function nextStart(day: DayView, now: EpochMs): NextStart | null {
  const zone = day.location.timeZone;
  const open = nextOpen(day, now);
  if (!open) return null;
  const isOpenNow = open.start <= now;
  const startsAt = isOpenNow ? nextHalfHour(now, zone) : open.start;
  return { startsAt, isOpenNow, isToday: toLocal(startsAt, zone).date === toLocal(now, zone).date };
}
