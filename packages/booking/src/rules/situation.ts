import type { EpochMs, Interval, Role } from "@working-social/kernel";
import type { LotView } from "@working-social/credits/schema";
import type { BookingRuleView } from "../booking-rules/schema.ts";
import type { CancellationPolicyView } from "../cancellation/schema.ts";
import type { LocationView, OpeningException, WeeklyInterval } from "../locations/schema.ts";
import type { RateView } from "../rates/schema.ts";
import type { ResourceKind } from "../shared.ts";

/** What the rules need to know of a resource. */
export interface RuleResource {
  id: string;
  locationId: string;
  kind: ResourceKind;
  isArchived: boolean;
}

/** What the rules need to know of who books. planId: the person's own plan, else the team's. */
export interface RulePerson {
  id: string;
  role: Role;
  planId: string | null;
  teamId: string | null;
}

/** An active booking of the person or of the person's team, for the limits. */
export interface UsageBooking {
  id: string;
  personId: string | null;
  teamId: string | null;
  resourceId: string;
  resourceKind: ResourceKind;
  locationId: string;
  startsAt: string;
  endsAt: string;
}

/** Opening hours of one owner: the location (resourceId null) or a resource. */
export interface HoursOf {
  resourceId: string | null;
  weekly: WeeklyInterval[];
  exceptions: OpeningException[];
}

/**
 * Everything that the rules need about one location and one person, as plain data: loaded once by the server for a
 * command, and sent to the browser with the day, so that both decide with the same functions.
 */
export interface BookingSituation {
  location: LocationView;
  person: RulePerson;
  hours: HoursOf[];
  rules: BookingRuleView[];
  rates: RateView[];
  policies: CancellationPolicyView[];
  /**
   * Active bookings (held, pending, confirmed) of the person and the team, in every location, that end after the start
   * of today in the location's zone: what was used this morning counts against the minutes of the day.
   */
  usage: UsageBooking[];
  /**
   * Credits that may pay for what this person books in the span that was asked for: own and the team's, and what their
   * plans are still to give (`isPlanned`), less what is promised to earlier bookings.
   */
  lots: LotView[];
}

/** A wish to have a resource for a time. `replacesBookingId`: a change; that booking does not count against limits. */
export interface BookingRequest {
  resource: RuleResource;
  slot: Interval;
  now: EpochMs;
  replacesBookingId: string | null;
}
