import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { anOrganization, aPerson, aPlan, aTeam, createTestDatabase, TEST_NOW } from "@working-social/db/testing";
import { fixedClock } from "@working-social/kernel";
import { aSpace } from "../testing/a-space.ts";
import { setUpOrganization } from "./commands/set-up-organization.ts";
import { loadMe, needsSetup } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const input = {
  organizationName: "Café Süd",
  locationName: "Old Harbour",
  timeZone: "America/St_Johns",
  currency: "CAD",
  language: "de" as const,
  region: "CA",
  ownerName: "Ana",
  ownerEmail: "ana@example.test",
};
const clock = fixedClock(TEST_NOW);

// First in this file: only here is the database still empty.
test("of several set-ups in the same moment one makes the organization, and the others are refused", async () => {
  expect(await needsSetup(database.db)).toEqual({ needsSetup: true });
  const tries = await Promise.allSettled(
    Array.from({ length: 5 }, (_, i) => setUpOrganization(database.db, clock, input, `user-${i}`)),
  );
  const made = tries.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
  const refusals = tries.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason as unknown] : []));
  expect(made).toHaveLength(1);
  for (const refusal of refusals)
    expect(refusal).toMatchObject({ kind: "conflict", refusal: { code: "already_set_up" } });
  expect(await needsSetup(database.db)).toEqual({ needsSetup: false });
  const rows = async (sql: string) => (await database.owner.query(sql)).rows;
  expect(await rows("SELECT name, slug FROM organizations")).toEqual([{ name: "Café Süd", slug: "cafe-sud" }]);
  expect(await rows("SELECT name, time_zone, currency, language, region FROM locations")).toEqual([
    { name: "Old Harbour", time_zone: "America/St_Johns", currency: "CAD", language: "de", region: "CA" },
  ]);
  expect(await rows("SELECT weekday, opens_minute, closes_minute FROM opening_hours ORDER BY weekday")).toEqual(
    [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 540, closes_minute: 1080 })),
  );
  expect(await rows("SELECT name, email, role, status FROM people")).toEqual([
    { name: "Ana", email: "ana@example.test", role: "owner", status: "active" },
  ]);
  expect(await rows("SELECT name, actor_kind FROM events")).toEqual([
    { name: "organization.set_up", actor_kind: "job" },
  ]);
});

test("a set-up that fails leaves nothing behind", async () => {
  const before = await database.owner.query("SELECT count(*) FROM organizations");
  await expect(setUpOrganization(database.db, clock, input, "late")).rejects.toMatchObject({
    refusal: { code: "already_set_up" },
  });
  expect((await database.owner.query("SELECT count(*) FROM organizations")).rows).toEqual(before.rows);
});

test("me: the person, the organization, the plan of the team, what the role may do, and the other organizations", async () => {
  const [here, there] = [
    await anOrganization(database.owner, { name: "Here" }),
    await anOrganization(database.owner, { name: "There" }),
  ];
  const plan = await aPlan(database.owner, here.id, { name: "Team plan" });
  const team = await aTeam(database.owner, here.id, { name: "Brightwater", planId: plan.id });
  const me = await aPerson(database.owner, here.id, {
    name: "Nour",
    role: "front_desk",
    teamId: team.id,
    userId: "nour",
  });
  const other = await aPerson(database.owner, there.id, { role: "member", userId: "nour" });
  await aPerson(database.owner, (await anOrganization(database.owner)).id, { userId: "nour", status: "suspended" });
  const view = await loadMe(database.context(here.id, me.actor), { userId: "nour", hasSecondFactor: true });
  expect(view).toEqual({
    person: {
      id: me.id,
      name: "Nour",
      email: me.email,
      role: "front_desk",
      planName: "Team plan",
      teamName: "Brightwater",
      homeLocationId: null,
    },
    preferences: { language: null, region: null, hourCycle: null },
    placeLanguage: null,
    organization: { id: here.id, name: "Here", slug: here.slug },
    permissions: {
      manageSpace: false,
      managePeople: false,
      manageBookings: true,
      manageRoles: false,
      seeAudit: false,
      manageContracts: false,
      manageBilling: false,
    },
    hasSecondFactor: true,
    memberships: [
      {
        organizationId: here.id,
        organizationName: "Here",
        organizationSlug: here.slug,
        personId: me.id,
        role: "front_desk",
      },
      {
        organizationId: there.id,
        organizationName: "There",
        organizationSlug: there.slug,
        personId: other.id,
        role: "member",
      },
    ],
  });
});

test("me: nobody for a person of another organization, or who was suspended meanwhile", async () => {
  const [space, foreign] = [await aSpace(database), await aSpace(database)];
  const user = { userId: "x", hasSecondFactor: false };
  const intruder = { ...space.as("member"), actor: foreign.as("member").actor };
  await expect(loadMe(intruder, user)).rejects.toMatchObject({ refusal: { code: "not_found", what: "person" } });
  await database.owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [space.personId("member")]);
  await expect(loadMe(space.as("member"), user)).rejects.toMatchObject({ refusal: { code: "not_found" } });
});
