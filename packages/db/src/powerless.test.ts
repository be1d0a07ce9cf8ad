import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sqlStateOf } from "./constraints.ts";
import { openDatabase } from "./database.ts";
import { powersOf } from "./guards.ts";
import { LOGIN, makeLogin } from "./login.ts";
import { proveDatabase } from "./prove.ts";
import type { TestDatabase } from "./testing/index.ts";
import { anOrganization, aPerson, createTestDatabase } from "./testing/index.ts";

// What somebody could try who brought the server to run statements of their own. Each of these the owner may do, so that
// what refuses it is who asks; the owner's try is taken back.

let database: TestDatabase;
let organizationId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  organizationId = (await anOrganization(database.owner)).id;
  await aPerson(database.owner, organizationId);
});
afterAll(() => database.close());

const NO_RIGHT = "42501";

const TRIES: Record<string, string> = {
  "run a program": "COPY limits.budgets (key, used, at, empty_at) FROM PROGRAM 'echo mine,{},now,now' (FORMAT csv)",
  "read a file of the machine": "SELECT pg_read_file('PG_VERSION')",
  "write a file of the machine": "COPY (SELECT 1) TO '/dev/null'",
  "make a temporary table": "CREATE TEMP TABLE people (name text)",
  "make a table": "CREATE TABLE public.mine (name text)",
  "make a function": "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  "make a schema": "CREATE SCHEMA mine",
  "make a role": "CREATE ROLE working_social_mine",
  "give itself more": "ALTER ROLE working_social_test_login CREATEROLE",
  "become the owner": "SET ROLE working_social",
  "become a role that reads everything": "SET ROLE pg_read_all_data",
  "turn isolation off": "ALTER TABLE people DISABLE ROW LEVEL SECURITY",
  "weaken an invariant": "ALTER TABLE claims DROP CONSTRAINT claims_never_overlap",
  "silence a guard": "ALTER TABLE bookings DISABLE TRIGGER bookings_hold_what_they_promise",
  "replace a gate": "ALTER FUNCTION has_organization() OWNER TO CURRENT_USER",
  "rewrite history": "UPDATE events SET name = 'nothing'",
  "change the tables of jobs": "DROP TABLE jobs.job",
};

async function stateOf(client: pg.ClientBase, ...statements: string[]): Promise<string | null> {
  await client.query("BEGIN");
  try {
    for (const statement of statements) await client.query(statement);
    return null;
  } catch (error) {
    return sqlStateOf(error) ?? String(error);
  } finally {
    await client.query("ROLLBACK");
  }
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

describe("whoever speaks through the server's own connection can't", () => {
  test.each(Object.entries(TRIES))("%s", async (_what, statement) => {
    const owner = await database.owner.connect();
    expect(await stateOf(owner, statement).finally(() => owner.release())).toBeNull();
    for (const pool of [database.db.pool, database.db.signInPool]) {
      const app = await pool.connect();
      try {
        expect(await stateOf(app, statement)).toBe(NO_RIGHT);
        // Leaving the role leads to the login, which may do even less.
        for (const back of ["SET ROLE NONE", "RESET ROLE", "RESET SESSION AUTHORIZATION"])
          expect(await stateOf(app, back, statement)).toBe(NO_RIGHT);
      } finally {
        app.release();
      }
    }
  });

  test("read anything as the login itself, nor past isolation", async () => {
    const people = "SELECT name FROM people";
    expect((await database.owner.query(people)).rowCount).toBe(1);
    const app = await database.db.pool.connect();
    try {
      expect((await app.query(people)).rowCount).toBe(0);
      expect(await stateOf(app, "SET ROLE NONE", people)).toBe(NO_RIGHT);
      expect(await stateOf(app, "SET row_security = off", people)).toBe(NO_RIGHT);
      expect(await stateOf(app, "SET ROLE NONE", "SELECT FROM users")).toBe(NO_RIGHT);
    } finally {
      app.release();
    }
  });
});

describe("a server starts only with a login that has no power of its own", () => {
  test("such as the one that is made for it, and not the owner", async () => {
    await proveDatabase(database.db, "none");
    const asOwner = openDatabase(database.ownerUrl, { maxConnections: 2 });
    const refused = proveDatabase(asOwner, "none").finally(() => asOwner.close());
    await expect(refused).rejects.toThrow(/^APP_DATABASE_URL should name a login that owns nothing.* is a superuser, /);
  });

  const name = `working_social_mighty_${process.pid}`;
  test.each([
    ["SUPERUSER", "is a superuser"],
    ["CREATEROLE", "may create roles"],
    ["CREATEDB", "may create databases"],
    ["BYPASSRLS", "bypasses row-level security"],
    ["REPLICATION", "may copy the whole server"],
    ["INHERIT", "has the rights of both roles at once (make it NOINHERIT)"],
  ])("not with one that is %s", async (attribute, power) => {
    const url = await makeLogin(database.ownerUrl, { name, replaces: true });
    try {
      await database.owner.query(`ALTER ROLE ${name} ${attribute}`);
      expect(await powersAt(url)).toContain(power);
    } finally {
      await database.owner.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
    }
  });

  test.each([
    ["GRANT pg_monitor TO $", /^is a member of other roles/],
    ["CREATE TABLE theirs (a int); ALTER TABLE theirs OWNER TO $", /^owns something/],
    ["GRANT CREATE ON SCHEMA limits TO working_social_sign_in", /^may create tables/],
    ["GRANT TEMPORARY ON DATABASE % TO PUBLIC", /^may create temporary tables/],
  ])("not after %s", async (change, power) => {
    const owner = await database.owner.connect();
    const url = await makeLogin(database.ownerUrl, { name, replaces: true });
    const theDatabase = new URL(database.ownerUrl).pathname.slice(1);
    try {
      expect(await powersAt(url)).toEqual([]);
      await owner.query(change.replace("$", name).replace("%", theDatabase));
      expect(await powersAt(url)).toEqual([expect.stringMatching(power)]);
    } finally {
      await owner.query("REVOKE CREATE ON SCHEMA limits FROM working_social_sign_in");
      await owner.query(`REVOKE TEMPORARY ON DATABASE ${theDatabase} FROM PUBLIC`);
      await owner.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
      owner.release();
    }
  });

  async function powersAt(url: string | null): Promise<string[]> {
    const db = openDatabase(url ?? "", { maxConnections: 2 });
    return powersOf(db.pool).finally(() => db.close());
  }
});

describe("the login", () => {
  const name = `${LOGIN}_${process.pid}`;
  test("is made once, gets another password when asked, and keeps no password that a log could show", async () => {
    const first = await makeLogin(database.ownerUrl, { name, replaces: false });
    try {
      expect(await makeLogin(database.ownerUrl, { name, replaces: false })).toBeNull();
      const second = await makeLogin(database.ownerUrl, { name, replaces: true });
      await connected(second ?? "", (client) => client.query("SET ROLE working_social_app"));
      const refused = connected(first ?? "", (client) => client.query("SELECT 1"));
      expect(sqlStateOf(await refused.catch((error: unknown) => error))).toBe("28P01");
      const { rows } = await database.owner.query<{ kept: string }>(
        "SELECT rolpassword AS kept FROM pg_authid WHERE rolname = $1",
        [name],
      );
      expect(rows[0]?.kept).toMatch(/^SCRAM-SHA-256\$4096:/);
    } finally {
      await database.owner.query(`DROP ROLE ${name}`);
    }
  });
});
