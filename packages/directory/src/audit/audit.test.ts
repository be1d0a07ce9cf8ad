import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { bare, changed, changedPerson, emitter, inTransaction } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, aPlan, createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { aSpace } from "../testing/a-space.ts";
import { changesBetween } from "./rules/changes.ts";
import { listAudit } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Events of no domain, beside one that another domain declares. */
const emit = emitter({
  "test.done": bare("test"),
  "floor.removed": { subject: ["floor"] as ["floor"], data: z.object({ removed: z.object({ name: z.string() }) }) },
  "rule.updated": changed("person"),
  "person.updated": changedPerson("person"),
  "credits.given": {
    subject: ["person"] as ["person"],
    data: z.object({ unit: z.string(), currency: z.string().nullable(), quantity: z.number() }),
  },
});

const all = { subjectId: null, cursor: null };

test("pages follow each other without gaps or repetitions, newest first, also within one millisecond", async () => {
  const space = await aSpace(database);
  const ctx = space.as("owner");
  const written: string[] = [];
  await inTransaction(ctx, async (tx) => {
    for (let i = 0; i < 120; i++) {
      if (i % 7 === 0) space.clock.advanceMinutes(1);
      written.push(newId());
      await emit(tx, ctx, { name: "test.done", subjectType: "test", subjectId: written.at(-1) ?? "", data: {} });
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
  const entry = { name: "test.done", subjectType: "test", subjectId, reason: "because", data: {} } as const;
  await inTransaction(space.as("front_desk"), (tx) => emit(tx, space.as("front_desk"), entry));
  space.clock.advanceMinutes(1);
  const job = { ...space.as("owner"), actor: { kind: "job", job: "expire_holds" } as const };
  await inTransaction(job, (tx) => emit(tx, job, { ...entry, reason: null }));
  await inTransaction(job, (tx) => emit(tx, job, { ...entry, subjectId: newId() }));
  const { entries } = await listAudit(space.as("billing_manager"), { subjectId, cursor: null });
  expect(entries.map(({ actorName, event, reason, at }) => ({ actorName, event, reason, at }))).toEqual([
    { actorName: "expire_holds", event: "test.done", reason: null, at: "2026-11-25T09:01:00.000Z" },
    { actorName: "front_desk", event: "test.done", reason: "because", at: "2026-11-25T09:00:00.000Z" },
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
  await inTransaction(foreign.as("owner"), (tx) =>
    emit(tx, foreign.as("owner"), { name: "test.done", subjectType: "test", subjectId: newId(), data: {} }),
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

test("an entry says what it is called and what changed from what to what, of a group of fields those in it, with names for ids", async () => {
  const space = await aSpace(database);
  const ctx = space.as("owner");
  const plan = await aPlan(database.owner, space.organizationId, { name: "Full-time" });
  const ana = await aPerson(database.owner, space.organizationId, { name: "Ana Ferreira" });
  const settings = [
    { minLength: 30, grid: 15 },
    { minLength: 60, grid: 15 },
  ] as const;
  const gift = { unit: "room_minutes", currency: null, quantity: 120 };
  await inTransaction(ctx, async (tx) => {
    const subject = { subjectType: "person", subjectId: ana.id } as const;
    await emit(tx, ctx, { name: "rule.updated", ...subject, data: { changes: { settings } } });
    space.clock.advanceMinutes(1);
    const [data, personal] = [{ changes: { planId: [null, plan.id] } }, { changes: { name: ["Ann", "Ana"] } }] as const;
    await emit(tx, ctx, { name: "person.updated", ...subject, data, personal });
    space.clock.advanceMinutes(1);
    await emit(tx, ctx, { name: "credits.given", ...subject, data: gift });
    space.clock.advanceMinutes(1);
    const gone = { subjectType: "floor", subjectId: newId(), data: { removed: { name: "Attic" } } } as const;
    await emit(tx, ctx, { name: "floor.removed", ...gone });
  });
  expect((await listAudit(ctx, all)).entries).toMatchObject([
    { subjectName: "Attic", changes: [] },
    { subjectName: "Ana Ferreira", changes: [], credits: gift },
    {
      subjectName: "Ana Ferreira",
      changes: [
        { field: "planId", before: null, after: "Full-time" },
        { field: "name", before: "Ann", after: "Ana" },
      ],
    },
    { changes: [{ field: "minLength", before: 30, after: 60 }], booking: null, moved: null, credits: null },
  ]);
});

test("what is personal of an event is erased, and the trail goes on in its order", async () => {
  const space = await aSpace(database);
  const ctx = space.as("owner");
  const ana = await aPerson(database.owner, space.organizationId, { name: "Ana Ferreira" });
  await inTransaction(ctx, async (tx) => {
    const personal = { changes: { name: ["Ann", "Ana"] } } as const;
    const reason = "Ana asked for it";
    const subject = { subjectType: "person", subjectId: ana.id } as const;
    await emit(tx, ctx, { name: "person.updated", ...subject, data: { changes: {} }, personal, reason });
    await emit(tx, ctx, { name: "test.done", subjectType: "test", subjectId: newId(), data: {} });
  });
  const { rows } = await database.owner.query("SELECT data::text AS text FROM events WHERE organization_id = $1", [
    space.organizationId,
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Ann|Ana|asked/);
  expect((await listAudit(ctx, all)).entries.at(-1)).toMatchObject({ reason: "Ana asked for it" });
  await inTransaction(ctx, (tx) =>
    tx.query("DELETE FROM event_personal_data WHERE organization_id = $1", [space.organizationId]),
  );
  expect((await listAudit(ctx, all)).entries).toMatchObject([
    { event: "test.done" },
    { event: "person.updated", changes: [], reason: null },
  ]);
});

test("an event of a version that is gone is on the trail like any other", async () => {
  const space = await aSpace(database);
  await database.owner.query(
    `INSERT INTO events (id, organization_id, at, actor_kind, name, subject_type, subject_id, data)
     VALUES ($1, $2, now(), 'system', 'door_lock.opened_slowly', 'door_lock', $1, '{"changes": "of old", "from": 3}')`,
    [newId(), space.organizationId],
  );
  expect((await listAudit(space.as("owner"), all)).entries).toMatchObject([
    { event: "door_lock.opened_slowly", actorName: "system", subjectName: null, changes: [], moved: null },
  ]);
});
