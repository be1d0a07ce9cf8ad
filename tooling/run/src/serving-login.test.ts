import { openDatabase, proveDatabase } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { OpenDatabase } from "./database.ts";
import { readEnvironment } from "./environment.ts";
import { offerLogin, servingUrl } from "./serving-login.ts";

// A PostgreSQL of somebody's own: its database belongs to a user who may create roles, or may not.

const OWNER = `working_social_theirs_${process.pid}`;
const LOGIN = `working_social_serves_${process.pid}`;

let server: pg.Client;
let database: TestDatabase;
let ownerUrl: string;
beforeEach(async () => {
  server = new pg.Client({ connectionString: process.env["TEST_DATABASE_URL"] });
  await server.connect();
  database = await createTestDatabase();
  const url = new URL(database.ownerUrl);
  const name = url.pathname.slice(1);
  await server.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD 'theirs'`);
  // As on a server where this user migrated first, and so made the two roles.
  await server.query(`GRANT working_social_app, working_social_sign_in TO ${OWNER} WITH ADMIN OPTION`);
  await server.query(`ALTER DATABASE ${name} OWNER TO ${OWNER}`);
  ownerUrl = Object.assign(url, { username: OWNER, password: "theirs" }).toString();
});
afterEach(async () => {
  await database.close();
  for (const role of [LOGIN, OWNER]) await server.query(`DROP ROLE IF EXISTS ${role}`);
  await server.end();
});

test("its owner, who may create roles, makes the login; its address is shown once, and serves", async () => {
  const offered = await offerLogin(ownerUrl, LOGIN);
  const [, url = ""] = /\n\nAPP_DATABASE_URL=(postgresql:\/\/\S+)$/.exec(offered) ?? [];
  const db = openDatabase(url, { maxConnections: 2 });
  await proveDatabase(db, "none").finally(() => db.close());
  const again = await offerLogin(ownerUrl, LOGIN);
  expect(again).toContain(`There is ${LOGIN} already: set APP_DATABASE_URL to its address`);
  expect(again).not.toContain("postgresql://");
});

test("an owner who may not create roles is told what somebody who may has to say, and that suffices", async () => {
  await server.query(`ALTER ROLE ${OWNER} NOCREATEROLE`);
  const offered = await offerLogin(ownerUrl, LOGIN);
  const statements = offered.split("\n").filter((line) => /^(CREATE|GRANT) .+;$/.test(line));
  expect(statements).toHaveLength(2);
  for (const statement of statements) await server.query(statement.replace("'…'", "'chosen'"));
  const url = Object.assign(new URL(ownerUrl), { username: LOGIN, password: "chosen" }).toString();
  const db = openDatabase(url, { maxConnections: 2 });
  await proveDatabase(db, "none").finally(() => db.close());
});

test("without the address of a login nothing starts, and with it that address is what serves", async () => {
  const given: OpenDatabase = {
    url: ownerUrl,
    description: "theirs",
    isEmbedded: false,
    ended: new Promise(() => undefined),
    stop: async () => undefined,
  };
  await server.query(`ALTER ROLE ${OWNER} NOCREATEROLE`);
  const refused = servingUrl(given, readEnvironment({ DATABASE_URL: ownerUrl }));
  await expect(refused).rejects.toThrow(
    /^The server does not connect as the owner of its tables: .+APP_DATABASE_URL=/s,
  );
  const APP_DATABASE_URL = "postgresql://login:secret@db/space";
  expect(await servingUrl(given, readEnvironment({ DATABASE_URL: ownerUrl, APP_DATABASE_URL }))).toBe(APP_DATABASE_URL);
});
