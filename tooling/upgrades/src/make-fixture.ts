import { serveDatabase } from "@working-social/api/testing/serve-database";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { loadDemo } from "@working-social/demo";
import { checkInvariants } from "@working-social/invariants";
import { fixedClock } from "@working-social/kernel";
import { startTestPostgres } from "@working-social/postgres";
import { dumpRows } from "./dump-rows.ts";
import { askFacts } from "./facts.ts";
import type { About } from "./fixture-file.ts";
import { writeFixture } from "./fixture-file.ts";
import { onDatabase } from "./load-fixture.ts";
import type { House } from "./month/house.ts";
import { openHouse } from "./month/house.ts";
import { MONTH } from "./month/month.ts";
import { DEMO_AT, live, MONTH_ENDS } from "./month/timeline.ts";
import { countRows } from "./tables.ts";

// `npm run make-fixture -- 2026-11-name`: see README.md.
const [name = ""] = process.argv.slice(2);
if (!/^\d{4}-\d{2}-[a-z0-9-]+$/.test(name))
  throw new Error("Name the fixture after the month and the state, such as 2026-11-a-month-of-use.");
const postgres = await startTestPostgres();
process.env["TEST_DATABASE_URL"] = postgres.url;
try {
  await make(name);
} finally {
  await postgres.stop();
}

async function make(fixture: string): Promise<void> {
  const database = await createTestDatabase();
  try {
    const about = await liveThrough(database);
    const sql = await onDatabase(database.ownerUrl, dumpRows);
    const { file, bytes } = await writeFixture({ name: fixture, about, sql });
    process.stdout.write(`${file}: ${bytes} bytes, at ${about.migration}\n`);
  } finally {
    await database.close();
  }
}

async function liveThrough(database: TestDatabase): Promise<About> {
  const clock = fixedClock(DEMO_AT);
  const log = (line: string) => void process.stdout.write(`${line}\n`);
  const demo = await loadDemo(database.ownerUrl, { log, clock });
  const served = await serveDatabase(database.appUrl, { runsJobs: false }, clock);
  try {
    const house = await openHouse(database, served, clock, demo?.printers ?? []);
    await live(house, MONTH);
    clock.set(MONTH_ENDS);
    await requireSound(database);
    return await describe(house);
  } finally {
    await served.close();
  }
}

/** What is broken already would be taken for what an upgrade broke. */
async function requireSound({ owner }: TestDatabase): Promise<void> {
  const findings = await checkInvariants(owner);
  if (findings.length > 0) throw new Error(`The month broke invariants: ${JSON.stringify(findings)}`);
}

async function describe(house: House): Promise<About> {
  const { owner } = house.database;
  const { rows } = await owner.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1",
  );
  const at = { now: MONTH_ENDS, locationId: house.id("Old Harbour") };
  const facts = await askFacts({ member: house.as("ana"), manager: house.as("mira") }, at);
  const { sessions, requests } = house;
  return { migration: rows[0]?.name ?? "", ...at, sessions, counts: await countRows(owner), facts, requests };
}
