import type { EpochMs, Interval } from "@working-social/kernel";
import { dayOf, stretchesOf, toLocal } from "@working-social/kernel";
import type { EffectiveLimits } from "./limits.ts";
import { DAY_MINUTES, meansDays, wholeDays } from "./local-days.ts";

const MINUTE_MS = 60_000;

/** The grid on which slots are offered where no rule sets one. It refuses nothing. */
export const DEFAULT_GRID_MINUTES = 15;

/** The grid of a resource: its granularity, else quarters of an hour. */
export function gridMinutes(limits: EffectiveLimits): number {
  return limits.granularityMinutes?.value ?? DEFAULT_GRID_MINUTES;
}

/**
 * Whether the wall clock shows a multiple of `stepMinutes` counted from local midnight. The first instant of a day
 * counts as its midnight, also where the clock skips 00:00 (Cairo, Santiago, Beirut).
 */
export function isOnGrid(stepMinutes: number, instant: EpochMs, zone: string): boolean {
  if (instant % MINUTE_MS !== 0) return false;
  return toLocal(instant, zone).minute % stepMinutes === 0 || dayOf(instant, zone).start === instant;
}

/**
 * A slot fits when it starts on the grid and either lasts a multiple of it or also ends on it: on the day of a half-hour DST
 * change, a whole day is no multiple of an hour, yet nobody would call it off the grid. A grid of days counts local days.
 */
export function fitsGrid(stepMinutes: number, slot: Interval, zone: string): boolean {
  if (!isOnGrid(stepMinutes, slot.start, zone)) return false;
  const days = meansDays(stepMinutes) ? wholeDays(slot, zone) : null;
  if (days !== null) return (days * DAY_MINUTES) % stepMinutes === 0;
  return (slot.end - slot.start) % (stepMinutes * MINUTE_MS) === 0 || isOnGrid(stepMinutes, slot.end, zone);
}

/** Every instant of the span that is on the grid, in order. */
export function gridStarts(stepMinutes: number, span: Interval, zone: string): EpochMs[] {
  const starts: EpochMs[] = [];
  const wholeMinutes = { start: Math.ceil(span.start / MINUTE_MS) * MINUTE_MS, end: span.end };
  for (const stretch of stretchesOf(wholeMinutes, zone)) {
    if (dayOf(stretch.start, zone).start === stretch.start) starts.push(stretch.start);
    const missing = (stepMinutes - (stretch.minute % stepMinutes)) % stepMinutes;
    for (let at = stretch.start + missing * MINUTE_MS; at < stretch.end; at += stepMinutes * MINUTE_MS) {
      if (at !== starts.at(-1)) starts.push(at);
    }
  }
  return starts;
}

/** The last instant on the grid that is not after `instant`: the start of the cell in which it lies. */
export function snapStart(limits: EffectiveLimits, instant: EpochMs, zone: string): EpochMs {
  const { start } = dayOf(instant, zone);
  return gridStarts(gridMinutes(limits), { start, end: instant + 1 }, zone).at(-1) ?? start;
}

/** The first instant on the grid that is not before `instant`. */
export function snapUp(limits: EffectiveLimits, instant: EpochMs, zone: string): EpochMs {
  const { end } = dayOf(instant, zone);
  return gridStarts(gridMinutes(limits), { start: instant, end }, zone)[0] ?? end;
}

/**
 * The length in minutes nearest to the one asked for that shortest, longest and granularity allow (longer rather than
 * shorter at a tie); null when they leave none.
 */
export function fitLength(limits: EffectiveLimits, minutes: number): number | null {
  const step = limits.granularityMinutes?.value ?? 1;
  const lowest = Math.max(1, Math.ceil((limits.minLengthMinutes?.value ?? 1) / step)) * step;
  const highest = Math.floor(limits.maxLengthMinutes.value / step) * step;
  if (lowest > highest) return null;
  return Math.min(highest, Math.max(lowest, Math.round(minutes / step) * step));
}
