import type { Expectation } from "./expectations.ts";
import { day, key, slot } from "./samples.ts";

const manageSpace = ["manageSpace"] as const;
const manageBookings = ["manageBookings"] as const;

/** The part of `EXPECTATIONS` about what is free and what is booked. */
export const BOOKINGS_EXPECTATIONS: Record<string, Expectation> = {
  "availability.day": {
    who: "member",
    input: (s) => ({ locationId: s.locationId, date: day(2) }),
    foreign: "not_found",
  },
  "availability.month": {
    who: "member",
    input: (s) => ({ locationId: s.locationId, resourceId: null, month: day(2).slice(0, 7) }),
    foreign: "not_found",
  },
  "availability.search": {
    who: "member",
    foreign: "not_found",
    input: (s) => ({
      locationId: s.locationId,
      startsAt: slot().startsAt,
      durationMinutes: 60,
      people: 1,
      features: [],
      kinds: [],
    }),
  },
  "availability.freeNow": { who: "member", input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "availability.simulate": {
    who: ["manageBookings", "manageSpace"],
    input: (s) => ({ personId: s.personId, resourceId: s.resourceId, ...slot() }),
    foreign: "not_found",
  },
  "bookings.quote": {
    who: "member",
    input: (s) => ({ resourceId: s.resourceId, ...slot(), forPersonId: null }),
    foreign: "not_found",
  },
  "bookings.book": {
    who: "member",
    foreign: "not_found",
    input: (s) => ({
      resourceId: s.resourceId,
      ...slot(),
      forPersonId: null,
      title: "Talk",
      isTitlePublic: false,
      expectedTotalMinor: 0,
      idempotencyKey: key(),
    }),
  },
  "bookings.hold": {
    who: "member",
    input: (s) => ({ resourceId: s.resourceId, ...slot(), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.confirmHold": {
    who: "member",
    foreign: "not_found",
    input: (s) => ({
      bookingId: s.bookingId,
      title: "Talk",
      isTitlePublic: false,
      expectedTotalMinor: 0,
      idempotencyKey: key(),
    }),
  },
  "bookings.releaseHold": {
    who: "member",
    input: (s) => ({ bookingId: s.bookingId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.get": { who: "member", input: (s) => ({ bookingId: s.bookingId }), foreign: "not_found" },
  "bookings.mine": { who: "member", input: () => ({ scope: "upcoming", cursor: null }), foreign: "empty" },
  "bookings.list": {
    who: manageBookings,
    input: (s) => ({ locationId: s.locationId, from: slot().startsAt, to: slot().endsAt, status: null, cursor: null }),
    foreign: "empty",
  },
  "bookings.quoteChange": {
    who: "member",
    input: (s) => ({ bookingId: s.bookingId, resourceId: s.resourceId, ...slot() }),
    foreign: "not_found",
  },
  "bookings.change": {
    who: "member",
    foreign: "not_found",
    input: (s) => ({
      bookingId: s.bookingId,
      resourceId: s.resourceId,
      ...slot(),
      title: "Talk",
      isTitlePublic: false,
      sequence: 0,
      expectedTotalMinor: 0,
      idempotencyKey: key(),
    }),
  },
  "bookings.previewCancellation": { who: "member", input: (s) => ({ bookingId: s.bookingId }), foreign: "not_found" },
  "bookings.cancel": {
    who: "member",
    input: (s) => ({ bookingId: s.bookingId, reason: null, expectedFeeMinor: 0, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.remove": {
    who: manageBookings,
    input: (s) => ({ bookingId: s.bookingId, reason: "Twice", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.approve": {
    who: manageBookings,
    input: (s) => ({ bookingId: s.bookingId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.coming": { who: manageBookings, input: (s) => ({ personId: s.personId }), foreign: "not_found" },
  "bookings.strandedByArchiving": {
    who: manageSpace,
    input: (s) => ({ resourceId: s.resourceId }),
    foreign: "not_found",
  },
  "bookings.strandedByHours": {
    who: manageSpace,
    input: (s) => ({ locationId: s.locationId, resourceId: null, weekly: [], exceptions: [] }),
    foreign: "not_found",
  },
  "bookings.cancelByHouse": {
    who: manageBookings,
    input: (s) => ({ bookingId: s.bookingId, reason: "A pipe has burst", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.decline": {
    who: manageBookings,
    input: (s) => ({ bookingId: s.bookingId, reason: "No", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.assignUnit": {
    who: manageBookings,
    input: (s) => ({ bookingId: s.bookingId, unitId: s.unitId }),
    foreign: "not_found",
  },
  "bookings.history": { who: "member", input: (s) => ({ bookingId: s.bookingId }), foreign: "not_found" },
};
