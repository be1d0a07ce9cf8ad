import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { aSpace } from "../testing/a-space.ts";
import { createTeam } from "../teams/commands/create-team.ts";
import { createPlan } from "./commands/create-plan.ts";
import { updatePlan } from "./commands/update-plan.ts";
import { listPlans } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("a plan is made, renamed, listed by name with its people, and every step is in the trail", async () => {
  const space = await aSpace(database);
  const manager = space.as("community_manager");
  const full = await createPlan(manager, { name: "Full-time" });
  const part = await createPlan(manager, { name: "Part-time" });
  await aPerson(database.owner, space.organizationId, { planId: part.id });
  await aPerson(database.owner, space.organizationId, { planId: part.id, status: "suspended" });
  expect(await updatePlan(manager, { id: full.id, name: "Resident" })).toEqual({
    id: full.id,
    name: "Resident",
    peopleCount: 0,
    teamCount: 0,
  });
  await createTeam(manager, { name: "Brightwater", planId: full.id });
  expect(await listPlans(space.as("member"))).toEqual([
    { id: part.id, name: "Part-time", peopleCount: 1, teamCount: 0 },
    { id: full.id, name: "Resident", peopleCount: 0, teamCount: 1 },
  ]);
  expect(await space.audited()).toEqual(["plan.created", "plan.created", "plan.updated", "team.created"]);
});

test("a name that is taken is refused, on making, on renaming, and when two come at once", async () => {
  const manager = (await aSpace(database)).as("owner");
  const tries = await Promise.allSettled([
    createPlan(manager, { name: "Same" }),
    createPlan(manager, { name: "Same" }),
  ]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(createPlan(manager, { name: "Same" })).rejects.toMatchObject({
    kind: "conflict",
    refusal: { code: "name_taken", name: "Same" },
  });
  const other = await createPlan(manager, { name: "Other" });
  await expect(updatePlan(manager, { id: other.id, name: "Same" })).rejects.toMatchObject({
    refusal: { code: "name_taken", name: "Same" },
  });
});

test.each(["member", "team_admin", "front_desk", "billing_manager"] as const)(
  "a %s may not make or rename plans",
  async (role) => {
    const space = await aSpace(database);
    const plan = await createPlan(space.as("owner"), { name: "Full-time" });
    const refusal = { kind: "forbidden", refusal: { code: "not_allowed", action: "managePeople" } };
    await expect(createPlan(space.as(role), { name: "Mine" })).rejects.toMatchObject(refusal);
    await expect(updatePlan(space.as(role), { id: plan.id, name: "Mine" })).rejects.toMatchObject(refusal);
  },
);

test("another organization's plan is not there, and its names are free", async () => {
  const [space, foreign] = [await aSpace(database), await aSpace(database)];
  const theirs = await createPlan(foreign.as("owner"), { name: "Full-time" });
  await createPlan(space.as("owner"), { name: "Full-time" });
  for (const id of [theirs.id, newId()]) {
    await expect(updatePlan(space.as("owner"), { id, name: "x" })).rejects.toMatchObject({
      refusal: { code: "not_found", what: "plan" },
    });
  }
});
