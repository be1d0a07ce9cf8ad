// Builders for the tests of the rules: a plain space in a zone, and what a test says on top of it.
import type { LotView } from "@working-social/credits/schema";
import { ANYTHING } from "@working-social/credits/schema";
import type { Interval } from "@working-social/kernel";
import { formatInstant, parseInstant } from "@working-social/kernel";
import type { BookingRuleView, RuleSettings } from "../booking-rules/schema.ts";
import { NO_LIMITS } from "../booking-rules/schema.ts";
import type { LocationView, OpeningException, WeeklyInterval } from "../locations/schema.ts";
import type { RateView } from "../rates/schema.ts";
import type { BookingRequest, BookingSituation, RulePerson, RuleResource, UsageBooking } from "./situation.ts";

const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The same hours on each of the weekdays. */
export function weekly(opensMinute: number, closesMinute: number, weekdays = ALL_WEEK): WeeklyInterval[] {
  return weekdays.map((weekday) => ({ weekday, opensMinute, closesMinute }));
}

export function closedOn(date: string, reason = "Holiday"): OpeningException {
  return { date, opensMinute: null, closesMinute: null, reason };
}

/** Open day and night, no rules, no rates, a member on plan-flex, US dollars without tax. */
export function aSituation(
  over: Partial<Omit<BookingSituation, "location" | "person">> & {
    location?: Partial<LocationView>;
    person?: Partial<RulePerson>;
  } = {},
): BookingSituation {
  const { location, person, ...lists } = over;
  return {
    location: {
      id: "north",
      name: "North",
      timeZone: "Asia/Kathmandu",
      currency: "USD",
      taxName: null,
      taxBasisPoints: 0,
      taxInclusive: false,
      zeroTaxCategory: "O",
      language: "en",
      region: null,
      ...location,
    },
    person: { id: "ana", role: "member", planId: "plan-flex", teamId: null, ...person },
    hours: [{ resourceId: null, weekly: weekly(0, 1440), exceptions: [] }],
    rules: [],
    rates: [],
    policies: [],
    usage: [],
    lots: [],
    ...lists,
  };
}

export function aResource(over: Partial<RuleResource> = {}): RuleResource {
  return { id: "room-1", locationId: "north", kind: "room", isArchived: false, ...over };
}

/** A rule for everybody and everything that sets what is given. */
export function aRule(
  settings: Partial<RuleSettings>,
  over: Partial<Omit<BookingRuleView, "settings">> = {},
): BookingRuleView {
  return {
    id: "rule-1",
    name: "House rule",
    locationId: null,
    resourceKind: null,
    resourceId: null,
    planIds: [],
    teamIds: [],
    roles: [],
    audienceIsExcept: false,
    ...over,
    settings: { ...NO_LIMITS, ...settings },
  };
}

/** 10.00 an hour for anyone, at any time. */
export function aRate(over: Partial<RateView> = {}): RateView {
  return {
    id: "rate-1",
    name: "Hourly",
    locationId: "north",
    resourceKind: null,
    resourceId: null,
    audience: "anyone",
    planId: null,
    weekdays: [],
    bandFromMinute: 0,
    bandToMinute: 1440,
    unit: "hour",
    priceMinor: 1000,
    minimumChargeMinor: null,
    ...over,
  };
}

/** A slot in the wall-clock time of a zone: aSlot("2026-11-26T09:00", "2026-11-26T10:30", "Asia/Kathmandu"). */
export function aSlot(from: string, to: string, zone = "Asia/Kathmandu"): Interval {
  return { start: aLocal(from, zone), end: aLocal(to, zone) };
}

export function aLocal(wallClock: string, zone = "Asia/Kathmandu"): number {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).epochMilliseconds;
}

/** A request of that slot made at `now`, an instant with offset. */
export function aRequest(slot: Interval, now: string, over: Partial<BookingRequest> = {}): BookingRequest {
  return { resource: aResource(), slot, now: parseInstant(now), replacesBookingId: null, ...over };
}

/** A booking of Ana's in room 1. */
export function aUsage(slot: Interval, over: Partial<UsageBooking> = {}): UsageBooking {
  return {
    id: "booking-1",
    personId: "ana",
    teamId: null,
    resourceId: "room-1",
    resourceKind: "room",
    locationId: "north",
    startsAt: formatInstant(slot.start),
    endsAt: formatInstant(slot.end),
    ...over,
  };
}

/** Credits of a plan's period, good for anything until December. */
export function aLot(left: number, over: Partial<LotView> = {}): LotView {
  return {
    id: "plan",
    unit: "room_minutes",
    currency: null,
    owner: "person",
    source: "plan",
    label: "2026-11",
    left,
    held: 0,
    startsAt: null,
    expiresAt: "2026-11-30T18:15:00Z",
    scope: ANYTHING,
    createdAt: "2026-11-01T00:00:00Z",
    isPlanned: false,
    ...over,
  };
}

/**
 * The local dates on which a zone's clock changed, or is to change, from 2020 to 2033: properties about days of change draw
 * from these, since among all dates they are one in two hundred.
 */
export function changeDates(zone: string): string[] {
  const until = parseInstant("2034-01-01T00:00:00Z");
  const dates: string[] = [];
  let at = Temporal.Instant.from("2020-01-01T00:00:00Z").toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (!next || next.epochMilliseconds > until) return dates;
    dates.push(next.toPlainDate().toString());
    at = next;
  }
}
