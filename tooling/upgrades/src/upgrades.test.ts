import type { ServedDatabase } from "@working-social/api/testing/serve-database";
import { serveDatabase } from "@working-social/api/testing/serve-database";
import { makeLogin, openDatabase } from "@working-social/db";
import { createEmptyDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { fixedClock } from "@working-social/kernel";
import { sendQueuedMail } from "@working-social/notify";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askFacts } from "./facts.ts";
import { readFixtures } from "./fixture-file.ts";
import { lostSince } from "./kept-rows.ts";
import { untilMailsWereSent, untilReactionsRan } from "./month/jobs.ts";
import { portalOf, repeat } from "./portal.ts";
import { countRows } from "./tables.ts";
import type { Upgraded } from "./upgrade.ts";
import { upgrade } from "./upgrade.ts";

const fixtures = await readFixtures();

test("there is a database of before, so that what follows can't be about nothing", () => {
  expect(fixtures.map(({ name }) => name)).toContain("2026-11-a-month-of-use");
});

describe.each(fixtures)("a database of $name", ({ about, ...fixture }) => {
  const login = `working_social_fixture_${process.pid}`;
  let empty: Awaited<ReturnType<typeof createEmptyDatabase>>;
  let owner: pg.Pool;
  let appUrl: string;
  let upgraded: Upgraded;
  let served: ServedDatabase;

  beforeAll(async () => {
    empty = await createEmptyDatabase();
    upgraded = await upgrade(empty.url, { about, ...fixture });
    owner = new pg.Pool({ connectionString: empty.url, max: 2 }).on("error", () => {});
    appUrl = (await makeLogin(empty.url, { name: login, replaces: true })) ?? "";
    served = await serveDatabase(appUrl, { runsJobs: false }, fixedClock(about.now));
  });
  afterAll(async () => {
    await served.close();
    await owner.end();
    await empty.drop();
    const server = new pg.Client({ connectionString: process.env["TEST_DATABASE_URL"] });
    await server.connect();
    await server.query(`DROP ROLE IF EXISTS ${login}`).finally(() => server.end());
  });

  const sessionOf = (mailbox: string) => about.sessions[mailbox] ?? "";

  test("was loaded whole", () => {
    expect(upgraded.counts).toEqual(expect.objectContaining(withRows(about.counts)));
  });

  test("keeps every row when it becomes the newest, its history word for word, and every invariant", async () => {
    expect(await lostSince(owner, upgraded.before)).toEqual([]);
    expect(await checkInvariants(owner)).toEqual([]);
  });

  test("answers its people, who are still signed in, what it answered then", async () => {
    const [member, manager] = [portalOf(served.url, sessionOf("ana")), portalOf(served.url, sessionOf("mira"))];
    expect(await askFacts({ member, manager }, about)).toEqual(about.facts);
  });

  test("answers each request whose answer was lost as it did then, and does nothing a second time", async () => {
    const before = await countRows(owner);
    const answers = [];
    for (const request of about.requests)
      answers.push([request.path, await repeat(served.url, sessionOf(request.by), request)]);
    expect(answers).toEqual(about.requests.map(({ path, answeredId }) => [path, answeredId]));
    expect(await countRows(owner)).toEqual(before);
  });

  test("does what waited: the worker finds its jobs, every reaction runs, and every mail can still be read", async () => {
    await owner.query("UPDATE jobs.job SET keep_until = now() + interval '1 day' WHERE state < 'active'"); // fixtures grow old
    const worker = await serveDatabase(appUrl, { runsJobs: true }, fixedClock(about.now));
    try {
      await Promise.all([untilMailsWereSent(owner, 2), untilReactionsRan(owner)]);
    } finally {
      await worker.close();
    }
    await sendTheRest(owner, appUrl);
    expect((await owner.query("SELECT FROM mails")).rowCount).toBe(0);
  });
});

function withRows(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

async function sendTheRest(owner: pg.Pool, appUrl: string): Promise<void> {
  const db = openDatabase(appUrl, { maxConnections: 2 });
  const sent: unknown[] = [];
  const mailer = { send: async (message: unknown) => void sent.push(message), close: () => undefined };
  const { rows } = await owner.query<{ data: unknown }>(
    "SELECT data FROM jobs.job WHERE name = 'mail.send' AND state < 'active'",
  );
  for (const { data } of rows) await sendQueuedMail(db, mailer, data);
  await db.close();
}
