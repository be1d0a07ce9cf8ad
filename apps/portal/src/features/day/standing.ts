import type { DayView } from "@working-social/booking/schema";
import type { Interval } from "@working-social/kernel";
import type { Lane } from "./lane.ts";
import type { Asking, Verdict } from "./verdict.ts";
import { judge } from "./verdict.ts";
import type { Misfit, Wishes } from "@working-social/booking/rules";
import { misfits } from "@working-social/booking/rules";
import { seats } from "./wishes.ts";

/** How one resource stands to what is asked: whether it fits, and whether it is free then. */
export interface Standing {
  readonly lane: Lane;
  readonly misfits: readonly Misfit[];
  /** Fits, and is open to this person at all. */
  readonly isFitting: boolean;
  readonly isFree: boolean;
  readonly verdict: Verdict;
}

/** What fits comes first, each part in the order of the lanes. It follows what is wished for, never the time: no row jumps. */
export function fittingFirst(lanes: readonly Lane[], wishes: Wishes): Lane[] {
  const fits = (lane: Lane) => misfits(lane.resource, wishes).length === 0 && lane.limits.forbiddenBy === null;
  return [...lanes.filter(fits), ...lanes.filter((lane) => !fits(lane))];
}

/** How every resource of a day stands to a slot. */
export function standings(
  day: DayView,
  lanes: readonly Lane[],
  wishes: Wishes,
  slot: Interval,
  asking: Asking,
): Standing[] {
  return lanes.map((lane) => {
    const missed = misfits(lane.resource, wishes);
    const verdict = judge(day, lane, slot, asking);
    const isOpenToThem = asking.isForAnother || lane.limits.forbiddenBy === null;
    const isFitting = missed.length === 0 && isOpenToThem;
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
        (a.verdict.totalMinor ?? 0) - (b.verdict.totalMinor ?? 0) ||
        a.lane.resource.name.localeCompare(b.lane.resource.name),
    );
}

/** For a list: the free ones by fit, then those that fit at another time, then the rest; each as the manager sorted them. */
export function ordered(all: readonly Standing[], free: readonly Standing[]): Standing[] {
  const rest = all.filter((standing) => !standing.isFree);
  return [...free, ...rest.filter(({ isFitting }) => isFitting), ...rest.filter(({ isFitting }) => !isFitting)];
}
