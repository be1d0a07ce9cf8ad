import type { CreatePackInput } from "@working-social/billing/schema";
import {
  CreateBookingRuleInput,
  CreateCancellationPolicyInput,
  CreateLocationInput,
  CreateRateInput,
  CreateResourceInput,
  type LocationView,
  type ResourceView,
} from "@working-social/booking/schema";
import { InvitePersonInput, type PersonView } from "@working-social/directory/schema";
import { newId, normalLine } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { defaultsOf as policyFields } from "../cancellation/policy-drawer.tsx";
import { defaultsOf as locationFields } from "../locations/location-drawer.tsx";
import { defaultsOf as packFields, PackFields } from "../packs/pack-drawer.tsx";
import { fieldsOf as personFields } from "../people/person-drawer.tsx";
import { PlanFields } from "../plans/plan-form.ts";
import { defaultsOf as rateFields } from "../rates/rate-drawer.tsx";
import { defaultsOf as resourceFields } from "../resources/resource-drawer.tsx";
import { fieldsOf as ruleFields } from "../rules/rule-drawer.tsx";

// A form that is opened and saved sends what is there, however odd: no field rounds, drops or fills in what nobody typed.

const id = fc.uuid({ version: 7 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => !/\p{Cc}/u.test(text))
  // As it is kept: what comes from the server was normalised when it was typed.
  .map((text) => normalLine(`“${text}”`));
/** Lengths that no unit says in whole numbers, and those on the edge of one. */
const minutes = fc.oneof(
  fc.integer({ min: 0, max: 525_600 }),
  fc.constantFrom(0, 1, 59, 61, 90, 1439, 1440, 1441, 1920),
);
const inDay = fc.integer({ min: 1, max: 1440 });
const count = fc.integer({ min: 0, max: 100_000 });
const money = fc.oneof(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.constantFrom(0, 1, 2450));
const currency = fc.constantFrom("EUR", "JPY", "BHD", "CLP", "USD");
const kind = fc.constantFrom("room", "booth", "hot_desk", "dedicated_desk", "equipment");
const scope = { locationId: id, resourceKind: maybe(kind), resourceId: maybe(id) };
const creditScope = fc.record({
  resourceIds: fc.array(id, { maxLength: 3 }),
  resourceKinds: fc.uniqueArray(kind, { maxLength: 2 }),
  locationIds: fc.array(id, { maxLength: 2 }),
});

const location = fc.record({
  id,
  name,
  timeZone: fc.constantFrom("Asia/Calcutta", "Asia/Kolkata", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "UTC"),
  currency,
  taxName: maybe(name),
  taxBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  taxInclusive: fc.boolean(),
}) as fc.Arbitrary<LocationView>;
const here: LocationView = {
  id: newId(),
  name: "Here",
  timeZone: "UTC",
  currency: "EUR",
  taxName: null,
  taxBasisPoints: 0,
  taxInclusive: false,
};

const rule = fc.record({
  name,
  locationId: maybe(id),
  resourceKind: maybe(kind),
  resourceId: maybe(id),
  planIds: fc.array(id, { maxLength: 3 }),
  teamIds: fc.array(id, { maxLength: 3 }),
  roles: fc.uniqueArray(fc.constantFrom("member", "team_admin", "front_desk"), { maxLength: 3 }),
  audienceIsExcept: fc.boolean(),
  settings: fc.record({
    mayBook: maybe(fc.boolean()),
    needsApproval: maybe(fc.boolean()),
    granularityMinutes: maybe(inDay),
    minLengthMinutes: maybe(minutes),
    maxLengthMinutes: maybe(minutes),
    minNoticeMinutes: maybe(minutes),
    windowDays: maybe(fc.integer({ min: 0, max: 3650 })),
    windowMode: maybe(fc.constantFrom("end_of_day", "exact")),
    bufferBeforeMinutes: maybe(inDay),
    bufferAfterMinutes: maybe(inDay),
    maxConcurrentPerPerson: maybe(count),
    maxConcurrentPerTeam: maybe(count),
    maxMinutesPerDayPerPerson: maybe(count),
    maxMinutesPerDayPerTeam: maybe(count),
    maxUpcomingPerPerson: maybe(count),
    maxUpcomingPerTeam: maybe(count),
    holdMinutes: maybe(inDay),
  }),
}) as fc.Arbitrary<CreateBookingRuleInput>;

const rate = fc.record({
  id,
  name,
  ...scope,
  audience: fc.constantFrom("anyone", "member", "non_member"),
  planId: maybe(id),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  bandFromMinute: fc.integer({ min: 0, max: 719 }),
  bandToMinute: fc.integer({ min: 720, max: 1440 }),
  unit: fc.constantFrom("hour", "half_day", "day"),
  priceMinor: money,
  minimumChargeMinor: maybe(money),
}) as fc.Arbitrary<CreateRateInput & { id: string }>;

const policy = fc.record({
  id,
  name,
  ...scope,
  tiers: fc
    .uniqueArray(fc.integer({ min: 0, max: 8760 }), { minLength: 1, maxLength: 12 })
    .map((hours) => hours.map((hoursBefore) => ({ hoursBefore, feePercent: 37 }))),
}) as fc.Arbitrary<CreateCancellationPolicyInput & { id: string }>;

const resource = fc.record({
  id,
  locationId: id,
  name,
  kind,
  capacity: fc.integer({ min: 1, max: 10_000 }),
  floor: maybe(name),
  description: maybe(name.map((text) => `${text}\n\n  • ${text}`)),
  features: fc.uniqueArray(fc.constantFrom("screen", "hybrid & quiet", "räder, rund"), { maxLength: 3 }),
  allocation: fc.constantFrom("one_unit", "all_units"),
  assignment: fc.constantFrom("on_booking", "on_arrival"),
  sortOrder: count,
  isArchived: fc.constant(false),
  units: fc.array(fc.record({ id, name }), { minLength: 1, maxLength: 30 }),
}) as fc.Arbitrary<ResourceView>;

const person = fc.record({
  id,
  name,
  email: fc.constant("ana+rooms@example.test"),
  role: fc.constantFrom("member", "owner", "billing_manager"),
  status: fc.constantFrom("invited", "active", "suspended"),
  teamId: maybe(id),
  teamName: maybe(name),
  planId: maybe(id),
  planName: maybe(name),
  homeLocationId: maybe(id),
}) as fc.Arbitrary<PersonView>;

const allowance = fc.record({
  unit: fc.constantFrom("room_minutes", "day_passes", "mono_pages", "colour_pages"),
  currency: fc.constant(null),
  quantity: fc.integer({ min: 1, max: 1_000_000 }),
  rolloverCap: count,
  scope: creditScope,
});
const pack = fc.record({
  id,
  name,
  unit: fc.constantFrom("room_minutes", "day_passes", "mono_pages"),
  currency: fc.constant(null),
  quantity: fc.integer({ min: 1, max: 1_000_000 }),
  priceMinor: money,
  priceCurrency: currency,
  validDays: maybe(fc.integer({ min: 1, max: 3660 })),
  scope: creditScope,
}) as fc.Arbitrary<CreatePackInput & { id: string }>;

/** The form begins with `fields`; what it sends untouched has to be `expected`. */
function keeps(schema: z.ZodType, fields: unknown, expected: object): void {
  const { id: _id, ...said } = expected as { id?: string };
  expect(schema.parse(fields)).toEqual(said);
}

describe("opened and saved, nothing changes of", () => {
  it("a rule", () => {
    fc.assert(fc.property(rule, (view) => keeps(CreateBookingRuleInput, ruleFields(view), view)));
  });
  it("a rate", () => {
    fc.assert(fc.property(rate, (view) => keeps(CreateRateInput, rateFields(here, view), view)));
  });
  it("a cancellation policy", () => {
    fc.assert(fc.property(policy, (view) => keeps(CreateCancellationPolicyInput, policyFields(here, view), view)));
  });
  it("a location", () => {
    fc.assert(fc.property(location, (view) => keeps(CreateLocationInput, locationFields(view), view)));
  });
  it("a room or desk", () => {
    fc.assert(
      fc.property(resource, (view) => {
        const { allocation: _allocation, isArchived: _isArchived, units, ...said } = view;
        keeps(CreateResourceInput, resourceFields(here, view, 10), { ...said, unitCount: units.length });
      }),
    );
  });
  it("a person", () => {
    fc.assert(
      fc.property(person, (view) => {
        const { status: _status, teamName: _teamName, planName: _planName, ...said } = view;
        keeps(InvitePersonInput, personFields(view), said);
      }),
    );
  });
  it("a pack", () => {
    fc.assert(fc.property(pack, (view) => keeps(PackFields, packFields(view, "USD"), view)));
  });
  it("a plan", () => {
    fc.assert(
      fc.property(name, fc.array(allowance, { maxLength: 5 }), (planName, allowances) => {
        const fields = { name: planName, allowances, from: "next_period" };
        keeps(PlanFields, fields, fields);
      }),
    );
  });
});
