import type { EpochMs } from "@working-social/kernel";

/** After this long without a sign of life the kiosk starts again. */
export const SILENCE_SECONDS = 30;

/** From here on the countdown asks. */
export const WARNING_SECONDS = 10;

/** Whole seconds until the kiosk starts again, rounded up, so that it reads 30 first and 1 last; 0: now. */
export function secondsLeft(lastSignAt: EpochMs, now: EpochMs): number {
  // A clock that was set back would keep somebody's jobs in sight for as long.
  const silentMs = Math.max(now - lastSignAt, 0);
  return Math.max(Math.ceil(SILENCE_SECONDS - silentMs / 1_000), 0);
}
