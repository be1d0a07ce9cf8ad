import type { DayView } from "@working-social/booking/schema";
import type { EpochMs, Interval } from "@working-social/kernel";
import type { Lane } from "./lane.ts";
import type { Verdict } from "./verdict.ts";
import { judge } from "./verdict.ts";
import type { Misfit, Wishes } from "./wishes.ts";
import { misfits, seats } from "./wishes.ts";

/** How one resource stands to what is asked: whether it fits, and whether it is free then. */
export interface Standing {
  readonly lane: Lane;
  readonly misfits: readonly Misfit[];
  /** Fits, and is open to this person at all. */
  readonly isFitting: boolean;
  readonly isFree: boolean;
  readonly verdict: Verdict;
}

export function standings(day: DayView, lanes: readonly Lane[], wishes: Wishes, slot: Interval, now: EpochMs): Standing[] {
  return lanes.map((lane) => {
    const missed = misfits(lane.resource, wishes);
    const verdict = judge(day, lane, slot, now, null);
    const isFitting = missed.length === 0 && lane.limits.forbiddenBy === null;
    return { lane, misfits: missed, isFitting, isFree: isFitting && verdict.refusals.length === 0, verdict };
  });
}

/** The free ones, the best fit first, as search on the server orders them: fewest spare seats, then price, then name. */
export function freeByFit(all: readonly Standing[], wishes: Wishes): Standing[] {
  const spare = (standing: Standing) => seats(standing.lane.resource) - wishes.people;
  return all
    .filter((standing) => standing.isFree)
    .sort(
      (a, b) =>
        spare(a) - spare(b) ||
        a.verdict.totalMinor - b.verdict.totalMinor ||
        a.lane.resource.name.localeCompare(b.lane.resource.name),
    );
}
