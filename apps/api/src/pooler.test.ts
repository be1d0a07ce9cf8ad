import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pooler } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase, findPgBouncer, startPgBouncer, startSwappingPooler } from "@working-social/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explain } from "./explain.ts";
import { startServer } from "./start.ts";
import { aBooking, aSpace } from "./testing/a-space.ts";
import { aCaller, testEnv } from "./testing/test-server.ts";
import { until } from "./testing/until.ts";

const NOT_ONES_OWN = /^Between this server and PostgreSQL stands a pooler: .+ set DATABASE_POOLER=session\.$/;
const NOT_KEPT = /^The connection to PostgreSQL does not keep its role and settings .+ a pooler lends it to others\. /;

const pgBouncer = await findPgBouncer();
if (pgBouncer === null)
  process.stderr.write(
    "\nPgBouncer is not here and can't be fetched: what the server does behind it is NOT tested.\n\n",
  );

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "working-social-"));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** Why a server does not start at this address, in the words of its program; null: it does. */
async function refusalAt(url: string, pooler: Pooler): Promise<string | null> {
  return startServer({ ...testEnv(url, folder), pooler }).then(
    (server) => server.stop().then(() => null),
    (error: unknown) => explain(error),
  );
}

test("a server starts where nothing stands between", async () => {
  expect(await refusalAt(database.appUrl, "none")).toBeNull();
});

describe.skipIf(pgBouncer === null)("behind PgBouncer", () => {
  test("that pools sessions, it starts once it is told so, serves as the app's role alone, and hears changes", async () => {
    const bouncer = await startPgBouncer(pgBouncer ?? "", database.appUrl, "session");
    try {
      expect(await refusalAt(bouncer.url, "none")).toMatch(NOT_ONES_OWN);
      const server = await startServer({ ...testEnv(bouncer.url, folder), pooler: "session" });
      try {
        const { db, live } = server.services;
        await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, 10_000);
        const space = await aSpace(database);
        const member = await aCaller({ database, url: server.url }, space.organizationId);
        expect((await member.call("locations.list")).status).toBe(200);
        const role = "SELECT current_user AS role, current_setting('statement_timeout') AS most";
        expect((await db.pool.query(role)).rows).toEqual([{ role: "working_social_app", most: "8s" }]);
        // Without an organization there is nobody, though somebody is there.
        expect((await database.owner.query("SELECT FROM people")).rowCount).toBe(2);
        expect((await db.pool.query("SELECT FROM people")).rowCount).toBe(0);
        const leaving = new AbortController();
        const changes = live.changes(space.organizationId, space.locationId, leaving.signal);
        expect((await changes.next()).value).toEqual({ kind: "connected" });
        await aBooking(database.owner, space, 14);
        expect((await changes.next()).value).toMatchObject({ kind: "changed" });
        leaving.abort();
      } finally {
        await server.stop();
      }
    } finally {
      await bouncer.stop();
    }
  }, 60_000);

  test("that pools transactions, it does not start, whatever it is told", async () => {
    const bouncer = await startPgBouncer(pgBouncer ?? "", database.appUrl, "transaction");
    try {
      expect(await refusalAt(bouncer.url, "none")).toMatch(NOT_ONES_OWN);
      expect(await refusalAt(bouncer.url, "session")).toMatch(NOT_KEPT);
    } finally {
      await bouncer.stop();
    }
  }, 60_000);
});

describe("behind a pooler that lends a server for each statement and lets nothing fail", () => {
  test.each([
    ["invented", "none", NOT_ONES_OWN],
    ["first", "none", NOT_ONES_OWN],
    ["invented", "session", NOT_KEPT],
    ["first", "session", NOT_KEPT],
  ] as const)("and announces an id that is %s, told %s: no start", async (announced, pooler, sentence) => {
    const between = await startSwappingPooler(database.appUrl, announced);
    try {
      expect(await refusalAt(between.url, pooler)).toMatch(sentence);
    } finally {
      await between.close();
    }
  });
});
