import type { EpochMs, Interval } from "@working-social/kernel";
import { dayOf, daysTouched, durationMinutes } from "@working-social/kernel";

const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1440;

/** Whether a rule's minutes are meant as days: a manager who writes 1,440 thinks of a day, whatever the clock does on it. */
export function meansDays(minutes: number): boolean {
  return minutes > 0 && minutes % DAY_MINUTES === 0;
}

/** How many local days a slot is, from the start of one to the end of one; null when it is something else. */
export function wholeDays(slot: Interval, zone: string): number | null {
  if (dayOf(slot.start, zone).start !== slot.start) return null;
  if (dayOf(slot.end, zone).start !== slot.end) return null;
  return daysTouched(slot, zone).length;
}

/** The length of a slot as a rule of `ruleMinutes` counts it: whole local days as 1,440 each, everything else as it passes. */
export function countedMinutes(slot: Interval, ruleMinutes: number, zone: string): number {
  const days = meansDays(ruleMinutes) ? wholeDays(slot, zone) : null;
  return days === null ? durationMinutes(slot) : days * DAY_MINUTES;
}

/** When a slot of a length ends: days that begin with the day end with a day, on the days of a clock change too. */
export function endAfter(start: EpochMs, minutes: number, zone: string): EpochMs {
  if (!meansDays(minutes) || dayOf(start, zone).start !== start) return start + minutes * MINUTE_MS;
  let end = start;
  for (let days = minutes / DAY_MINUTES; days > 0; days--) end = dayOf(end, zone).end;
  return end;
}
