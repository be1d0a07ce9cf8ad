import type { Interval } from "@working-social/kernel";
import { formatInstant, intersect } from "@working-social/kernel";
import type { BookingSituation } from "../../rules/index.ts";
import { openIntervals } from "../../rules/index.ts";
import type { BookedUnit, Occupancy } from "./occupancy.ts";
import { busyTime, freeUnitSteps } from "./occupancy.ts";
import type { DayResource, TimelineBooking } from "../schema.ts";

/** Who looks at the day: what they may read of others' bookings. */
export interface Reader {
  personId: string | null;
  seesAllTitles: boolean;
}

/** When each resource is open on the day; most have no hours of their own, and share the location's answer. */
export function openingOn(situation: BookingSituation, day: Interval): (resourceId: string) => DayResource["open"] {
  const ofLocation = openIntervals(situation, null, day).map(spanView);
  const withOwn = new Set(situation.hours.map((hours) => hours.resourceId));
  return (resourceId) =>
    withOwn.has(resourceId) ? openIntervals(situation, resourceId, day).map(spanView) : ofLocation;
}

/** One row of the timeline: when the resource is open, when it can't be had, and by what. */
export function dayResource(
  open: DayResource["open"],
  occupancy: Occupancy<BookedUnit>,
  day: Interval,
  reader: Reader,
): DayResource {
  const { resource } = occupancy;
  const steps = resource.allocation === "one_unit" ? freeUnitSteps(occupancy) : [];
  return {
    resource,
    open,
    busy: busyTime(occupancy)
      .flatMap((busy) => intersect(busy, day) ?? [])
      .map(spanView),
    bookings: timelineBookings(occupancy, reader),
    freeUnits: steps.map((step) => ({ startsAt: formatInstant(step.at), free: step.free })),
  };
}

/** Each booking once, however many units it holds. A private title is for its owner and for staff. */
function timelineBookings({ resource, occupied }: Occupancy<BookedUnit>, reader: Reader): TimelineBooking[] {
  const distinct = new Map(occupied.map((unit) => [unit.booking.id, unit.booking]));
  return [...distinct.values()].map((booking) => {
    const mayReadTitle = booking.isMine || booking.isTitlePublic || reader.seesAllTitles;
    return {
      id: booking.id,
      resourceId: resource.id,
      status: booking.status,
      startsAt: formatInstant(booking.slot.start),
      endsAt: formatInstant(booking.slot.end),
      title: mayReadTitle ? booking.title : null,
      personName: reader.seesAllTitles ? booking.personName : null,
      isMine: booking.isMine,
      unitIds: resource.allocation === "one_unit" ? unitsOf(occupied, booking.id) : [],
    };
  });
}

function unitsOf(occupied: readonly BookedUnit[], bookingId: string): string[] {
  return occupied.filter((unit) => unit.booking.id === bookingId).map((unit) => unit.unitId);
}

function spanView(span: Interval): { startsAt: string; endsAt: string } {
  return { startsAt: formatInstant(span.start), endsAt: formatInstant(span.end) };
}
