import { serveDatabase } from "@working-social/api/testing/serve-database";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { loadDemo } from "@working-social/demo";
import { checkInvariants } from "@working-social/invariants";
import { fixedClock } from "@working-social/kernel";
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

/** Lives through the month on a database of its own, and writes what is there in the end. Needs TEST_DATABASE_URL. */
export async function makeFixture(name: string): Promise<void> {
  const database = await createTestDatabase();
  try {
    const about = await liveThrough(database);
    const sql = await onDatabase(database.ownerUrl, dumpRows);
    const { file, bytes } = await writeFixture({ name, about, sql });
    process.stdout.write(`${file}: ${bytes} bytes, at ${about.migration}\n`);
  } finally {
    await database.close();
  }
}

async function liveThrough(database: TestDatabase): Promise<About> {
  const clock = fixedClock(DEMO_AT);
  const log = (line: string) => void process.stdout.write(`${line}\n`);
  const demo = await loadDemo(database.ownerUrl, { log, clock });
  if (!demo) throw new Error("The database was not empty.");
  const served = await serveDatabase(database.appUrl, { runsJobs: false }, clock);
  try {
    const house = await openHouse(database, served, clock, demo);
    await live(house, MONTH);
    clock.set(MONTH_ENDS);
    await requireSound(database);
    await requireRowsEverywhere(database);
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

/** A table without rows would show nothing of what a later migration does to it. */
async function requireRowsEverywhere({ owner }: TestDatabase): Promise<void> {
  const empty = Object.entries(await countRows(owner)).flatMap(([table, count]) =>
    count === 0 && table.startsWith("public.") ? [table] : [],
  );
  if (empty.length > 0) throw new Error(`Nothing fills ${empty.join(", ")}: tell of it in month/.`);
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
