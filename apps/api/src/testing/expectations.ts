import type { Space } from "./a-space.ts";
import { BILLING_EXPECTATIONS } from "./billing-expectations.ts";
import { BOOKINGS_EXPECTATIONS } from "./bookings-expectations.ts";
import { CONTRACTS_EXPECTATIONS } from "./contracts-expectations.ts";
import { CREDITS_EXPECTATIONS } from "./credits-expectations.ts";
import { PRINTING_EXPECTATIONS } from "./printing-expectations.ts";
import { key, unique, location, resource, person, rule, rate, policy, floor } from "./samples.ts";

export interface Expectation {
  /** A good input about the rows of a space. */
  input?: (space: Space) => unknown;
  /** With another organization's ids the answer is not_found; "empty": no id goes in, or it could only answer nothing. */
  foreign: "not_found" | "empty";
}

/**
 * What goes in, by hand (who may call stands with the verb): a procedure that is not listed here fails the test. `bookingId` is somebody else's
 * booking, so that for members it is not found.
 */
export const EXPECTATIONS: Record<string, Expectation> = {
  "session.needsSetup": { foreign: "empty" },
  "session.me": { foreign: "empty" },
  "session.setPreferences": { input: () => ({ language: "de", region: "CH", hourCycle: "h12" }), foreign: "empty" },
  "setup.createOrganization": {
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
    input: () => ({ search: "", cursor: null }),
    foreign: "empty",
  },
  "people.get": { input: (s) => ({ id: s.personId }), foreign: "not_found" },
  "people.names": { input: () => ({ search: "a" }), foreign: "empty" },
  "people.invite": {
    input: (s) => ({ ...person(), teamId: s.teamId, email: `${key()}@example.test`, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "people.correctInvitation": {
    input: (s) => ({ id: s.personId, email: `${key()}@example.test` }),
    foreign: "not_found",
  },
  "people.update": { input: (s) => ({ id: s.personId, ...person() }), foreign: "not_found" },
  "people.suspend": { input: (s) => ({ id: s.personId }), foreign: "not_found" },
  "people.reactivate": { input: (s) => ({ id: s.personId }), foreign: "not_found" },
  "teams.list": { foreign: "empty" },
  "teams.create": {
    input: (s) => ({ name: unique("Team"), planId: s.planId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "teams.update": {
    input: (s) => ({ id: s.teamId, name: unique("Team"), planId: null }),
    foreign: "not_found",
  },
  "plans.list": { foreign: "empty" },
  "plans.create": {
    input: () => ({ name: unique("Plan"), idempotencyKey: key() }),
    foreign: "empty",
  },
  "plans.update": { input: (s) => ({ id: s.planId, name: unique("Plan") }), foreign: "not_found" },
  "audit.list": { input: (s) => ({ subjectId: s.bookingId, cursor: null }), foreign: "empty" },
  "backups.status": { foreign: "empty" },
  "undelivered.list": { foreign: "empty" },
  "undelivered.retry": { foreign: "empty" },
  "locations.list": { foreign: "empty" },
  "locations.create": { input: () => ({ ...location(), idempotencyKey: key() }), foreign: "empty" },
  "locations.update": { input: (s) => ({ id: s.locationId, ...location() }), foreign: "not_found" },
  "locations.hours": {
    input: (s) => ({ locationId: s.locationId, resourceId: null }),
    foreign: "not_found",
  },
  "locations.approvalReminders": {
    input: (s) => ({ locationId: s.locationId }),
    foreign: "not_found",
  },
  "locations.setApprovalReminders": {
    input: (s) => ({ locationId: s.locationId, hoursBefore: [24, 4] }),
    foreign: "not_found",
  },
  "locations.setHours": {
    foreign: "not_found",
    input: (s) => ({
      locationId: s.locationId,
      resourceId: null,
      weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute: 0, closesMinute: 1440 })),
      exceptions: [],
    }),
  },
  "resources.list": { input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "resources.create": {
    input: (s) => ({ locationId: s.locationId, ...resource(), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "resources.update": { input: (s) => ({ id: s.resourceId, ...resource() }), foreign: "not_found" },
  "resources.order": {
    input: (s) => ({ locationId: s.locationId, resourceIds: [s.resourceId] }),
    foreign: "not_found",
  },
  "resources.archive": { input: (s) => ({ id: s.resourceId }), foreign: "not_found" },
  "resources.restore": { input: (s) => ({ id: s.resourceId }), foreign: "not_found" },
  "floors.list": { input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "floors.create": {
    input: (s) => ({ locationId: s.locationId, floors: [floor(s)], idempotencyKey: key() }),
    foreign: "not_found",
  },
  "floors.save": {
    input: (s) => ({ id: s.floorId, version: 1, ...floor(s), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "floors.remove": {
    input: (s) => ({ id: s.floorId, version: 1, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookingRules.list": { foreign: "empty" },
  "bookingRules.create": {
    input: (s) => ({ ...rule(s), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "bookingRules.update": { input: (s) => ({ id: s.ruleId, ...rule(s) }), foreign: "not_found" },
  "bookingRules.archive": {
    input: (s) => ({ id: s.ruleId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  "rates.list": { input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "rates.create": { input: (s) => ({ ...rate(s), idempotencyKey: key() }), foreign: "not_found" },
  "rates.update": { input: (s) => ({ id: s.rateId, ...rate(s) }), foreign: "not_found" },
  "rates.archive": { input: (s) => ({ id: s.rateId, idempotencyKey: key() }), foreign: "not_found" },
  "cancellationPolicies.list": { input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
  "cancellationPolicies.create": {
    input: (s) => ({ ...policy(s), idempotencyKey: key() }),
    foreign: "not_found",
  },
  "cancellationPolicies.update": {
    input: (s) => ({ id: s.policyId, ...policy(s) }),
    foreign: "not_found",
  },
  "cancellationPolicies.archive": {
    input: (s) => ({ id: s.policyId, idempotencyKey: key() }),
    foreign: "not_found",
  },
  ...BOOKINGS_EXPECTATIONS,
  "feeds.list": { foreign: "empty" },
  "feeds.create": {
    input: () => ({ name: unique("Mine"), resourceId: null, idempotencyKey: key() }),
    foreign: "empty",
  },
  "feeds.revoke": { input: (s) => ({ feedId: s.feedId, idempotencyKey: key() }), foreign: "not_found" },
  ...PRINTING_EXPECTATIONS,
  ...CONTRACTS_EXPECTATIONS,
  ...CREDITS_EXPECTATIONS,
  ...BILLING_EXPECTATIONS,
  "live.changes": { input: (s) => ({ locationId: s.locationId }), foreign: "not_found" },
};
