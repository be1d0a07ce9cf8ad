import pg from "pg";
import { PgBoss } from "pg-boss";
import { expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { JOBS_SCHEMA } from "./job-tables.ts";
import { makeLogin } from "./login.ts";
import { migrate } from "./migrate.ts";
import { proveDatabase } from "./prove.ts";
import { anOrganization, aPerson, createEmptyDatabase, migrateWith } from "./testing/index.ts";

const LAST_OF_BEFORE = "20261123130200_nobodys_jobs_wait_a_day_too";
const MAIL = { to: "ana@example.test", subject: "Hello", text: "Hello", html: "<p>Hello</p>" };

/** A database as an earlier version left it: its migrations, the jobs it made itself, and everybody's rights. */
async function asBefore(url: string, owner: pg.Client): Promise<void> {
  await migrateWith(url, (all) => all.filter(({ path }) => path <= LAST_OF_BEFORE));
  const boss = new PgBoss({ connectionString: url, schema: JOBS_SCHEMA, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue("mail.send.failed");
  await boss.createQueue("mail.send", { deadLetter: "mail.send.failed" });
  for (let sent = 0; sent < 3; sent++) await boss.send("mail.send", MAIL);
  await owner.query(
    "UPDATE jobs.job SET state = 'completed', completed_on = now() WHERE id IN (SELECT id FROM jobs.job LIMIT 2)",
  );
  await boss.stop({ graceful: false });
  await aPerson(owner, (await anOrganization(owner)).id);
}

test("a database of an earlier version becomes one that the server may serve from, with what it held", async () => {
  const empty = await createEmptyDatabase();
  const owner = new pg.Client({ connectionString: empty.url });
  await owner.connect();
  const name = `working_social_upgraded_${process.pid}`;
  try {
    await asBefore(empty.url, owner);
    const before = openDatabase((await makeLogin(empty.url, { name, replaces: true })) ?? "", { maxConnections: 2 });
    await expect(proveDatabase(before, "none")).rejects.toThrow(/may create temporary tables/);
    await before.close();

    expect((await migrate(empty.url)).applied.length).toBeGreaterThan(0);
    expect((await migrate(empty.url)).applied).toEqual([]);

    const after = openDatabase((await makeLogin(empty.url, { name, replaces: true })) ?? "", { maxConnections: 2 });
    await proveDatabase(after, "none").finally(() => after.close());
    expect((await owner.query("SELECT FROM people")).rowCount).toBe(1);
    // What was sent is forgotten, what waits goes out.
    expect((await owner.query("SELECT data FROM jobs.job")).rows).toEqual([{ data: MAIL }]);
  } finally {
    await owner.end();
    await empty.drop();
    const server = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
    await server.connect();
    await server.query(`DROP ROLE IF EXISTS ${name}`).finally(() => server.end());
  }
});
