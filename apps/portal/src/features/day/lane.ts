import type { DayResource, DayView, ResourceView, TimelineBooking } from "@working-social/booking/schema";
import type { EffectiveLimits } from "@working-social/booking/rules";
import { gridMinutes, gridStarts, limitsFor } from "@working-social/booking/rules";
import type { EpochMs, Interval } from "@working-social/kernel";
import { intersect, parseInstant, subtract } from "@working-social/kernel";
import { spanOf } from "./day-scale.ts";

export interface LaneBooking extends Interval {
  readonly id: string;
  readonly status: TimelineBooking["status"];
  readonly title: string | null;
  /** For staff; null for everybody else. */
  readonly personName: string | null;
  readonly isMine: boolean;
  /** Of a pool: the units that it holds. */
  readonly unitIds: readonly string[];
}

/** How many units of a pool are free for a while. */
export interface Level extends Interval {
  readonly free: number;
}

/** One resource's day, ready for drawing and for the rules. */
export interface Lane {
  readonly resource: ResourceView;
  readonly limits: EffectiveLimits;
  /** Starts and ends that can be chosen by hand, the ends of the day included. */
  readonly stops: readonly EpochMs[];
  readonly stepMinutes: number;
  readonly open: readonly Interval[];
  readonly closed: readonly Interval[];
  /** When it can't be had, buffers of others included; of a pool, when every unit is taken. */
  readonly busy: readonly Interval[];
  /** Parts of `busy` that no visible booking explains: turnover, and claims through a connected room. */
  readonly kept: readonly Interval[];
  readonly bookings: readonly LaneBooking[];
  readonly levels: readonly Level[];
  readonly isPool: boolean;
}

const KIND_ORDER: Record<ResourceView["kind"], number> = {
  room: 0,
  booth: 1,
  hot_desk: 2,
  dedicated_desk: 3,
  equipment: 4,
};

/** The lanes of a day: rooms, booths, desks, equipment; in each kind the order that the manager gave. */
export function lanesOf(day: DayView): Lane[] {
  const whole = spanOf(day);
  const stopsByStep = new Map<number, EpochMs[]>();
  const stopsFor = (step: number) => {
    const known = stopsByStep.get(step) ?? [...gridStarts(step, whole, day.location.timeZone), whole.end];
    stopsByStep.set(step, known);
    return known;
  };
  return [...day.resources].sort(inOrder).map((row) => laneOf(day, row, whole, stopsFor));
}

function inOrder({ resource: a }: DayResource, { resource: b }: DayResource): number {
  return KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || a.sortOrder - b.sortOrder || a.name.localeCompare(b.name);
}

function laneOf(day: DayView, row: DayResource, whole: Interval, stopsFor: (step: number) => EpochMs[]): Lane {
  const limits = limitsFor(day.situation, row.resource);
  const stepMinutes = handStep(gridMinutes(limits));
  const open = row.open.map(spanOf).flatMap((span) => intersect(span, whole) ?? []);
  const busy = row.busy.map(spanOf);
  const bookings = row.bookings.map(({ id, status, title, personName, isMine, unitIds, ...span }) => ({
    id,
    status,
    title,
    personName,
    isMine,
    unitIds,
    ...spanOf(span),
  }));
  const isPool = row.resource.allocation === "one_unit" && row.resource.units.length > 1;
  return {
    resource: row.resource,
    limits,
    stops: stopsFor(stepMinutes),
    stepMinutes,
    open,
    closed: subtract([whole], open),
    busy,
    kept: isPool ? [] : subtract(busy, bookings),
    bookings,
    levels: isPool ? levelsOf(row, whole) : [],
    isPool,
  };
}

/** By hand, a step under ten minutes is too fine to hit: the next multiple from a quarter of an hour on that parts the hour. */
function handStep(grid: number): number {
  if (grid >= 10) return grid;
  const multiples = Array.from({ length: 60 }, (_, index) => (index + 1) * grid);
  return multiples.find((minutes) => minutes >= 15 && 60 % minutes === 0) ?? grid;
}

/** Until the first change that the server tells, and all day where it tells none, every unit is free. */
function levelsOf(row: DayResource, whole: Interval): Level[] {
  const told = row.freeUnits.map((level) => ({ at: parseInstant(level.startsAt), free: level.free }));
  const changes = [{ at: whole.start, free: row.resource.units.length }, ...told];
  return changes.flatMap(({ at, free }, index) => {
    const until = changes[index + 1]?.at ?? whole.end;
    const span = intersect({ start: at, end: until }, whole);
    return span ? [{ ...span, free }] : [];
  });
}

/** The fewest units that are free at once during the slot; all of them where the server tells no level. */
export function freeUnitsDuring(lane: Lane, slot: Interval): number {
  const during = lane.levels.filter((level) => intersect(level, slot));
  return Math.min(lane.resource.units.length, ...during.map((level) => level.free));
}
