import { memoize } from "./memoize.ts";

/** Milliseconds since 1970-01-01T00:00:00Z: the one representation of an instant inside the code. */
export type EpochMs = number;

/** The only source of "now"; injected, so that tests decide what time it is. */
export interface Clock {
  now(): EpochMs;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until it is told otherwise. */
export function fixedClock(iso: string): Clock & { set(iso: string): void; advanceMinutes(minutes: number): void } {
  let current = parseInstant(iso);
  return {
    now: () => current,
    set: (next) => {
      current = parseInstant(next);
    },
    advanceMinutes: (minutes) => {
      current += minutes * 60_000;
    },
  };
}

/** Reads an ISO 8601 instant with offset or Z. Throws RangeError on anything else. */
export function parseInstant(iso: string): EpochMs {
  return Temporal.Instant.from(iso).epochMilliseconds;
}

/** ISO 8601 in UTC with milliseconds, such as 2026-11-26T14:00:00.000Z: the form on the wire. */
export function formatInstant(instant: EpochMs): string {
  return remembered(instant);
}

/** Bookings begin and end at the same quarter hours on every screen: a day view writes some hundred of them. */
const remembered = memoize(10_000, (instant: EpochMs): string => new Date(instant).toISOString());
