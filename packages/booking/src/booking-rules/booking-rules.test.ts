import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aPlan, aResource, aTeam, createTestDatabase } from "@working-social/db/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { archiveBookingRule } from "./commands/archive-booking-rule.ts";
import { createBookingRule } from "./commands/create-booking-rule.ts";
import { updateBookingRule } from "./commands/update-booking-rule.ts";
import { listBookingRules } from "./queries.ts";
import type { CreateBookingRuleInput as Rule, RuleSettings } from "./schema.ts";
import { CreateBookingRuleInput, NO_LIMITS } from "./schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Each setting with a value of its own, so that no two can be mixed up. */
const everything: RuleSettings = {
  mayBook: true,
  needsApproval: false,
  granularityMinutes: 15,
  minLengthMinutes: 30,
  maxLengthMinutes: 240,
  minNoticeMinutes: 60,
  windowDays: 14,
  windowMode: "exact",
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 10,
  maxConcurrentPerPerson: 1,
  maxConcurrentPerTeam: 2,
  maxMinutesPerDayPerPerson: 120,
  maxMinutesPerDayPerTeam: 480,
  maxUpcomingPerPerson: 3,
  maxUpcomingPerTeam: 6,
  holdMinutes: 7,
};
const everybody = { planIds: [], teamIds: [], roles: [], audienceIsExcept: false };
const anywhere = { locationId: null, resourceKind: null, resourceId: null };
const rule: Rule = {
  name: "Two hours at most",
  ...anywhere,
  ...everybody,
  settings: { ...NO_LIMITS, maxLengthMinutes: 120 },
};
const notFound = (what: string) => ({ kind: "not_found", refusal: { code: "not_found", what } });

test("a rule keeps every setting, its resources and its people, through making and changing", async () => {
  const space = await aSpace(database);
  const { organizationId } = space;
  const location = await aLocation(database.owner, organizationId);
  const resource = await aResource(database.owner, organizationId, location.id);
  const [plan, team] = [await aPlan(database.owner, organizationId), await aTeam(database.owner, organizationId)];
  const full: Rule = {
    name: "All of it",
    locationId: location.id,
    resourceKind: "room",
    resourceId: resource.id,
    planIds: [plan.id],
    teamIds: [team.id],
    roles: ["member", "team_admin"],
    audienceIsExcept: true,
    settings: everything,
  };
  const made = await createBookingRule(space.as("community_manager"), full);
  expect(made).toEqual({ id: made.id, ...full });
  const changed = await updateBookingRule(space.as("owner"), { id: made.id, ...rule });
  expect(changed).toEqual({ id: made.id, ...rule });
  expect(await updateBookingRule(space.as("owner"), { id: made.id, ...full })).toEqual(made);
  expect(await listBookingRules(space.as("owner"))).toEqual([made]);
  expect(await space.audited()).toEqual(["booking_rule.created", "booking_rule.updated", "booking_rule.updated"]);
});

test("plans, teams and roles that are named twice count once", async () => {
  const space = await aSpace(database);
  const plan = await aPlan(database.owner, space.organizationId);
  const made = await createBookingRule(space.as("owner"), {
    ...rule,
    planIds: [plan.id, plan.id],
    roles: ["member", "member"],
  });
  expect(made).toMatchObject({ planIds: [plan.id], roles: ["member"] });
});

test("an archived rule is gone for all commands", async () => {
  const space = await aSpace(database);
  const { id } = await createBookingRule(space.as("owner"), rule);
  expect(await archiveBookingRule(space.as("owner"), { id })).toMatchObject({ id });
  expect(await listBookingRules(space.as("owner"))).toEqual([]);
  await expect(archiveBookingRule(space.as("owner"), { id })).rejects.toMatchObject(notFound("booking_rule"));
  await expect(updateBookingRule(space.as("owner"), { id, ...rule })).rejects.toMatchObject(notFound("booking_rule"));
});

test("changes that come at once leave the audience of one of them", async () => {
  const space = await aSpace(database);
  const plans = await Promise.all([1, 2, 3].map(() => aPlan(database.owner, space.organizationId)));
  const { id } = await createBookingRule(space.as("owner"), rule);
  await Promise.all(plans.map((plan) => updateBookingRule(space.as("owner"), { id, ...rule, planIds: [plan.id] })));
  expect((await listBookingRules(space.as("owner")))[0]?.planIds).toHaveLength(1);
});

test.each(["member", "team_admin", "front_desk", "billing_manager"] as const)(
  "rules are not for a %s",
  async (role) => {
    const space = await aSpace(database);
    const { id } = await createBookingRule(space.as("owner"), rule);
    const refusal = { kind: "forbidden", refusal: { code: "not_allowed", action: "manageSpace" } };
    await expect(listBookingRules(space.as(role))).rejects.toMatchObject(refusal);
    await expect(createBookingRule(space.as(role), rule)).rejects.toMatchObject(refusal);
    await expect(updateBookingRule(space.as(role), { id, ...rule })).rejects.toMatchObject(refusal);
    await expect(archiveBookingRule(space.as(role), { id })).rejects.toMatchObject(refusal);
  },
);

test("nothing of another organization is there, and a resource must be in the location that is named", async () => {
  const [space, foreign] = [await aSpace(database), await aSpace(database)];
  const theirs = await createBookingRule(foreign.as("owner"), rule);
  const ctx = space.as("owner");
  await expect(updateBookingRule(ctx, { ...rule, id: theirs.id })).rejects.toMatchObject(notFound("booking_rule"));
  await expect(archiveBookingRule(ctx, { id: theirs.id })).rejects.toMatchObject(notFound("booking_rule"));
  const location = await aLocation(database.owner, foreign.organizationId);
  const resource = await aResource(database.owner, foreign.organizationId, location.id);
  await expect(createBookingRule(ctx, { ...rule, locationId: location.id })).rejects.toMatchObject(
    notFound("location"),
  );
  await expect(createBookingRule(ctx, { ...rule, resourceId: resource.id })).rejects.toMatchObject(
    notFound("resource"),
  );
  await expect(
    createBookingRule(ctx, { ...rule, planIds: [(await aPlan(database.owner, foreign.organizationId)).id] }),
  ).rejects.toMatchObject(notFound("plan"));
  await expect(createBookingRule(ctx, { ...rule, teamIds: [newId()] })).rejects.toMatchObject(notFound("team"));
  const elsewhere = await aLocation(database.owner, foreign.organizationId);
  await expect(
    createBookingRule(foreign.as("owner"), { ...rule, locationId: elsewhere.id, resourceId: resource.id }),
  ).rejects.toMatchObject(notFound("resource"));
  expect(await listBookingRules(ctx)).toEqual([]);
});

test.each([
  ["a negative limit", { maxUpcomingPerPerson: -1 }],
  ["a grid of nothing", { granularityMinutes: 0 }],
  ["a window of half a day", { windowDays: 0.5 }],
  ["an unknown window", { windowMode: "roughly" }],
  ["an unknown setting", { maxFun: 1 }],
])("%s is bad input", (_, wrong) => {
  expect(CreateBookingRuleInput.safeParse(rule).success).toBe(true);
  expect(CreateBookingRuleInput.safeParse({ ...rule, settings: { ...NO_LIMITS, ...wrong } }).success).toBe(false);
});
