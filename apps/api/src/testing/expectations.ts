import type { Permissions } from "@working-social/directory/schema";
import type { Space } from "./a-space.ts";
import { CREDITS_EXPECTATIONS } from "./credits-expectations.ts";
import { PRINTING_EXPECTATIONS } from "./printing-expectations.ts";
import { day, slot, key, unique, location, resource, person, rule, rate, policy, floor } from "./samples.ts";

type Permission = keyof Permissions;

export interface Expectation {
  /** Who may call: everybody, every member, or whose role gives one of these permissions. */
  who: "open" | "member" | readonly Permission[];
  /** A good input about the rows of a space. */
  input?: (space: Space) => unknown;
  /** With another organization's ids the answer is not_found; "empty": no id goes in, or it could only answer nothing. */
  foreign: "not_found" | "empty";
}

const managePeople = ["managePeople"] as const;
const manageSpace = ["manageSpace"] as const;
const manageBookings = ["manageBookings"] as const;

/**
 * Who may call what, by hand: a procedure that is not listed here fails the test. `bookingId` is somebody else's
 * booking, so that for members it is not found.
 */
export const EXPECTATIONS: Record<string, Expectation> = {
  "session.needsSetup": { who: "open", foreign: "empty" },
  "session.me": { who: "member", foreign: "empty" },
  "setup.createOrganization": {
    who: "open",
    foreign: "empty",
    input: () => ({
      code: "",
      organizationName: "Another",
      locationName: "Here",
      timeZone: "UTC",
      currency: "EUR",
      ownerName: "Eve",
      ownerEmail: "eve@example.test",
      ownerPassword: "a password of eve",
    }),
  },
  "people.list": {
    who: ["managePeople", "manageBookings"],
    input: () => ({ search: "", cursor: null }),
    foreign: "empty",
  },
  "people.get": { who: ["managePeople", "manageBookings"], input: (s) => ({ id: s.personId }), foreign: "not_found" },
  "people.names": { who: manageBookings, input: () => ({ search: "a" }), foreign: "empty" },
  "people.invite": {
    who: managePeople,
    input: (s) => ({ ...person(), teamId: s.teamId, email: `${key()}@example.test`, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "people.correctInvitation": {
    who: managePeople,
    input: (s) => ({ id: s.personId, email: `${key()}@example.test` }),
    foreign: "not_found",
  },
  "people.update": { who: managePeople, input: (s) => ({ id: s.personId, ...person() }), foreign: "not_found" },
  "people.suspend": { who: managePeople, input: (s) => ({ id: s.personId }), foreign: "not_found" },
  "people.reactivate": { who: managePeople, input: (s) => ({ id: s.personId }), foreign: "not_found" },
  "teams.list": { who: ["managePeople", "manageBookings", "manageSpace"], foreign: "empty" },
  "teams.create": {
    who: managePeople,
    input: (s) => ({ name: unique("Team"), planId: s.planId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "teams.update": {
    who: managePeople,
    input: (s) => ({ id: s.teamId, name: unique("Team"), planId: null }),
    foreign: "not_found",
  },
  "plans.list": { who: "member", foreign: "empty" },
  "plans.create": {
    who: managePeople,
    input: () => ({ name: unique("Plan"), idempotencyKey: key() }),
    foreign: "empty",
  },
  "plans.update": { who: managePeople, input: (s) => ({ id: s.planId, name: unique("Plan") }), foreign: "not_found" },
  "audit.list": { who: ["seeAudit"], input: (s) => ({ subjectId: s.bookingId, cursor: null }), foreign: "empty" },
  "backups.status": { who: manageSpace, foreign: "empty" },
  "locations.list": { who: "member", foreign: "empty" },
  "locations.create": { who: manageSpace, input: () => ({ ...location(), idempotencyKey: key() }), foreign: "empty" },
  "locations.update": { who: manageSpace, input: (s) => ({ id: s.locationId, ...location() }), foreign: "not_found" },
  "locations.hours": {
    who: "member",
    input: (s) => ({ locationId: s.locationId, resourceId: null }),
    foreign: "not_found",
  },
  "locations.approvalReminders": {
    who: ["manageSpace", "manageBookings"],
    input: (s) => ({ locationId: s.locationId }),
    foreign: "not_found",
  },
  "locations.setApprovalReminders": {
    who: manageSpace,
    input: (s) => ({ locationId: s.locationId, hoursBefore: [24, 4] }),
    foreign: "not_found",
  },
  "locations.setHours": {
    who: manageSpace,
    foreign: "not_found",
    input: (s) => ({
      locationId: s.locationId,
      resourceId: null,
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute: 0, closesMinute: 1440 })),
      exceptions: [],
    }),
  },
  "resources.list": { who: "member", input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "resources.create": {
    who: manageSpace,
    input: (s) => ({ locationId: s.locationId, ...resource(), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "resources.update": { who: manageSpace, input: (s) => ({ id: s.resourceId, ...resource() }), foreign: "not_found" },
  "resources.order": {
    who: manageSpace,
    input: (s) => ({ locationId: s.locationId, resourceIds: [s.resourceId] }),
    foreign: "not_found",
  },
  "resources.archive": { who: manageSpace, input: (s) => ({ id: s.resourceId }), foreign: "not_found" },
  "resources.restore": { who: manageSpace, input: (s) => ({ id: s.resourceId }), foreign: "not_found" },
  "floors.list": { who: "member", input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "floors.create": {
    who: manageSpace,
    input: (s) => ({ locationId: s.locationId, floors: [floor(s)], idempotencyKey: key() }),
    foreign: "not_found",
  },
  "floors.save": { who: manageSpace, input: (s) => ({ id: s.floorId, version: 1, ...floor(s) }), foreign: "not_found" },
  "floors.remove": { who: manageSpace, input: (s) => ({ id: s.floorId, version: 1 }), foreign: "not_found" },
  "bookingRules.list": { who: manageSpace, foreign: "empty" },
  "bookingRules.create": {
    who: manageSpace,
    input: (s) => ({ ...rule(s), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookingRules.update": { who: manageSpace, input: (s) => ({ id: s.ruleId, ...rule(s) }), foreign: "not_found" },
  "bookingRules.archive": { who: manageSpace, input: (s) => ({ id: s.ruleId }), foreign: "not_found" },
  "rates.list": { who: manageSpace, input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "rates.create": { who: manageSpace, input: (s) => ({ ...rate(s), idempotencyKey: key() }), foreign: "not_found" },
  "rates.update": { who: manageSpace, input: (s) => ({ id: s.rateId, ...rate(s) }), foreign: "not_found" },
  "rates.archive": { who: manageSpace, input: (s) => ({ id: s.rateId }), foreign: "not_found" },
  "cancellationPolicies.list": { who: manageSpace, input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "cancellationPolicies.create": {
    who: manageSpace,
    input: (s) => ({ ...policy(s), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "cancellationPolicies.update": {
    who: manageSpace,
    input: (s) => ({ id: s.policyId, ...policy(s) }),
    foreign: "not_found",
  },
  "cancellationPolicies.archive": { who: manageSpace, input: (s) => ({ id: s.policyId }), foreign: "not_found" },
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
  "feeds.list": { who: "member", foreign: "empty" },
  "feeds.create": { who: "member", input: () => ({ name: "Mine", resourceId: null }), foreign: "empty" },
  "feeds.revoke": { who: "member", input: (s) => ({ feedId: s.feedId }), foreign: "not_found" },
  ...PRINTING_EXPECTATIONS,
  ...CREDITS_EXPECTATIONS,
  "live.changes": { who: "member", input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
};
