import type { EpochMs } from "./clock.ts";

/** So many at once at the most; what was used comes back evenly, all of it in `perSeconds`. */
export interface Allowance {
  readonly points: number;
  readonly perSeconds: number;
}

/**
 * Several allowances at once, such as ten in a quarter of an hour and thirty a day: whoever goes on at the quick one's pace is
 * slowed down by the slow ones. They decay and never begin anew, so no moment of the clock is worth waiting for.
 */
export type Budget = readonly Allowance[];

/** How much of each allowance is used, as of an instant. */
export interface Usage {
  readonly used: readonly number[];
  readonly at: EpochMs;
}

export type Drawn = { readonly usage: Usage; readonly retryAfterMs: null } | { readonly retryAfterMs: number };

/** Computed points come back in fractions: what lacks less than this is there. */
const DUST = 1e-9;

/** Nodes' clocks differ by seconds. What is further ahead was written while a clock was wrong. */
const MOST_AHEAD_MS = 60_000;

/**
 * What is still used at `now`. A clock that goes back gives nothing back; one that was far ahead and has been set right doesn't
 * hold up what comes back until then: it comes back from now on.
 */
export function usageAt(budget: Budget, usage: Usage | null, now: EpochMs): Usage {
  const seconds = usage ? Math.max(0, now - usage.at) / 1000 : 0;
  const used = budget.map((allowance, index) => Math.max(0, (usage?.used[index] ?? 0) - seconds * pace(allowance)));
  const isOfNow = usage !== null && usage.at - now <= MOST_AHEAD_MS;
  return { used, at: isOfNow ? Math.max(now, usage.at) : now };
}

/** Takes one point of every allowance, or none and says after how many milliseconds there will be one of each. */
export function draw(budget: Budget, before: Usage | null, now: EpochMs): Drawn {
  const usage = usageAt(budget, before, now);
  const waits = budget.map((allowance, index) => {
    const missing = (usage.used[index] ?? 0) + 1 - allowance.points;
    return missing <= DUST ? 0 : (missing / pace(allowance)) * 1000;
  });
  const longest = Math.max(...waits);
  if (longest > 0) return { retryAfterMs: Math.ceil(longest + usage.at - now) };
  return { usage: { ...usage, used: usage.used.map((used) => used + 1) }, retryAfterMs: null };
}

/** Gives one point back: the try was no guess. */
export function refundDraw(budget: Budget, before: Usage | null, now: EpochMs): Usage {
  const usage = usageAt(budget, before, now);
  return { ...usage, used: usage.used.map((used) => Math.max(0, used - 1)) };
}

/** How far somebody gets within so many milliseconds who never rests: what a budget is worth against guessing. */
export function mostWithin(budget: Budget, milliseconds: number): number {
  let [count, now, usage] = [0, 0, null as Usage | null];
  while (now < milliseconds) {
    const drawn = draw(budget, usage, now);
    if (drawn.retryAfterMs === null) [count, usage] = [count + 1, drawn.usage];
    else now += drawn.retryAfterMs;
  }
  return count;
}

/** When nothing is used any more, and the usage may be forgotten. */
export function emptyAt(budget: Budget, { used, at }: Usage): EpochMs {
  const seconds = budget.map((allowance, index) => (used[index] ?? 0) / pace(allowance));
  return at + Math.ceil(Math.max(0, ...seconds) * 1000);
}

/** Points that come back in a second. */
function pace({ points, perSeconds }: Allowance): number {
  return points / perSeconds;
}
