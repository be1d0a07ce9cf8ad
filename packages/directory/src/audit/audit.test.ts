import { afterAll, beforeAll, expect, test } from "vitest";
import { recordAudit, withPrisma } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { aSpace } from "../testing/a-space.ts";
import { changesBetween } from "./changes.ts";
import { listAudit } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const all = { subjectId: null, cursor: null };

test("pages follow each other without gaps or repetitions, newest first, also within one millisecond", async () => {
  const space = await aSpace(database);
  const ctx = space.as("owner");
  const written: string[] = [];
  await withPrisma(ctx, async (tx) => {
    for (let i = 0; i < 120; i++) {
      if (i % 7 === 0) space.clock.advanceMinutes(1);
      written.push(newId());
      await recordAudit(tx, ctx, { action: "test.do", subjectType: "test", subjectId: written.at(-1) ?? "" });
    }
  });
  const seen: string[] = [];
  let pages = 0;
  for (let cursor: string | null = null; pages === 0 || cursor !== null; pages++) {
    const page = await listAudit(ctx, { subjectId: null, cursor });
    seen.push(...page.entries.map((entry) => entry.subjectId));
    cursor = page.nextCursor;
  }
  expect(pages).toBe(3);
  expect(seen).toEqual(written.toReversed());
});

test("one subject's trail, with the names of people and of the system", async () => {
  const space = await aSpace(database);
  const subjectId = newId();
  const entry = { action: "test.do", subjectType: "test", subjectId, reason: "because" };
  await withPrisma(space.as("front_desk"), (tx) => recordAudit(tx, space.as("front_desk"), entry));
  space.clock.advanceMinutes(1);
  const job = { ...space.as("owner"), actor: { kind: "system", name: "expire-holds" } as const };
  await withPrisma(job, (tx) => recordAudit(tx, job, { ...entry, reason: null }));
  await withPrisma(job, (tx) => recordAudit(tx, job, { ...entry, subjectId: newId() }));
  const { entries } = await listAudit(space.as("billing_manager"), { subjectId, cursor: null });
  expect(entries.map(({ actorName, action, reason, at }) => ({ actorName, action, reason, at }))).toEqual([
    { actorName: "expire-holds", action: "test.do", reason: null, at: "2026-11-25T09:01:00.000Z" },
    { actorName: "front_desk", action: "test.do", reason: "because", at: "2026-11-25T09:00:00.000Z" },
  ]);
});

test.each(["member", "team_admin", "front_desk"] as const)("a %s may not read the trail", async (role) => {
  const space = await aSpace(database);
  await expect(listAudit(space.as(role), all)).rejects.toMatchObject({
    refusal: { code: "not_allowed", action: "seeAudit" },
  });
});

test("another organization's trail is not there, and a cursor that is none is refused", async () => {
  const [space, foreign] = [await aSpace(database), await aSpace(database)];
  await withPrisma(foreign.as("owner"), (tx) =>
    recordAudit(tx, foreign.as("owner"), { action: "a.b", subjectType: "a", subjectId: newId() }),
  );
  expect(await listAudit(space.as("owner"), all)).toEqual({ entries: [], nextCursor: null });
  const theirs = (await listAudit(foreign.as("owner"), all)).entries[0]?.id ?? "";
  expect(await listAudit(space.as("owner"), { subjectId: null, cursor: theirs })).toEqual({
    entries: [],
    nextCursor: null,
  });
  await expect(listAudit(space.as("owner"), { subjectId: null, cursor: "'; DROP" })).rejects.toMatchObject({
    refusal: { code: "not_found", what: "cursor" },
  });
});

test("changes are the fields that differ", () => {
  const before = { name: "a", tags: ["x"], note: null, same: 1 };
  expect(changesBetween(before, { name: "b", tags: ["x", "y"], note: null, same: 1, added: true })).toEqual({
    name: ["a", "b"],
    tags: [["x"], ["x", "y"]],
    added: [null, true],
  });
});

test("an entry says what it is called and which fields changed, of a group of fields those in it", async () => {
  const space = await aSpace(database);
  const ctx = space.as("owner");
  const ana = await aPerson(database.owner, space.organizationId, { name: "Ana Ferreira" });
  const changes = {
    name: ["A", "B"],
    settings: [
      { minLength: 30, grid: 15 },
      { minLength: 60, grid: 15 },
    ],
  };
  const gone = {
    action: "floor.remove",
    subjectType: "floor",
    subjectId: newId(),
    data: { removed: { name: "Attic" } },
  };
  const gift = { unit: "room_minutes", currency: null, quantity: 120 };
  await withPrisma(ctx, async (tx) => {
    const subject = { subjectType: "person", subjectId: ana.id };
    await recordAudit(tx, ctx, { action: "person.update", ...subject, data: { changes } });
    space.clock.advanceMinutes(1);
    await recordAudit(tx, ctx, { action: "credits.give", ...subject, data: gift });
    space.clock.advanceMinutes(1);
    await recordAudit(tx, ctx, gone);
  });
  expect((await listAudit(ctx, all)).entries).toMatchObject([
    { subjectName: "Attic", changed: [] },
    { subjectName: "Ana Ferreira", changed: [], credits: gift },
    { subjectName: "Ana Ferreira", changed: ["name", "minLength"], booking: null, moved: null, credits: null },
  ]);
});
