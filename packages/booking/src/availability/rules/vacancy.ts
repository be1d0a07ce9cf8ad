import type { EpochMs, Interval } from "@working-social/kernel";
import type { SlotView } from "../../rules/quote-view.ts";
import type { BookingRefusal } from "../../rules/refusals.ts";
import type { ResourceView } from "../../resources/schema.ts";
import type { BookingRequest, BookingSituation, NearestOptions } from "../../rules/index.ts";
import { claimSpan, limitsFor, nearestSlots, refuseBooking } from "../../rules/index.ts";
import { formatInstant } from "@working-social/kernel";
import type { Occupancy } from "./occupancy.ts";
import { freeUnits } from "./occupancy.ts";

/** Whether the slot can be had as it is: all that the rules refuse, and slot_taken when no unit is free. */
export function refusalsFor(
  situation: BookingSituation,
  occupancy: Occupancy,
  slot: Interval,
  now: EpochMs,
): BookingRefusal[] {
  const request = requestFor(occupancy.resource, slot, now);
  const refusals = refuseBooking(situation, request);
  const isFree = freeUnits(occupancy, claimSpan(limitsFor(situation, occupancy.resource), slot)) > 0;
  return isFree ? refusals : [...refusals, { code: "slot_taken" }];
}

/**
 * The nearest slots that one unit of the resource has free for their whole length. In a pool each unit has gaps of its
 * own, so each is asked; one that nobody holds at all answers for every other.
 */
export function nearestVacancies(
  situation: BookingSituation,
  { resource, occupied }: Occupancy,
  request: BookingRequest,
  options: NearestOptions,
): Interval[] {
  const claimsOf = (unitId: string) => occupied.filter((unit) => unit.unitId === unitId).map((unit) => unit.claim);
  if (resource.allocation === "all_units")
    return nearestSlots(
      situation,
      resource,
      request,
      occupied.map((unit) => unit.claim),
      options,
    );
  const byUnit = resource.units.map((unit) => claimsOf(unit.id));
  const untouched = byUnit.find((unit) => unit.length === 0);
  const found = (untouched ? [untouched] : byUnit).flatMap((busy) =>
    nearestSlots(situation, resource, request, busy, options),
  );
  const distinct = [...new Map(found.map((slot) => [slot.start, slot])).values()];
  const distance = (slot: Interval) => Math.abs(slot.start - request.slot.start);
  return distinct.sort((a, b) => distance(a) - distance(b) || b.start - a.start).slice(0, options.count);
}

export function requestFor(resource: ResourceView, slot: Interval, now: EpochMs): BookingRequest {
  return { resource, slot, now, replacesBookingId: null };
}

export function slotView(resource: ResourceView, slot: Interval): SlotView {
  return {
    resourceId: resource.id,
    resourceName: resource.name,
    startsAt: formatInstant(slot.start),
    endsAt: formatInstant(slot.end),
  };
}
