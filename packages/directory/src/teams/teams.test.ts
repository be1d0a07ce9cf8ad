import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, aPlan, createTestDatabase } from "@working-social/db/testing";
import { aSpace } from "../testing/a-space.ts";
import { createTeam } from "./commands/create-team.ts";
import { updateTeam } from "./commands/update-team.ts";
import { listTeams } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("a team is made with a plan, changed, and listed with its people", async () => {
  const space = await aSpace(database);
  const plan = await aPlan(database.owner, space.organizationId, { name: "Team of 5" });
  const team = await createTeam(space.as("owner"), { name: "Brightwater", planId: plan.id });
  expect(team).toEqual({ id: team.id, name: "Brightwater", planId: plan.id, planName: "Team of 5", peopleCount: 0 });
  await aPerson(database.owner, space.organizationId, { teamId: team.id });
  const changed = await updateTeam(space.as("community_manager"), {
    id: team.id,
    name: "Brightwater Ltd",
    planId: null,
  });
  expect(changed).toEqual({ id: team.id, name: "Brightwater Ltd", planId: null, planName: null, peopleCount: 1 });
  expect(await listTeams(space.as("front_desk"))).toEqual([changed]);
  const { rows } = await database.owner.query(
    "SELECT data FROM events WHERE name = 'team.updated' AND subject_id = $1",
    [team.id],
  );
  expect(rows).toEqual([{ data: { changes: { name: ["Brightwater", "Brightwater Ltd"], planId: [plan.id, null] } } }]);
});

test.each(["member", "team_admin", "billing_manager"] as const)(
  "a %s may not change teams, nor list them for nothing",
  async (role) => {
    const space = await aSpace(database);
    const team = await createTeam(space.as("owner"), { name: "Brightwater", planId: null });
    const refusal = { refusal: { code: "not_allowed" } };
    // Who signs contracts names a team in them.
    if (role === "billing_manager") expect(await listTeams(space.as(role))).toHaveLength(1);
    else await expect(listTeams(space.as(role))).rejects.toMatchObject(refusal);
    await expect(createTeam(space.as(role), { name: "Mine", planId: null })).rejects.toMatchObject(refusal);
    await expect(updateTeam(space.as(role), { id: team.id, name: "Mine", planId: null })).rejects.toMatchObject(
      refusal,
    );
  },
);

test("the front desk sees teams but may not change them", async () => {
  const space = await aSpace(database);
  await expect(createTeam(space.as("front_desk"), { name: "Mine", planId: null })).rejects.toMatchObject({
    refusal: { code: "not_allowed" },
  });
});

test("names are unique, also between two that come at once", async () => {
  const ctx = (await aSpace(database)).as("owner");
  const tries = await Promise.allSettled([1, 2, 3].map(() => createTeam(ctx, { name: "Same", planId: null })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const other = await createTeam(ctx, { name: "Other", planId: null });
  await expect(updateTeam(ctx, { id: other.id, name: "Same", planId: null })).rejects.toMatchObject({
    refusal: { code: "name_taken", name: "Same" },
  });
});

test("plans and teams of another organization are not there", async () => {
  const [space, foreign] = [await aSpace(database), await aSpace(database)];
  const plan = await aPlan(database.owner, foreign.organizationId);
  const theirs = await createTeam(foreign.as("owner"), { name: "Theirs", planId: null });
  await expect(createTeam(space.as("owner"), { name: "x", planId: plan.id })).rejects.toMatchObject({
    refusal: { code: "not_found", what: "plan" },
  });
  await expect(updateTeam(space.as("owner"), { id: theirs.id, name: "x", planId: null })).rejects.toMatchObject({
    refusal: { code: "not_found", what: "team" },
  });
  expect(await listTeams(space.as("owner"))).toEqual([]);
});
