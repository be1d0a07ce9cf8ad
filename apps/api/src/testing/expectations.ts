import type { Permissions } from "@working-social/directory/schema";
import type { Space } from "./a-space.ts";
import { BOOKINGS_EXPECTATIONS } from "./bookings-expectations.ts";
import { CREDITS_EXPECTATIONS } from "./credits-expectations.ts";
import { PRINTING_EXPECTATIONS } from "./printing-expectations.ts";
import { key, unique, location, resource, person, rule, rate, policy, floor } from "./samples.ts";

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
  "undelivered.list": { who: manageBookings, foreign: "empty" },
  "undelivered.retry": { who: manageBookings, foreign: "empty" },
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
  "floors.save": {
    who: manageSpace,
    input: (s) => ({ id: s.floorId, version: 1, ...floor(s), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "floors.remove": {
    who: manageSpace,
    input: (s) => ({ id: s.floorId, version: 1, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookingRules.list": { who: manageSpace, foreign: "empty" },
  "bookingRules.create": {
    who: manageSpace,
    input: (s) => ({ ...rule(s), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookingRules.update": { who: manageSpace, input: (s) => ({ id: s.ruleId, ...rule(s) }), foreign: "not_found" },
  "bookingRules.archive": {
    who: manageSpace,
    input: (s) => ({ id: s.ruleId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "rates.list": { who: manageSpace, input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "rates.create": { who: manageSpace, input: (s) => ({ ...rate(s), idempotencyKey: key() }), foreign: "not_found" },
  "rates.update": { who: manageSpace, input: (s) => ({ id: s.rateId, ...rate(s) }), foreign: "not_found" },
  "rates.archive": { who: manageSpace, input: (s) => ({ id: s.rateId, idempotencyKey: key() }), foreign: "not_found" },
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
  "cancellationPolicies.archive": {
    who: manageSpace,
    input: (s) => ({ id: s.policyId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  ...BOOKINGS_EXPECTATIONS,
  "feeds.list": { who: "member", foreign: "empty" },
  "feeds.create": {
    who: "member",
    input: () => ({ name: unique("Mine"), resourceId: null, idempotencyKey: key() }),
    foreign: "empty",
  },
  "feeds.revoke": { who: "member", input: (s) => ({ feedId: s.feedId, idempotencyKey: key() }), foreign: "not_found" },
  ...PRINTING_EXPECTATIONS,
  ...CREDITS_EXPECTATIONS,
  "live.changes": { who: "member", input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
};
