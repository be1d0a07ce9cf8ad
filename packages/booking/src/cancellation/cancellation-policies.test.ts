import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aResource, createTestDatabase } from "@working-social/db/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { archiveCancellationPolicy } from "./commands/archive-cancellation-policy.ts";
import { createCancellationPolicy } from "./commands/create-cancellation-policy.ts";
import { updateCancellationPolicy } from "./commands/update-cancellation-policy.ts";
import { listCancellationPolicies } from "./queries.ts";
import type { CreateCancellationPolicyInput as Policy } from "./schema.ts";
import { CreateCancellationPolicyInput } from "./schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const notFound = (what: string) => ({ kind: "not_found", refusal: { code: "not_found", what } });

async function aSpaceWithPolicies() {
  const space = await aSpace(database);
  const location = await aLocation(database.owner, space.organizationId);
  const standard: Policy = {
    name: "Standard",
    locationId: location.id,
    resourceKind: null,
    resourceId: null,
    tiers: [
      { hoursBefore: 48, feePercent: 0 },
      { hoursBefore: 24, feePercent: 50 },
      { hoursBefore: 0, feePercent: 100 },
    ],
  };
  return { ...space, locationId: location.id, standard };
}

test("a policy keeps its steps, from the earliest to the latest, whatever order they came in", async () => {
  const { standard, locationId, ...space } = await aSpaceWithPolicies();
  const resource = await aResource(database.owner, space.organizationId, locationId);
  const made = await createCancellationPolicy(space.as("community_manager"), {
    ...standard,
    tiers: standard.tiers.toReversed(),
  });
  expect(made).toEqual({ id: made.id, ...standard });
  const strict: Policy = {
    ...standard,
    name: "Strict",
    resourceKind: "room",
    resourceId: resource.id,
    tiers: [{ hoursBefore: 8760, feePercent: 100 }],
  };
  expect(await updateCancellationPolicy(space.as("owner"), { id: made.id, ...strict })).toEqual({
    id: made.id,
    ...strict,
  });
  expect(await listCancellationPolicies(space.as("owner"), { locationId })).toEqual([{ id: made.id, ...strict }]);
  expect(await space.audited()).toEqual(["cancellation_policy.created", "cancellation_policy.updated"]);
});

test("changes that come at once leave the steps of one of them", async () => {
  const { standard, locationId, ...space } = await aSpaceWithPolicies();
  const { id } = await createCancellationPolicy(space.as("owner"), standard);
  const versions = [1, 2, 3, 4].map((hours) => [
    { hoursBefore: hours * 10, feePercent: 10 },
    { hoursBefore: hours, feePercent: 20 },
  ]);
  await Promise.all(versions.map((tiers) => updateCancellationPolicy(space.as("owner"), { id, ...standard, tiers })));
  expect(versions).toContainEqual((await listCancellationPolicies(space.as("owner"), { locationId }))[0]?.tiers);
});

test("an archived policy is gone for all commands", async () => {
  const { standard, locationId, ...space } = await aSpaceWithPolicies();
  const { id } = await createCancellationPolicy(space.as("owner"), standard);
  await archiveCancellationPolicy(space.as("owner"), { id });
  expect(await listCancellationPolicies(space.as("owner"), { locationId })).toEqual([]);
  await expect(archiveCancellationPolicy(space.as("owner"), { id })).rejects.toMatchObject(
    notFound("cancellation_policy"),
  );
  await expect(updateCancellationPolicy(space.as("owner"), { id, ...standard })).rejects.toMatchObject(
    notFound("cancellation_policy"),
  );
});

test.each(["member", "team_admin", "front_desk", "billing_manager"] as const)(
  "policies are not for a %s",
  async (role) => {
    const { standard, locationId, ...space } = await aSpaceWithPolicies();
    const { id } = await createCancellationPolicy(space.as("owner"), standard);
    const refusal = { kind: "forbidden", refusal: { code: "not_allowed", action: "manageSpace" } };
    await expect(listCancellationPolicies(space.as(role), { locationId })).rejects.toMatchObject(refusal);
    await expect(createCancellationPolicy(space.as(role), standard)).rejects.toMatchObject(refusal);
    await expect(updateCancellationPolicy(space.as(role), { id, ...standard })).rejects.toMatchObject(refusal);
    await expect(archiveCancellationPolicy(space.as(role), { id })).rejects.toMatchObject(refusal);
  },
);

test("nothing of another organization is there", async () => {
  const [space, foreign] = [await aSpaceWithPolicies(), await aSpaceWithPolicies()];
  const theirs = await createCancellationPolicy(foreign.as("owner"), foreign.standard);
  const ctx = space.as("owner");
  await expect(listCancellationPolicies(ctx, { locationId: foreign.locationId })).rejects.toMatchObject(
    notFound("location"),
  );
  await expect(createCancellationPolicy(ctx, foreign.standard)).rejects.toMatchObject(notFound("location"));
  await expect(updateCancellationPolicy(ctx, { ...space.standard, id: theirs.id })).rejects.toMatchObject(
    notFound("cancellation_policy"),
  );
  await expect(archiveCancellationPolicy(ctx, { id: theirs.id })).rejects.toMatchObject(
    notFound("cancellation_policy"),
  );
  const resource = await aResource(database.owner, foreign.organizationId, foreign.locationId);
  await expect(createCancellationPolicy(ctx, { ...space.standard, resourceId: resource.id })).rejects.toMatchObject(
    notFound("resource"),
  );
});

test.each([
  [
    "fees that fall as the start comes nearer",
    [
      { hoursBefore: 24, feePercent: 50 },
      { hoursBefore: 1, feePercent: 20 },
    ],
  ],
  [
    "two fees at the same hour",
    [
      { hoursBefore: 24, feePercent: 50 },
      { hoursBefore: 24, feePercent: 60 },
    ],
  ],
  ["no step at all", []],
  ["101 percent", [{ hoursBefore: 1, feePercent: 101 }]],
  ["an hour after the start", [{ hoursBefore: -1, feePercent: 10 }]],
])("%s are bad input", (_, tiers) => {
  const input = {
    name: "x",
    locationId: newId(),
    resourceKind: null,
    resourceId: null,
    tiers: [{ hoursBefore: 1, feePercent: 1 }],
  };
  expect(CreateCancellationPolicyInput.safeParse(input).success).toBe(true);
  expect(CreateCancellationPolicyInput.safeParse({ ...input, tiers }).success).toBe(false);
});
