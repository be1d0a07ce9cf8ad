import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@working-social/kernel";
import { onConstraint, sqlStateOf, violatedConstraint } from "./constraints.ts";
import { once } from "./idempotency.ts";
import { retrying } from "./retry.ts";
import type { TestDatabase } from "./testing/index.ts";
import { aLocation, anOrganization, aPerson, createTestDatabase } from "./testing/index.ts";
import { inTransaction, read } from "./transaction.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ maxConnections: 2 });
});
afterAll(() => database.close());

test("a connection that served one organization shows the next one only its own rows", async () => {
  const [a, b] = [await anOrganization(database.owner), await anOrganization(database.owner)];
  await aLocation(database.owner, a.id, { name: "A" });
  await aLocation(database.owner, b.id, { name: "B" });
  const names = (organizationId: string) =>
    read(database.context(organizationId)).query<{ name: string }>("SELECT name FROM locations");
  const seen = await Promise.all(Array.from({ length: 40 }, (_, i) => names(i % 2 ? a.id : b.id)));
  expect(seen.every((rows, i) => rows.length === 1 && rows[0]?.name === (i % 2 ? "A" : "B"))).toBe(true);
});

test("a row can't be written into another organization", async () => {
  const [mine, foreign] = [await anOrganization(database.owner), await anOrganization(database.owner)];
  const ctx = database.context(mine.id);
  const insert = "INSERT INTO plans (id, organization_id, name, created_at) VALUES ($1, $2, 'x', now())";
  const bySql = inTransaction(ctx, (tx) => tx.query(insert, [newId(), foreign.id]));
  expect(sqlStateOf(await bySql.catch((error: unknown) => error))).toBe("42501");
});

test("a reference to another organization's row is refused by the foreign key itself", async () => {
  const [mine, foreign] = [await anOrganization(database.owner), await anOrganization(database.owner)];
  const theirs = await aLocation(database.owner, foreign.id);
  const error = await database.owner
    .query("INSERT INTO units (id, organization_id, location_id, name) VALUES ($1, $2, $3, 'x')", [
      newId(),
      mine.id,
      theirs.id,
    ])
    .catch((thrown: unknown) => thrown);
  expect(violatedConstraint(error)).toBe("units_organization_id_location_id_fkey");
});

test("a statement gives the same within a transaction and outside: bigint and instants as numbers, lists, JSON and nulls", async () => {
  const org = await anOrganization(database.owner);
  const ctx = database.context(org.id);
  const text = `SELECT 9007199254740991::bigint AS big, $at::timestamptz AS at, ARRAY['a', $word] AS words,
    gen_random_uuid() IS NULL AS is, NULL::bigint AS nothing, jsonb_build_object('at', 'x', 'n', 1) AS json, 'owner'::role AS role, $word AS "again"`;
  const values = { at: new Date(1_700_000_000_123), word: "it's $word" };
  const rows = [await read(ctx).query(text, values), await inTransaction(ctx, (tx) => tx.query(text, values))];
  const row = {
    big: 9_007_199_254_740_991,
    at: 1_700_000_000_123,
    words: ["a", "it's $word"],
    is: false,
    nothing: null,
  };
  const others = { json: { at: "x", n: 1 }, role: "owner", again: "it's $word" };
  expect(rows[0]).toMatchObject([{ ...row, ...others }]);
  expect(rows[1]).toEqual(rows[0]);
});

test("a name without a value is refused before PostgreSQL is asked", async () => {
  const ctx = database.context((await anOrganization(database.owner)).id);
  const text = "SELECT $here::text, $missing::text";
  const given: Record<string, unknown> = { here: null };
  await expect(read(ctx).query(text, given)).rejects.toThrow("$missing, which is not given");
});

test("a violated constraint becomes the refusal that the command makes of it", async () => {
  const org = await anOrganization(database.owner);
  const ctx = database.context(org.id);
  const refused = new Error("name taken");
  const insert = () =>
    inTransaction(ctx, (tx) =>
      tx.query("INSERT INTO plans (id, organization_id, name, created_at) VALUES ($1, $2, 'Same', now())", [
        newId(),
        org.id,
      ]),
    );
  await insert();
  await expect(onConstraint("plans_organization_id_name_key", () => refused, insert)).rejects.toBe(refused);
  const other = onConstraint("teams_organization_id_name_key", () => refused, insert);
  expect(violatedConstraint(await other.catch((error: unknown) => error))).toBe("plans_organization_id_name_key");
});

test("a deadlock between two transactions is retried until both are done", async () => {
  const org = await anOrganization(database.owner);
  const people = [await aPerson(database.owner, org.id), await aPerson(database.owner, org.id)];
  const ctx = database.context(org.id);
  let attempts = 0;
  const rename = (order: number[]) =>
    inTransaction(ctx, async (tx) => {
      attempts++;
      for (const index of order) {
        await tx.query("UPDATE people SET name = name || '!' WHERE id = $1", [people[index]?.id]);
        await tx.query("SELECT pg_sleep(0.05)");
      }
    });
  await Promise.all([rename([0, 1]), rename([1, 0])]);
  const { rows } = await database.owner.query("SELECT name FROM people WHERE organization_id = $1", [org.id]);
  expect(rows).toEqual([{ name: "Ana Ferreira!!" }, { name: "Ana Ferreira!!" }]);
  expect(attempts).toBe(3);
});

test("an error that is not about concurrency is not retried", async () => {
  let attempts = 0;
  const failing = retrying(() => {
    attempts++;
    return Promise.reject(new Error("broken"));
  });
  await expect(failing).rejects.toThrow("broken");
  expect(attempts).toBe(1);
});

test("an idempotency key runs its work once, even when all retries come at the same moment", async () => {
  const org = await anOrganization(database.owner);
  const person = await aPerson(database.owner, org.id);
  const ctx = database.context(org.id, person.actor);
  let runs = 0;
  const attempt = (input: unknown) =>
    inTransaction(ctx, (tx) =>
      once(tx, ctx, { key: "k".repeat(20), procedure: "test", input }, async () => ({ run: ++runs })),
    );
  const answers = await Promise.all(Array.from({ length: 8 }, () => attempt({ a: 1 })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(runs).toBe(1);
  await expect(attempt({ a: 2 })).rejects.toMatchObject({ refusal: { code: "idempotency_key_reused" } });
});

test("an idempotency key belongs to one procedure: the same input to another is no repetition", async () => {
  const org = await anOrganization(database.owner);
  const ctx = database.context(org.id, (await aPerson(database.owner, org.id)).actor);
  const call = (procedure: string) =>
    inTransaction(ctx, (tx) =>
      once(tx, ctx, { key: "p".repeat(20), procedure, input: { id: 1 } }, async () => procedure),
    );
  expect(await call("bookings.confirm")).toBe("bookings.confirm");
  await expect(call("bookings.cancel")).rejects.toMatchObject({ refusal: { code: "idempotency_key_reused" } });
  expect(await call("bookings.confirm")).toBe("bookings.confirm");
});

test("a connection that broke in a transaction, before or at its end, is not the next one's", async () => {
  const one = await createTestDatabase({ maxConnections: 1 });
  const { id } = await anOrganization(one.owner);
  await aLocation(one.owner, id, { name: "A" });
  const ctx = one.context(id);
  const servedBy = () =>
    inTransaction(ctx, async (tx) => {
      const seen = "SELECT pg_backend_pid() AS pid, (SELECT count(*)::int FROM locations) AS locations";
      return (await tx.query<{ pid: number; locations: number }>(seen))[0];
    });
  const BROKEN = /terminat|not queryable/;
  const endOf = (pid: number | undefined) => one.owner.query("SELECT pg_terminate_backend($1, 5000)", [pid]);
  try {
    const first = await servedBy();
    const inTheMiddle = inTransaction(ctx, async (tx) => {
      await endOf(first?.pid);
      await tx.query("SELECT 1");
    });
    await expect(inTheMiddle).rejects.toThrow(BROKEN);
    const second = await servedBy();
    await expect(inTransaction(ctx, () => endOf(second?.pid))).rejects.toThrow(BROKEN);
    const third = await servedBy();
    expect(new Set([first?.pid, second?.pid, third?.pid]).size).toBe(3);
    expect([first, second, third].map((served) => served?.locations)).toEqual([1, 1, 1]);
    await expect(read(ctx).query("SELECT pg_terminate_backend(pg_backend_pid())")).rejects.toThrow(BROKEN);
    expect(await servedBy()).toMatchObject({ locations: 1 });
  } finally {
    await one.close();
  }
});

test("a refusal leaves the key free for another try", async () => {
  const org = await anOrganization(database.owner);
  const person = await aPerson(database.owner, org.id);
  const ctx = database.context(org.id, person.actor);
  const attempt = (work: () => Promise<string>) =>
    inTransaction(ctx, (tx) => once(tx, ctx, { key: "r".repeat(20), procedure: "test", input: 1 }, work));
  await expect(attempt(() => Promise.reject(new Error("refused")))).rejects.toThrow("refused");
  expect(await attempt(async () => "done")).toBe("done");
});
