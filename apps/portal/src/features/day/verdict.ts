import type { BookingRefusal, DayView, UnitQuantity } from "@working-social/booking/schema";
import { claimSpan, creditsOfLines, quoteBooking, refuseBooking, refuseForStaff } from "@working-social/booking/rules";
import type { EpochMs, Interval } from "@working-social/kernel";
import { overlaps, subtract } from "@working-social/kernel";
import type { Lane, LaneBooking } from "./lane.ts";

/** What the rules say of a slot, by the functions that the server will use again. */
export interface Verdict {
  /** Empty: it can be booked. The most telling one first. */
  readonly refusals: readonly BookingRefusal[];
  /** null: booked for somebody else, whose rates are not known here. */
  readonly totalMinor: number | null;
  /** What credits pay on top of it. */
  readonly credits: readonly UnitQuantity[];
}

/** Who asks, and when. */
export interface Asking {
  readonly now: EpochMs;
  /** The person's own booking that the slot would replace; it stands in nobody's way. */
  readonly moving: LaneBooking | null;
  /** Staff book for somebody else: then the rules of members do not stop them. */
  readonly isForAnother: boolean;
}

/** Judges a slot on a lane. */
export function judge(day: DayView, lane: Lane, slot: Interval, { now, moving, isForAnother }: Asking): Verdict {
  const request = { resource: lane.resource, slot, now, replacesBookingId: moving?.id ?? null };
  const byRules = isForAnother ? refuseForStaff(day.situation, request) : refuseBooking(day.situation, request);
  const taken: BookingRefusal[] = isTaken(lane, slot, moving) ? [{ code: "slot_taken" }] : [];
  const refusals = [...byRules, ...taken].sort((a, b) => weight(a) - weight(b));
  if (isForAnother) return { refusals, totalMinor: null, credits: [] };
  const { totalMinor, lines } = quoteBooking(day.situation, lane.resource, slot);
  return { refusals, totalMinor, credits: creditsOfLines(lines) };
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
