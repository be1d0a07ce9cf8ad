import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aPerson, aPlan, aTeam, createTestDatabase } from "@working-social/db/testing";
import type { Role } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import type { Space } from "../testing/a-space.ts";
import { aSpace } from "../testing/a-space.ts";
import { invitePerson } from "./commands/invite-person.ts";
import { reactivatePerson } from "./commands/reactivate-person.ts";
import { suspendPerson } from "./commands/suspend-person.ts";
import { updatePerson } from "./commands/update-person.ts";
import { getPerson, listPeople, searchPersonNames } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const nowhere = { teamId: null, planId: null, homeLocationId: null };
const ana = { name: "Ana", email: "ana@example.test", role: "member" as const, ...nowhere };
const notAllowed = (action: string) => ({ kind: "forbidden", refusal: { code: "not_allowed", action } });
const fields = (space: Space, role: Role) => ({ id: space.personId(role), name: role, role, ...nowhere });

const aSession = async (userId: string) => {
  await database.owner.query(
    "INSERT INTO users (id, name, email, email_verified, created_at, updated_at) VALUES ($1, 'x', $1 || '@example.test', true, now(), now())",
    [userId],
  );
  await database.owner.query(
    "INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at) VALUES ($1, $1, $1, now() + interval '1 day', now(), now())",
    [userId],
  );
};
const sessionsOf = async (userId: string) =>
  (await database.owner.query("SELECT FROM sessions WHERE user_id = $1", [userId])).rowCount;

describe("inviting", () => {
  test("adds an invited person, and says so", async () => {
    const space = await aSpace(database);
    const { organizationId } = space;
    const plan = await aPlan(database.owner, organizationId, { name: "Full-time" });
    const team = await aTeam(database.owner, organizationId, { name: "Brightwater" });
    const location = await aLocation(database.owner, organizationId);
    const input = { ...ana, teamId: team.id, planId: plan.id, homeLocationId: location.id };
    const view = await invitePerson(space.as("community_manager"), input);
    expect(view).toEqual({
      id: view.id,
      ...input,
      paysPrivately: false,
      status: "invited",
      teamName: "Brightwater",
      planName: "Full-time",
    });
    expect(await space.audited()).toEqual(["person.invited"]);
  });

  test("adds nobody when what follows can't be queued", async () => {
    const space = await aSpace(database);
    const ctx = space.as("owner");
    const db = { ...ctx.db, react: () => Promise.reject(new Error("queue is down")) };
    await expect(invitePerson({ ...ctx, db }, ana)).rejects.toThrow("queue is down");
    expect((await listPeople(space.as("owner"), { search: "ana@", cursor: null })).people).toEqual([]);
  });

  test("refuses an address that is taken, also when the same one comes twice at once", async () => {
    const space = await aSpace(database);
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => invitePerson(space.as("owner"), ana)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(invitePerson(space.as("owner"), ana)).rejects.toMatchObject({
      kind: "conflict",
      refusal: { code: "email_taken", email: ana.email },
    });
    await invitePerson((await aSpace(database)).as("owner"), ana);
  });

  test.each(["member", "team_admin", "front_desk", "billing_manager"] as const)("is not for a %s", async (role) => {
    await expect(invitePerson((await aSpace(database)).as(role), ana)).rejects.toMatchObject(
      notAllowed("managePeople"),
    );
  });

  test("to a role above member is for owners", async () => {
    const space = await aSpace(database);
    for (const role of ["team_admin", "front_desk", "owner"] as const) {
      await expect(invitePerson(space.as("community_manager"), { ...ana, role })).rejects.toMatchObject(
        notAllowed("manageRoles"),
      );
    }
    expect(await invitePerson(space.as("owner"), { ...ana, role: "front_desk" })).toMatchObject({
      role: "front_desk",
    });
  });

  test("into another organization's team, plan or location finds nothing there", async () => {
    const [space, foreign] = [await aSpace(database), await aSpace(database)];
    const ids = {
      teamId: (await aTeam(database.owner, foreign.organizationId)).id,
      planId: (await aPlan(database.owner, foreign.organizationId)).id,
      homeLocationId: (await aLocation(database.owner, foreign.organizationId)).id,
    };
    const whats = { teamId: "team", planId: "plan", homeLocationId: "location" };
    for (const field of ["teamId", "planId", "homeLocationId"] as const) {
      const attempt = invitePerson(space.as("owner"), { ...ana, [field]: ids[field] });
      await expect(attempt).rejects.toMatchObject({
        kind: "not_found",
        refusal: { code: "not_found", what: whats[field] },
      });
    }
  });
});

describe("updating", () => {
  test("changes name, team and plan; the trail keeps what was before", async () => {
    const space = await aSpace(database);
    const team = await aTeam(database.owner, space.organizationId, { name: "Brightwater" });
    const view = await updatePerson(space.as("community_manager"), {
      ...fields(space, "member"),
      name: "Nour",
      teamId: team.id,
    });
    expect(view).toMatchObject({ name: "Nour", teamName: "Brightwater", role: "member", status: "active" });
    const { rows } = await database.owner.query(
      "SELECT e.data, o.data AS personal FROM events e JOIN event_personal_data o ON o.event_id = e.id WHERE e.subject_id = $1",
      [view.id],
    );
    expect(rows).toEqual([
      { data: { changes: { teamId: [null, team.id] } }, personal: { changes: { name: ["member", "Nour"] } } },
    ]);
  });

  test("a role changes only by an owner", async () => {
    const space = await aSpace(database);
    const promoted = { ...fields(space, "member"), role: "front_desk" as const };
    await expect(updatePerson(space.as("community_manager"), promoted)).rejects.toMatchObject(
      notAllowed("manageRoles"),
    );
    const myself = { ...fields(space, "community_manager"), role: "owner" as const };
    await expect(updatePerson(space.as("community_manager"), myself)).rejects.toMatchObject(notAllowed("manageRoles"));
    expect(await updatePerson(space.as("owner"), promoted)).toMatchObject({ role: "front_desk" });
  });

  test("the last active owner keeps the role; a suspended or invited other owner does not count", async () => {
    const space = await aSpace(database);
    for (const status of ["suspended", "invited"] as const)
      await aPerson(database.owner, space.organizationId, { role: "owner", status });
    const demoted = { ...fields(space, "owner"), role: "member" as const };
    await expect(updatePerson(space.as("owner"), demoted)).rejects.toMatchObject({
      kind: "conflict",
      refusal: { code: "last_owner" },
    });
    await aPerson(database.owner, space.organizationId, { role: "owner" });
    expect(await updatePerson(space.as("owner"), demoted)).toMatchObject({ role: "member" });
  });

  test("two owners who demote each other at once: one of them remains", async () => {
    for (let round = 0; round < 5; round++) {
      const space = await aSpace(database);
      const second = await aPerson(database.owner, space.organizationId, { role: "owner" });
      const secondAs = database.context(space.organizationId, second.actor, space.clock);
      const tries = await Promise.allSettled([
        updatePerson(space.as("owner"), { ...fields(space, "owner"), id: second.id, role: "member" }),
        round % 2
          ? suspendPerson(secondAs, { id: space.personId("owner") })
          : updatePerson(secondAs, { ...fields(space, "owner"), role: "member" }),
      ]);
      expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const { rows } = await database.owner.query(
        "SELECT FROM people WHERE organization_id = $1 AND role = 'owner' AND status = 'active'",
        [space.organizationId],
      );
      expect(rows).toHaveLength(1);
    }
  });

  test.each(["member", "team_admin", "front_desk", "billing_manager"] as const)(
    "is not for a %s, not even of oneself",
    async (role) => {
      const space = await aSpace(database);
      await expect(updatePerson(space.as(role), fields(space, role))).rejects.toMatchObject(notAllowed("managePeople"));
    },
  );

  test("another organization's person is not there", async () => {
    const [space, foreign] = [await aSpace(database), await aSpace(database)];
    for (const id of [foreign.personId("member"), newId()]) {
      await expect(updatePerson(space.as("owner"), { ...fields(space, "member"), id })).rejects.toMatchObject({
        refusal: { code: "not_found", what: "person" },
      });
    }
  });
});

describe("suspending and reactivating", () => {
  test("locks out and lets in again; repeating it changes nothing", async () => {
    const space = await aSpace(database);
    const id = space.personId("member");
    await aSession(`user-${space.organizationId}-member`);
    expect(await suspendPerson(space.as("community_manager"), { id })).toMatchObject({ status: "suspended" });
    expect(await sessionsOf(`user-${space.organizationId}-member`)).toBe(0);
    expect(await suspendPerson(space.as("community_manager"), { id })).toMatchObject({ status: "suspended" });
    expect(await reactivatePerson(space.as("community_manager"), { id })).toMatchObject({ status: "active" });
    expect(await reactivatePerson(space.as("community_manager"), { id })).toMatchObject({ status: "active" });
    expect(await space.audited()).toEqual(["person.suspended", "person.reactivated"]);
  });

  test("the sessions of somebody who also belongs elsewhere stay", async () => {
    const [space, other] = [await aSpace(database), await aSpace(database)];
    const userId = newId();
    await aSession(userId);
    const person = await aPerson(database.owner, space.organizationId, { userId });
    await aPerson(database.owner, other.organizationId, { userId });
    await suspendPerson(space.as("owner"), { id: person.id });
    expect(await sessionsOf(userId)).toBe(1);
  });

  test("whoever never signed in is invited again", async () => {
    const space = await aSpace(database);
    const { id } = await invitePerson(space.as("owner"), ana);
    await suspendPerson(space.as("owner"), { id });
    expect(await reactivatePerson(space.as("owner"), { id })).toMatchObject({ status: "invited" });
  });

  test("the last active owner can't be suspended", async () => {
    const space = await aSpace(database);
    await expect(suspendPerson(space.as("owner"), { id: space.personId("owner") })).rejects.toMatchObject({
      refusal: { code: "last_owner" },
    });
  });

  test("of a role above member is for owners; of a member not for the front desk", async () => {
    const space = await aSpace(database);
    for (const change of [suspendPerson, reactivatePerson]) {
      await expect(change(space.as("community_manager"), { id: space.personId("front_desk") })).rejects.toMatchObject(
        notAllowed("manageRoles"),
      );
      await expect(change(space.as("front_desk"), { id: space.personId("member") })).rejects.toMatchObject(
        notAllowed("managePeople"),
      );
      await expect(
        change(space.as("owner"), { id: (await aSpace(database)).personId("member") }),
      ).rejects.toMatchObject({ refusal: { code: "not_found" } });
    }
  });
});

describe("finding", () => {
  test("pages follow each other by name, equal names included", async () => {
    const space = await aSpace(database);
    for (let i = 0; i < 60; i++) await aPerson(database.owner, space.organizationId, { name: `Twin ${i % 4}` });
    const first = await listPeople(space.as("front_desk"), { search: "twin", cursor: null });
    const second = await listPeople(space.as("front_desk"), { search: "twin", cursor: first.nextCursor });
    expect([first.people.length, second.people.length, second.nextCursor]).toEqual([50, 10, null]);
    const names = [...first.people, ...second.people];
    expect(new Set(names.map(({ id }) => id)).size).toBe(60);
    expect(names.map(({ name }) => name)).toEqual(names.map(({ name }) => name).sort());
  });

  test("matches a part of the name or the address, in any case, with wildcards taken literally", async () => {
    const space = await aSpace(database);
    const { organizationId } = space;
    await aPerson(database.owner, organizationId, { name: "Zoë 100%", email: "z_e@example.test" });
    await aPerson(database.owner, organizationId, { name: "Zoa 1000", email: "zoe@example.test" });
    const found = async (search: string) =>
      (await listPeople(space.as("owner"), { search, cursor: null })).people.map(({ name }) => name);
    expect(await found("ZOË")).toEqual(["Zoa 1000", "Zoë 100%"]); // the one by her address, the other by her name
    expect(await found("100%")).toEqual(["Zoë 100%"]);
    expect(await found("z_e@")).toEqual(["Zoë 100%"]);
    expect(await found(" zo ")).toEqual(["Zoa 1000", "Zoë 100%"]);
    expect(await found(String.raw`\ ' " ;--`)).toEqual([]);
  });

  test("names complete for who books for others, without suspended people", async () => {
    const space = await aSpace(database);
    await aPerson(database.owner, space.organizationId, { name: "Ben A" });
    await aPerson(database.owner, space.organizationId, { name: "Ben B", status: "suspended" });
    expect((await searchPersonNames(space.as("front_desk"), { search: "ben" })).map(({ name }) => name)).toEqual([
      "Ben A",
    ]);
    expect(await searchPersonNames((await aSpace(database)).as("front_desk"), { search: "ben" })).toEqual([]);
    await expect(searchPersonNames(space.as("member"), { search: "ben" })).rejects.toMatchObject(
      notAllowed("manageBookings"),
    );
    await expect(listPeople(space.as("member"), { search: "", cursor: null })).rejects.toMatchObject(
      notAllowed("managePeople"),
    );
  });

  test("get gives one person to staff, and nobody of another organization", async () => {
    const space = await aSpace(database);
    const { id } = await aPerson(database.owner, space.organizationId, { name: "Cleo" });
    expect(await getPerson(space.as("front_desk"), { id })).toMatchObject({ id, name: "Cleo", teamName: null });
    await expect(getPerson(space.as("member"), { id })).rejects.toMatchObject(notAllowed("managePeople"));
    await expect(getPerson((await aSpace(database)).as("owner"), { id })).rejects.toMatchObject({
      refusal: { code: "not_found", what: "person" },
    });
  });
});
