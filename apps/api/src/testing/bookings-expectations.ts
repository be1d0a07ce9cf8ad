import type { Expectation } from "./expectations.ts";
import { day, key, slot } from "./samples.ts";

/** The part of `EXPECTATIONS` about what is free and what is booked. */
export const BOOKINGS_EXPECTATIONS: Record<string, Expectation> = {
  "availability.day": {
    input: (s) => ({ locationId: s.locationId, date: day(2) }),
    foreign: "not_found",
  },
  "availability.month": {
    input: (s) => ({ locationId: s.locationId, resourceId: null, month: day(2).slice(0, 7) }),
    foreign: "not_found",
  },
  "availability.search": {
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
  "availability.freeNow": { input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "availability.simulate": {
    input: (s) => ({ personId: s.personId, resourceId: s.resourceId, ...slot() }),
    foreign: "not_found",
  },
  "bookings.quote": {
    input: (s) => ({ resourceId: s.resourceId, ...slot(), forPersonId: null }),
    foreign: "not_found",
  },
  "bookings.book": {
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
    input: (s) => ({ resourceId: s.resourceId, ...slot(), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.confirmHold": {
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
    input: (s) => ({ bookingId: s.bookingId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.get": { input: (s) => ({ bookingId: s.bookingId }), foreign: "not_found" },
  "bookings.mine": { input: () => ({ scope: "upcoming", cursor: null }), foreign: "empty" },
  "bookings.list": {
    input: (s) => ({ locationId: s.locationId, from: slot().startsAt, to: slot().endsAt, status: null, cursor: null }),
    foreign: "empty",
  },
  "bookings.quoteChange": {
    input: (s) => ({ bookingId: s.bookingId, resourceId: s.resourceId, ...slot() }),
    foreign: "not_found",
  },
  "bookings.change": {
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
  "bookings.previewCancellation": { input: (s) => ({ bookingId: s.bookingId }), foreign: "not_found" },
  "bookings.cancel": {
    input: (s) => ({ bookingId: s.bookingId, reason: null, expectedFeeMinor: 0, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.remove": {
    input: (s) => ({ bookingId: s.bookingId, reason: "Twice", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.approve": {
    input: (s) => ({ bookingId: s.bookingId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.coming": { input: (s) => ({ personId: s.personId }), foreign: "not_found" },
  "bookings.strandedByArchiving": {
    input: (s) => ({ resourceId: s.resourceId }),
    foreign: "not_found",
  },
  "bookings.strandedByHours": {
    input: (s) => ({ locationId: s.locationId, resourceId: null, weekly: [], exceptions: [] }),
    foreign: "not_found",
  },
  "bookings.cancelByHouse": {
    input: (s) => ({ bookingId: s.bookingId, reason: "A pipe has burst", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.decline": {
    input: (s) => ({ bookingId: s.bookingId, reason: "No", idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookings.assignUnit": {
    input: (s) => ({ bookingId: s.bookingId, unitId: s.unitId }),
    foreign: "not_found",
  },
  "bookings.history": { input: (s) => ({ bookingId: s.bookingId }), foreign: "not_found" },
};
