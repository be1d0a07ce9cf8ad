import { boundsOf } from "@working-social/booking/rules";
import type { BookingRefusal, FloorShapeView, FloorView, UnitView } from "@working-social/booking/schema";
import type { EpochMs, Interval } from "@working-social/kernel";
import { overlaps } from "@working-social/kernel";
import { freeUnitsDuring, type Lane } from "../lane.ts";
import type { Standing } from "../standing.ts";

/** How a place looks: each differs from the others by outline, pattern or word, not by colour alone. */
export type PlaceState = "free" | "yours" | "taken" | "closed" | "misfit" | "refused";

/** A shape that can be booked, as it stands to what is asked. */
export interface Place {
  readonly shape: FloorShapeView;
  readonly standing: Standing;
  /** One desk of a pool. */
  readonly unit: UnitView | null;
  readonly state: PlaceState;
  /** Of a taken one: when that is over. */
  readonly until: EpochMs | null;
  /** Of a whole pool: how many can be had. */
  readonly free: number | null;
  /** Why it can't be had, the most telling first. */
  readonly refusal: BookingRefusal | null;
}

/** The places of a floor in reading order: row by row, as one reads a page; what encloses others comes before them. */
export function placesOf(floor: FloorView, standings: readonly Standing[], slot: Interval): Place[] {
  const byResource = new Map(standings.map((standing) => [standing.lane.resource.id, standing]));
  return floor.shapes
    .flatMap((shape) => {
      const standing = byResource.get(shape.resourceId ?? "");
      return standing ? [placeOf(shape, standing, slot)] : [];
    })
    .map((place) => ({ place, box: boundsOf(place.shape.points) }))
    .sort(
      (a, b) =>
        row(a.box.y) - row(b.box.y) || a.box.x - b.box.x || b.box.width * b.box.height - a.box.width * a.box.height,
    )
    .map(({ place }) => place);
}

/** Shapes that start within a metre and a half of each other are in one row. */
const row = (y: number) => Math.round(y / 150);

/** What is on a floor and can't be booked: walls, stairs, rooms without a name in the list. Later ones lie on top. */
export function sceneryOf(floor: FloorView, standings: readonly Standing[]): FloorShapeView[] {
  const known = new Set(standings.map(({ lane }) => lane.resource.id));
  return floor.shapes.filter(({ resourceId }) => resourceId === null || !known.has(resourceId));
}

function placeOf(shape: FloorShapeView, standing: Standing, slot: Interval): Place {
  const { lane } = standing;
  const unit = lane.resource.units.find(({ id }) => id === shape.unitId) ?? null;
  const bookings = lane.bookings.filter(
    (booking) => overlaps(booking, slot) && (!unit || booking.unitIds.includes(unit.id)),
  );
  const isUnitTaken = unit !== null && lane.isPool && bookings.length > 0;
  const [first = null] = standing.verdict.refusals;
  const refusal = isUnitTaken && first === null ? { code: "slot_taken" as const } : first;
  const state = bookings.some(({ isMine }) => isMine) ? "yours" : stateOf(standing, refusal);
  return {
    shape,
    standing,
    unit: lane.isPool ? unit : null,
    state,
    until: state === "taken" || state === "yours" ? busyUntil(lane, isUnitTaken ? bookings : lane.busy, slot) : null,
    free: lane.isPool && !unit ? freeUnitsDuring(lane, slot) : null,
    refusal,
  };
}

function stateOf({ isFitting }: Standing, refusal: BookingRefusal | null): PlaceState {
  if (refusal?.code === "closed") return "closed";
  if (refusal?.code === "slot_taken") return "taken";
  if (!isFitting) return "misfit";
  return refusal ? "refused" : "free";
}

/** When what stands in the slot's way ends: the last of it that the slot touches. */
function busyUntil(lane: Lane, busy: readonly Interval[], slot: Interval): EpochMs | null {
  const ends = [...busy, ...lane.bookings.filter(({ isMine }) => isMine)]
    .filter((span) => overlaps(span, slot))
    .map(({ end }) => end);
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** How many of a floor's resources can be had then: rooms as one, desks by the desk. */
export function freeOn(floor: FloorView, standings: readonly Standing[], slot: Interval): number {
  const ids = new Set(floor.shapes.map(({ resourceId }) => resourceId));
  const free = standings.filter(({ lane, isFree }) => isFree && ids.has(lane.resource.id));
  return free.reduce((sum, { lane }) => sum + (lane.isPool ? freeUnitsDuring(lane, slot) : 1), 0);
}
