import { createHash } from "node:crypto";
import type { Actor } from "@working-social/kernel";
import { newId, systemClock } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "./context.ts";
import { once } from "./idempotency.ts";
import type { TestDatabase } from "./testing/index.ts";
import { anOrganization, aPerson, createTestDatabase } from "./testing/index.ts";
import { inTransaction } from "./transaction.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  const { id } = await anOrganization(database.owner);
  const { id: personId } = await aPerson(database.owner, id);
  ctx = database.context(id, { kind: "person", personId, role: "member" });
});
afterAll(() => database.close());

const ask = (key: string, input: object, answer: string) =>
  inTransaction(ctx, (tx) => once(tx, ctx, { key, procedure: "packs.update", input }, async () => ({ answer })));

const asked = { id: "1", name: "Pages", scope: { rooms: ["a", "b"], houses: [] } };
const inAnotherOrder = { scope: { houses: [], rooms: ["a", "b"] }, name: "Pages", id: "1" };

test("a retry is the same request when a new version's schema names its fields in another order", async () => {
  expect(await ask("key-of-an-intention", asked, "first")).toEqual({ answer: "first" });
  expect(await ask("key-of-an-intention", inAnotherOrder, "second")).toEqual({ answer: "first" });
});

test("another value, or another order of a list, is another request", async () => {
  await ask("key-of-something-else", asked, "first");
  const reused = { refusal: { code: "idempotency_key_reused" } };
  await expect(ask("key-of-something-else", { ...asked, name: "Sheets" }, "second")).rejects.toMatchObject(reused);
  const turned = { ...asked, scope: { rooms: ["b", "a"], houses: [] } };
  await expect(ask("key-of-something-else", turned, "second")).rejects.toMatchObject(reused);
});

test("a key of before, hashed in the order of its schema, still gets its answer", async () => {
  const hash = createHash("sha256")
    .update(`packs.update\n${JSON.stringify(asked)}`)
    .digest("hex");
  await database.owner.query(
    `INSERT INTO idempotency_keys (organization_id, actor_kind, actor_id, key, procedure, request_hash, response, created_at)
     SELECT organization_id, 'person', id::text, 'key-of-an-earlier-day', 'packs.update', $1, '{"answer": "first"}', now() FROM people`,
    [hash],
  );
  expect(await ask("key-of-an-earlier-day", asked, "second")).toEqual({ answer: "first" });
});

test("a device, a program and a job have keys of their own, and each gets its own first answer again", async () => {
  const id = newId();
  const actors: Actor[] = [
    { kind: "person", personId: id, role: "member" },
    { kind: "device", device: "kiosk", deviceId: id },
    { kind: "api_key", keyId: id, scopes: [] },
    { kind: "guest", guestId: id },
    { kind: "job", job: "open_periods" },
    { kind: "import", source: id },
  ];
  for (const round of ["first", "again"])
    for (const actor of actors) {
      const work = async () => ({ answer: `${round} of ${actor.kind}` });
      const request = { key: "the-same-key-for-all", procedure: "packs.update", input: asked };
      const by: Context = { ...ctx, actor };
      expect(await inTransaction(by, (tx) => once(tx, by, request, work))).toEqual({
        answer: `first of ${actor.kind}`,
      });
    }
});

test("after a month only the id of an answer is kept, and the key still does nothing twice", async () => {
  const answers = { booking: { id: newId(), title: "Secret talks" }, list: [{ name: "Ana" }], none: null };
  const askAt = (age: number, name: string, said: unknown) => {
    const then: Context = { ...ctx, clock: { now: () => systemClock.now() - age } };
    const request = { key: `key-of-${age}-${name}`, procedure: "packs.update", input: asked };
    return inTransaction(then, (tx) => once(tx, then, request, async () => said));
  };
  const [younger, older] = [31 * DAY_MS - HOUR_MS, 31 * DAY_MS + HOUR_MS];
  for (const [name, said] of Object.entries(answers)) for (const age of [younger, older]) await askAt(age, name, said);
  await database.db.pool.query("SELECT reduce_old_answers()");

  const { rows } = await database.owner.query(
    "SELECT response FROM idempotency_keys WHERE reduced_at IS NOT NULL ORDER BY key",
  );
  expect(rows).toEqual([{ id: answers.booking.id }, {}, {}].map((response) => ({ response })));
  for (const [name, said] of Object.entries(answers)) {
    expect(await askAt(younger, name, "again"), name).toEqual(said);
    await expect(askAt(older, name, "again"), name).rejects.toMatchObject({ refusal: { code: "already_done" } });
  }
});
