import type { EpochMs, Interval } from "@working-social/kernel";
import type { BookingRefusal } from "../../rules/refusals.ts";
import type { ResourceView } from "../../resources/schema.ts";
import type { EffectiveLimits } from "../../rules/limits.ts";
import { limitsFor } from "../../rules/limits.ts";
import { quoteBooking } from "../../rules/quote.ts";
import { refuseBooking, refuseForStaff } from "../../rules/refuse-booking.ts";
import type { BookingSituation } from "../../rules/situation.ts";
import type { QuoteView } from "../../rules/quote-view.ts";

export interface Wish {
  resource: ResourceView;
  slot: Interval;
  now: EpochMs;
  /** Staff act for somebody else: the rules are what members may do by themselves. */
  isStaffActing: boolean;
  replacesBookingId: string | null;
}

export interface Decision {
  /** Every rule that stands in the way; empty: only the database can still say no. */
  refusals: BookingRefusal[];
  limits: EffectiveLimits;
  quote: QuoteView;
}

/** What the rules say to a wish, and what it costs. */
export function decide(situation: BookingSituation, wish: Wish): Decision {
  const { resource, slot, isStaffActing } = wish;
  const quote = quoteBooking(situation, resource, slot);
  return {
    refusals: isStaffActing ? refuseForStaff(situation, wish) : refuseBooking(situation, wish),
    limits: limitsFor(situation, resource),
    // What staff book for somebody is approved by that.
    quote: isStaffActing ? { ...quote, needsApproval: false } : quote,
  };
}
