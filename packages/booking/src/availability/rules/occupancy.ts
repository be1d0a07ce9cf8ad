import type { EpochMs, Interval } from "@working-social/kernel";
import { merge, overlaps } from "@working-social/kernel";
import type { TimelineBooking } from "../schema.ts";
import type { ResourceView } from "../../resources/schema.ts";

/** One unit held for a time, buffers included. */
export interface OccupiedUnit {
  unitId: string;
  claim: Interval;
}

/** With the booking behind it, where a screen shows it. */
export interface BookedUnit extends OccupiedUnit {
  booking: OccupyingBooking;
}

export interface OccupyingBooking {
  id: string;
  isMine: boolean;
  status: TimelineBooking["status"];
  title: string;
  isTitlePublic: boolean;
  /** Only where the reader may know. */
  personName: string | null;
  slot: Interval;
}

/** A resource with all that holds its units during a span. A unit shared by two resources shows in both. */
export interface Occupancy<Unit extends OccupiedUnit = OccupiedUnit> {
  resource: ResourceView;
  occupied: Unit[];
}

/** Only what reaches into the span. */
export function within<Unit extends OccupiedUnit>(
  { resource, occupied }: Occupancy<Unit>,
  span: Interval,
): Occupancy<Unit> {
  return { resource, occupied: occupied.filter((unit) => overlaps(unit.claim, span)) };
}

/** When no booking can be added: for a room while any of its units is held, for a pool while all of them are. */
export function busyTime({ resource, occupied }: Occupancy): Interval[] {
  if (resource.allocation === "all_units") return merge(occupied.map((unit) => unit.claim));
  const busy: Interval[] = [];
  let start: EpochMs | null = null;
  for (const step of freeUnitSteps({ resource, occupied })) {
    if (step.free === 0) start ??= step.at;
    else if (start !== null) {
      busy.push({ start, end: step.at });
      start = null;
    }
  }
  return busy;
}

/**
 * Of a pool: from each instant on, how many units are free, until the next. The last step has all of them free.
 * A slot needs one unit for its whole length, so that `free > 0` throughout may still not be enough: a command tries.
 */
export function freeUnitSteps({ resource, occupied }: Occupancy): { at: EpochMs; free: number }[] {
  const changes = new Map<EpochMs, number>();
  const change = (at: EpochMs, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
  for (const { claim } of occupied) {
    change(claim.start, -1);
    change(claim.end, +1);
  }
  let free = resource.units.length;
  return [...changes].sort(([a], [b]) => a - b).map(([at, by]) => ({ at, free: (free += by) }));
}

/** Of a pool: the units that nobody holds during the whole of `claim`; of a room: all of its units, or none. */
export function freeUnits({ resource, occupied }: Occupancy, claim: Interval): number {
  const taken = new Set(occupied.filter((unit) => overlaps(unit.claim, claim)).map((unit) => unit.unitId));
  if (resource.allocation === "all_units") return taken.size === 0 ? resource.units.length : 0;
  return resource.units.length - taken.size;
}
