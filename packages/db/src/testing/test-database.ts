import { createHash } from "node:crypto";
import pg from "pg";
import { fixedClock, mintOrganizationId } from "@working-social/kernel";
import type { Actor, Clock, OrganizationId } from "@working-social/kernel";
import type { Context } from "../context.ts";
import type { Database, DatabaseOptions } from "../database.ts";
import { openDatabase } from "../database.ts";
import { guardDatabase } from "../guards.ts";
import { makeLogin } from "../login.ts";
import { migrate } from "../migrate.ts";
import { readMigrations } from "../schema-engine.ts";

export interface TestDatabase {
  /** As the owner: no row-level security. */
  ownerUrl: string;
  owner: pg.Pool;
  /** As the login that the API uses: it owns nothing. */
  appUrl: string;
  /** As the API opens it. */
  db: Database;
  /** A context of an organization; with a person as actor, or the system. */
  context(organizationId: string, actor?: Actor, clock?: Clock): Context;
  close(): Promise<void>;
}

/** Where all tests stand in time unless they say otherwise: a Wednesday morning. */
export const TEST_NOW = "2026-11-25T09:00:00Z";

/** A private copy of the migrated database, made in a moment from a template. One for each test file. */
export async function createTestDatabase(options: DatabaseOptions = {}): Promise<TestDatabase> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl)
    throw new Error("TEST_DATABASE_URL is not set: run tests with vitest, whose global setup starts a PostgreSQL.");
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, async (server) => {
    const template = await ensureTemplate(serverUrl, server);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  });
  const ownerUrl = withDatabase(serverUrl, name);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 4 });
  owner.on("error", () => {}); // DROP DATABASE … FORCE below ends idle connections.
  await guardDatabase(owner);
  const appUrl = loginOf(ownerUrl);
  const db = openDatabase(appUrl, { maxConnections: 10, ...options });
  const close = async () => {
    await Promise.all([db.close(), owner.end()]);
    await onServer(serverUrl, (server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  const context = (
    organizationId: string,
    actor: Actor = { kind: "job", job: "react" },
    clock: Clock = fixedClock(TEST_NOW),
  ): Context => ({
    db,
    organizationId: mintOrganizationId(organizationId) satisfies OrganizationId,
    actor,
    clock,
  });
  return { ownerUrl, owner, appUrl, db, context, close };
}

/** An empty database without any migration, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (!serverUrl) throw new Error("TEST_DATABASE_URL is not set.");
  const name = `empty_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, (server) => server.query(`CREATE DATABASE ${name} TEMPLATE template0`));
  const drop = async () => {
    await onServer(serverUrl, (server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { url: withDatabase(serverUrl, name), drop };
}

/** A copy of a database to which nobody is connected. */
export async function copyDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `copy_${crypto.randomUUID().replaceAll("-", "")}`;
  const original = new URL(url).pathname.slice(1);
  await onServer(url, (server) => server.query(`CREATE DATABASE ${name} TEMPLATE ${original} STRATEGY FILE_COPY`));
  const drop = async () => {
    await onServer(url, (server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { url: withDatabase(url, name), drop };
}

/** The migrated template; its name is a hash of the migrations, so that it is made once for each state of them. */
async function ensureTemplate(serverUrl: string, server: pg.Client): Promise<string> {
  const { migrationDirectories } = await readMigrations();
  const name = `template_${createHash("sha256").update(JSON.stringify(migrationDirectories)).digest("hex").slice(0, 16)}`;
  await server.query("SELECT pg_advisory_lock(hashtext('working-social test template'))"); // freed when `server` ends
  const { rowCount } = await server.query("SELECT FROM pg_database WHERE datname = $1", [name]);
  if (rowCount === 0) {
    await server.query(`DROP DATABASE IF EXISTS ${name}_making WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${name}_making TEMPLATE template0`);
    await migrate(withDatabase(serverUrl, `${name}_making`));
    await server.query(`ALTER DATABASE ${name}_making RENAME TO ${name}`);
  }
  await makeLogin(serverUrl, { name: LOGIN, password: passwordFor(serverUrl), replaces: rowCount === 0 });
  return name;
}

/** The login of the tests on this server. Its password follows from the server's, so that all processes know it. */
const LOGIN = "working_social_test_login";

function loginOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = LOGIN;
  url.password = passwordFor(ownerUrl);
  return url.toString();
}

function passwordFor(serverUrl: string): string {
  return createHash("sha256")
    .update(`login of the tests, beside ${new URL(serverUrl).password}`)
    .digest("base64url");
}

async function onServer<T>(url: string, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
