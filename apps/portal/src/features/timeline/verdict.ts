import type { BookingRefusal, DayView } from "@working-social/booking/schema";
import { claimSpan, quoteBooking, refuseBooking } from "@working-social/booking/rules";
import type { EpochMs, Interval } from "@working-social/kernel";
import { overlaps, subtract } from "@working-social/kernel";
import type { Lane, LaneBooking } from "./lane.ts";

/** What the rules say of a slot, by the functions that the server will use again. */
export interface Verdict {
  /** Empty: it can be booked. The most telling one first. */
  readonly refusals: readonly BookingRefusal[];
  readonly totalMinor: number;
}

/**
 * Judges a slot on a lane. `moving`: the person's own booking that this slot would replace; it stands in nobody's way.
 */
export function judge(day: DayView, lane: Lane, slot: Interval, now: EpochMs, moving: LaneBooking | null): Verdict {
  const request = { resource: lane.resource, slot, now, replacesBookingId: moving?.id ?? null };
  const byRules = refuseBooking(day.situation, request);
  const taken: BookingRefusal[] = isTaken(lane, slot, moving) ? [{ code: "slot_taken" }] : [];
  const refusals = [...byRules, ...taken].sort((a, b) => weight(a) - weight(b));
  return { refusals, totalMinor: quoteBooking(day.situation, lane.resource, slot).totalMinor };
}

/** Whether somebody else's claim touches the slot with its buffers. */
export function isTaken(lane: Lane, slot: Interval, moving: LaneBooking | null): boolean {
  const claim = claimSpan(lane.limits, slot);
  const own =
    moving && lane.bookings.some((booking) => booking.id === moving.id) ? [claimSpan(lane.limits, moving)] : [];
  return subtract(lane.busy, own).some((busy) => overlaps(busy, claim));
}

/** What can't be helped is said first, then who may, then when, then how long. */
const ORDER: BookingRefusal["code"][] = ["resource_archived", "not_for_you", "in_the_past", "closed", "slot_taken"];

function weight(refusal: BookingRefusal): number {
  const index = ORDER.indexOf(refusal.code);
  return index === -1 ? ORDER.length : index;
}
