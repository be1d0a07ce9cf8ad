import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlStateOf } from "./constraints.ts";
import { ownConnections } from "./database.ts";
import { OwnConnection } from "./own-connection.ts";
import type { Proxy, TestDatabase } from "./testing/index.ts";
import { createTestDatabase, startProxy } from "./testing/index.ts";

let database: TestDatabase;
let proxy: Proxy;
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await startProxy(database.appUrl);
});
afterAll(async () => {
  await proxy.close();
  await database.close();
});

async function connect(): Promise<OwnConnection> {
  const config = ownConnections(proxy.url, "working_social_app", { statementSeconds: 1 });
  const client = new OwnConnection(config);
  await client.connect();
  return client;
}

test("a connection has its role and settings, though nothing of it was in the start-up options", async () => {
  const client = await connect();
  const { rows } = await client.query(
    "SELECT current_user AS role, session_user AS login, current_setting('TimeZone') AS zone, current_setting('search_path') AS path",
  );
  expect(rows).toEqual([
    { role: "working_social_app", login: "working_social_test_login", zone: "UTC", path: "public, pg_temp" },
  ]);
  await client.end();
});

test("a statement that takes too long is given up by PostgreSQL, and the connection goes on", async () => {
  const client = await connect();
  const error: unknown = await client.query("SELECT pg_sleep(20)").catch((thrown: unknown) => thrown);
  expect(sqlStateOf(error)).toBe("57014");
  expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await client.end();
});

test("a connection that is asked nothing may be silent for as long as it likes; one that is asked may not", async () => {
  const [idle, asked, leaving] = [await connect(), await connect(), await connect()];
  await new Promise((resolve) => setTimeout(resolve, 4_500));
  expect((await idle.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  proxy.dropSilently();
  const started = performance.now();
  const farewell = leaving.end().then(() => performance.now() - started);
  await expect(asked.query("SELECT 1")).rejects.toMatchObject({ code: "ETIMEDOUT" });
  expect(performance.now() - started).toBeLessThan(8_000);
  await expect(asked.query("SELECT 1")).rejects.toThrow(/not queryable/);
  expect(await farewell).toBeLessThan(4_000);
  await Promise.all([idle.end(), asked.end()]);
});
