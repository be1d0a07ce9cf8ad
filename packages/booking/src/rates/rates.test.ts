import { listAudit } from "@working-social/directory";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aPlan, aResource, createTestDatabase } from "@working-social/db/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { archiveRate } from "./commands/archive-rate.ts";
import { createRate } from "./commands/create-rate.ts";
import { updateRate } from "./commands/update-rate.ts";
import { listRates } from "./queries.ts";
import type { CreateRateInput as Rate } from "./schema.ts";
import { CreateRateInput } from "./schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const notFound = (what: string) => ({ kind: "not_found", refusal: { code: "not_found", what } });

async function aSpaceWithRates() {
  const space = await aSpace(database);
  const location = await aLocation(database.owner, space.organizationId);
  const hourly: Rate = {
    name: "Hour",
    locationId: location.id,
    resourceKind: null,
    resourceId: null,
    audience: "anyone",
    planId: null,
    weekdays: [],
    bandFromMinute: 0,
    bandToMinute: 1440,
    unit: "hour",
    priceMinor: 2400,
    minimumChargeMinor: null,
  };
  return { ...space, locationId: location.id, hourly };
}

test("a rate keeps all it says, weekdays once and in order, and the largest price exactly", async () => {
  const { hourly, locationId, ...space } = await aSpaceWithRates();
  const resource = await aResource(database.owner, space.organizationId, locationId);
  const plan = await aPlan(database.owner, space.organizationId);
  const full: Rate = {
    ...hourly,
    name: "Evening",
    resourceKind: "room",
    resourceId: resource.id,
    audience: "member",
    planId: plan.id,
    weekdays: [7, 1, 7],
    bandFromMinute: 1080,
    bandToMinute: 1320,
    unit: "half_day",
    priceMinor: 1_000_000_000_000,
    minimumChargeMinor: 999_999_999_999,
  };
  const made = await createRate(space.as("community_manager"), full);
  expect(made).toEqual({ id: made.id, ...full, weekdays: [1, 7] });
  expect(await updateRate(space.as("owner"), { id: made.id, ...hourly })).toEqual({ id: made.id, ...hourly });
  expect(await listRates(space.as("owner"), { locationId })).toEqual([{ id: made.id, ...hourly }]);
  expect(await space.audited()).toEqual(["rate.created", "rate.updated"]);
  const trail = await listAudit(space.as("owner"), { subjectId: made.id, cursor: null });
  const price = { field: "priceMinor", before: 1_000_000_000_000, after: 2400 };
  expect(trail.entries[0]).toMatchObject({ currency: "USD", changes: expect.arrayContaining([price]) });
});

test("an archived rate is gone for all commands", async () => {
  const { hourly, locationId, ...space } = await aSpaceWithRates();
  const { id } = await createRate(space.as("owner"), hourly);
  await archiveRate(space.as("owner"), { id });
  expect(await listRates(space.as("owner"), { locationId })).toEqual([]);
  await expect(archiveRate(space.as("owner"), { id })).rejects.toMatchObject(notFound("rate"));
  await expect(updateRate(space.as("owner"), { id, ...hourly })).rejects.toMatchObject(notFound("rate"));
});

test.each(["member", "team_admin", "front_desk", "billing_manager"] as const)(
  "rates are not for a %s",
  async (role) => {
    const { hourly, locationId, ...space } = await aSpaceWithRates();
    const { id } = await createRate(space.as("owner"), hourly);
    const refusal = { kind: "forbidden", refusal: { code: "not_allowed", action: "manageSpace" } };
    await expect(listRates(space.as(role), { locationId })).rejects.toMatchObject(refusal);
    await expect(createRate(space.as(role), hourly)).rejects.toMatchObject(refusal);
    await expect(updateRate(space.as(role), { id, ...hourly })).rejects.toMatchObject(refusal);
    await expect(archiveRate(space.as(role), { id })).rejects.toMatchObject(refusal);
  },
);

test("nothing of another organization is there", async () => {
  const [space, foreign] = [await aSpaceWithRates(), await aSpaceWithRates()];
  const theirs = await createRate(foreign.as("owner"), foreign.hourly);
  const ctx = space.as("owner");
  await expect(listRates(ctx, { locationId: foreign.locationId })).rejects.toMatchObject(notFound("location"));
  await expect(updateRate(ctx, { ...space.hourly, id: theirs.id })).rejects.toMatchObject(notFound("rate"));
  await expect(archiveRate(ctx, { id: theirs.id })).rejects.toMatchObject(notFound("rate"));
  await expect(createRate(ctx, foreign.hourly)).rejects.toMatchObject(notFound("location"));
  await expect(
    createRate(ctx, { ...space.hourly, planId: (await aPlan(database.owner, foreign.organizationId)).id }),
  ).rejects.toMatchObject(notFound("plan"));
  const resource = await aResource(database.owner, foreign.organizationId, foreign.locationId);
  await expect(createRate(ctx, { ...space.hourly, resourceId: resource.id })).rejects.toMatchObject(
    notFound("resource"),
  );
});

test.each([
  ["a negative price", { priceMinor: -1 }],
  ["a fraction of a cent", { priceMinor: 0.5 }],
  ["a price beyond all reason", { priceMinor: 1_000_000_000_001 }],
  ["a band that ends before it starts", { bandFromMinute: 600, bandToMinute: 600 }],
  ["an eighth day", { weekdays: [8] }],
  ["an unknown unit", { unit: "fortnight" }],
  ["an unknown field", { currency: "USD" }],
])("%s is bad input", (_, wrong) => {
  const input = {
    name: "Hour",
    locationId: newId(),
    resourceKind: null,
    resourceId: null,
    audience: "anyone",
    planId: null,
    weekdays: [],
    bandFromMinute: 0,
    bandToMinute: 1440,
    unit: "hour",
    priceMinor: 2400,
    minimumChargeMinor: null,
  };
  expect(CreateRateInput.safeParse(input).success).toBe(true);
  expect(CreateRateInput.safeParse({ ...input, ...wrong }).success).toBe(false);
});
