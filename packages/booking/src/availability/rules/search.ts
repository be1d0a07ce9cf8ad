import type { EpochMs, Interval } from "@working-social/kernel";
import { shift } from "@working-social/kernel";
import type { ResourceView } from "../../resources/schema.ts";
import type { BookingSituation, Wishes } from "../../rules/index.ts";
import { creditsOfLines, misfits, quoteBooking } from "../../rules/index.ts";
import type { Occupancy } from "./occupancy.ts";
import type { SearchHit, SearchView } from "../schema.ts";
import { nearestVacancies, refusalsFor, requestFor, slotView } from "./vacancy.ts";

/** One location as loaded for a search: what the rules need, and what is taken around the wished time. */
export interface SearchPlace {
  situation: BookingSituation;
  occupancies: Occupancy[];
}

/** How far alternatives may lie from the wished time. */
const ALTERNATIVES_WITHIN_DAYS = 2;
const ALTERNATIVES = 6;
/** Enough quarter hours to find a start on both sides of the wished one. */
const STARTS_WEIGHED = 48;

/** What a resource lacks of the wishes, as the answer says it: "people", "kind", or the name of a feature. */
function missingWishes(resource: ResourceView, wishes: Wishes): string[] {
  return misfits(resource, wishes).flatMap((misfit) => {
    if (misfit.code === "lacks") return misfit.features;
    return misfit.code === "other_kind" ? "kind" : "people";
  });
}

/** Free ones first; where none is, the nearest times and the nearest rooms. Other locations are `searchElsewhere`. */
export function searchPlace(place: SearchPlace, slot: Interval, wishes: Wishes, now: EpochMs): SearchView {
  const fitting = place.occupancies.filter(({ resource }) => misfits(resource, wishes).length === 0);
  const free = freeHits(place, fitting, slot, now).sort(byFit);
  const alternatives =
    free.length > 0
      ? { byTime: [], byRoom: [], byLocation: [] }
      : { byTime: otherTimes(place, fitting, slot, now), byRoom: otherRooms(place, slot, wishes, now), byLocation: [] };
  return { free, alternatives, fitting: fitting.length };
}

/** What fits and is free at the same time in another location. */
export function searchElsewhere(place: SearchPlace, slot: Interval, wishes: Wishes, now: EpochMs): SearchHit[] {
  const fitting = place.occupancies.filter(({ resource }) => misfits(resource, wishes).length === 0);
  return freeHits(place, fitting, slot, now).sort(byFit).slice(0, ALTERNATIVES);
}

/** The span of occupancy that a search for `slot` looks at. */
export function searchSpan(slot: Interval): Interval {
  const minutes = ALTERNATIVES_WITHIN_DAYS * 1440;
  return { start: shift(slot, -minutes).start, end: shift(slot, minutes).end };
}

function freeHits(place: SearchPlace, occupancies: Occupancy[], slot: Interval, now: EpochMs): SearchHit[] {
  return occupancies
    .filter((occupancy) => refusalsFor(place.situation, occupancy, slot, now).length === 0)
    .map((occupancy) => hit(place.situation, occupancy.resource, slot));
}

/** Of each resource the next time later and the next one earlier: 16:00, 16:15 and 16:30 would be one answer thrice. */
function otherTimes(place: SearchPlace, fitting: Occupancy[], slot: Interval, now: EpochMs): SearchHit[] {
  const distance = (other: Interval) => Math.abs(other.start - slot.start);
  return fitting
    .flatMap((occupancy) => {
      const options = { count: STARTS_WEIGHED, searchDays: ALTERNATIVES_WITHIN_DAYS };
      const slots = nearestVacancies(place.situation, occupancy, requestFor(occupancy.resource, slot, now), options);
      const [later, earlier] = [
        slots.find((other) => other.start >= slot.start),
        slots.find((other) => other.start < slot.start),
      ];
      return [later, earlier].flatMap((other) => (other ? [{ other, resource: occupancy.resource }] : []));
    })
    .sort(
      (a, b) =>
        distance(a.other) - distance(b.other) ||
        b.other.start - a.other.start ||
        a.resource.capacity - b.resource.capacity,
    )
    .slice(0, ALTERNATIVES)
    .map(({ other, resource }) => hit(place.situation, resource, other));
}

/** Rooms that lack the fewest wishes; nobody is offered a room when they asked for a desk unless nothing else is left. */
function otherRooms(
  place: SearchPlace,
  slot: Interval,
  wishes: Wishes,
  now: EpochMs,
): SearchView["alternatives"]["byRoom"] {
  const lacking = place.occupancies.flatMap((occupancy) => {
    const missing = missingWishes(occupancy.resource, wishes);
    return missing.length > 0 && !missing.includes("kind") ? [{ occupancy, missing }] : [];
  });
  return lacking
    .filter(({ occupancy }) => refusalsFor(place.situation, occupancy, slot, now).length === 0)
    .map(({ occupancy, missing }) => ({ ...hit(place.situation, occupancy.resource, slot), missing }))
    .sort((a, b) => a.missing.length - b.missing.length || b.resource.capacity - a.resource.capacity || byFit(a, b))
    .slice(0, ALTERNATIVES);
}

function hit(situation: BookingSituation, resource: ResourceView, slot: Interval): SearchHit {
  const { totalMinor, currency, lines } = quoteBooking(situation, resource, slot);
  const { id: locationId, name: locationName } = situation.location;
  const credits = creditsOfLines(lines);
  return { ...slotView(resource, slot), locationId, locationName, resource, totalMinor, currency, credits };
}

/** The fewest spare seats, then the lowest price, then by name: the best fit leaves larger rooms to larger groups. */
function byFit(a: SearchHit, b: SearchHit): number {
  return (
    a.resource.capacity - b.resource.capacity ||
    (a.totalMinor ?? 0) - (b.totalMinor ?? 0) ||
    a.resourceName.localeCompare(b.resourceName)
  );
}
