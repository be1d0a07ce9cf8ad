import type { Interval } from "@working-social/kernel";
import type { Attempt, Place, Version } from "./history.ts";
import { versionsOf } from "./history.ts";

// Written apart from the product: it shares no rule, no query and no overlap with it, only the words of its answers.

/** What stands in the database when all is done. */
export interface StoredBooking {
  id: string;
  resourceId: string;
  status: string;
  sequence: number;
  slot: Interval;
  /** The units that it holds now, and for which time. */
  claims: { unitId: string; span: Interval }[];
}

const MINUTE_MS = 60_000;

/** Everything wrong with a run, in sentences; nothing, when it was right. */
export function faultsOf(
  history: readonly Attempt[],
  stored: readonly StoredBooking[],
  places: readonly Place[],
): string[] {
  const versions = versionsOf(history);
  return [
    ...overlapsOnUnits(stored),
    ...overCapacity(stored, places),
    ...lostBookings(versions, stored),
    ...unexplained(history, versions, places),
    ...repeatsThatDiffer(history),
    ...strangeAnswers(history),
  ];
}

/** Two claims on one unit at one moment: sorted by start, each must end before the next begins. */
function overlapsOnUnits(stored: readonly StoredBooking[]): string[] {
  const byUnit = Map.groupBy(
    stored.flatMap((booking) => booking.claims.map((claim) => ({ ...claim, id: booking.id }))),
    (claim) => claim.unitId,
  );
  return [...byUnit.values()].flatMap((claims) => {
    const sorted = claims.sort((a, b) => a.span.start - b.span.start);
    return sorted.flatMap((claim, i) => {
      const next = sorted[i + 1];
      return next && next.span.start < claim.span.end
        ? [`Bookings ${claim.id} and ${next.id} overlap on unit ${claim.unitId}.`]
        : [];
    });
  });
}

/** A sweep over starts and ends: at no moment more bookings of a resource than it has units. */
function overCapacity(stored: readonly StoredBooking[], places: readonly Place[]): string[] {
  return places.flatMap((place) => {
    const held = stored.filter((booking) => booking.resourceId === place.resourceId && booking.claims.length > 0);
    const steps = held.flatMap(({ slot }) => {
      const { start, end } = taken(place, slot);
      return [
        { at: start, by: 1 },
        { at: end, by: -1 },
      ];
    });
    let count = 0;
    const most = steps
      .sort((a, b) => a.at - b.at || a.by - b.by)
      .reduce((top, step) => Math.max(top, (count += step.by)), 0);
    return most > place.capacity
      ? [`${place.resourceId} has ${place.capacity} units and was booked ${most} times at once.`]
      : [];
  });
}

/** The last state that a client was told of is the state in the database. */
function lostBookings(versions: Map<string, Version[]>, stored: readonly StoredBooking[]): string[] {
  const byId = new Map(stored.map((booking) => [booking.id, booking]));
  return [...versions].flatMap(([id, states]) => {
    const last = states.at(-1);
    const booking = byId.get(id);
    if (!booking || !last) return [`Booking ${id} was acknowledged and is not there.`];
    const isSame =
      booking.sequence === last.sequence &&
      booking.status === last.status &&
      booking.resourceId === last.resourceId &&
      booking.slot.start === last.slot.start &&
      booking.slot.end === last.slot.end;
    return isSame
      ? []
      : [`Booking ${id} was acknowledged as ${JSON.stringify(last)}, and stands as ${JSON.stringify(booking)}.`];
  });
}

/** Who was told "taken" must have met, at some moment of that request, as many bookings as the resource has units. */
function unexplained(
  history: readonly Attempt[],
  versions: Map<string, Version[]>,
  places: readonly Place[],
): string[] {
  const all = [...versions.values()].flat().filter((version) => version.isActive);
  const byResource = Map.groupBy(all, (version) => version.resourceId);
  return history.flatMap((attempt) => {
    const { answer, wish, invokedMs, answeredMs } = attempt;
    const place = places.find((candidate) => candidate.resourceId === wish?.resourceId);
    if (answer.kind !== "refused" || !answer.refusals.includes("slot_taken") || !wish || !place) return [];
    const wanted = taken(place, wish.slot);
    const inTheWay = (byResource.get(place.resourceId) ?? []).filter((version) => {
      const held = taken(place, version.slot);
      return (
        held.start < wanted.end &&
        wanted.start < held.end &&
        version.sinceMs <= answeredMs &&
        version.untilMs >= invokedMs &&
        version.bookingId !== attempt.bookingId
      );
    });
    const others = new Set(inTheWay.map((version) => version.bookingId)).size;
    return others >= place.capacity
      ? []
      : [`"Taken" for ${JSON.stringify(wish)} although only ${others} of ${place.capacity} could have been.`];
  });
}

/** One key, one answer: whatever process gave it. */
function repeatsThatDiffer(history: readonly Attempt[]): string[] {
  const byKey = Map.groupBy(
    history.filter((attempt) => attempt.answer.kind === "ok"),
    (attempt) => attempt.key,
  );
  return [...byKey].flatMap(([key, attempts]) => {
    const answers = new Set(attempts.map((attempt) => JSON.stringify(attempt.answer)));
    return answers.size > 1 ? [`The key ${key} was answered differently: ${[...answers].join(" and ")}.`] : [];
  });
}

function strangeAnswers(history: readonly Attempt[]): string[] {
  return history.flatMap(({ verb, answer }) =>
    answer.kind === "fault" ? [`${verb} was answered with ${answer.text}.`] : [],
  );
}

function taken(place: Place, slot: Interval): Interval {
  return {
    start: slot.start - place.bufferBeforeMinutes * MINUTE_MS,
    end: slot.end + place.bufferAfterMinutes * MINUTE_MS,
  };
}
