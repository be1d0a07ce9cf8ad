import { createTestDatabase, TEST_NOW } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { inTransaction } from "@working-social/db";
import { fixedClock } from "@working-social/kernel";
import type { Message } from "@working-social/notify";
import { enqueueMail } from "@working-social/notify";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aSpace } from "../testing/a-space.ts";
import { until } from "../testing/until.ts";
import type { Jobs } from "../services.ts";
import { expireHoldsEverywhere } from "./expire-holds.ts";
import { openJobs } from "./jobs.ts";
import { tidyUp } from "./tidy-up.ts";

const log = pino({ level: "silent" });
const clock = fixedClock(TEST_NOW);

let database: TestDatabase;
let jobs: Jobs;
let sent: Message[] = [];
let failures = 0;
const mailer = {
  send: async (message: Message) => {
    if (failures-- > 0) throw new Error("The mail server is away.");
    sent.push(message);
  },
  close: () => {},
};

async function start(works = true): Promise<Jobs> {
  const opened = openJobs({ databaseUrl: database.appUrl, pooler: "none", log, works });
  await opened.start({
    db: database.db,
    clock,
    mailer,
    log,
    means: { jobs: opened, publicUrl: "https://space.example" },
  });
  return opened;
}

beforeAll(async () => {
  database = await createTestDatabase();
  jobs = await start();
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
});
beforeEach(() => {
  sent = [];
  failures = 0;
});

const message = (subject: string): Message => ({
  to: "ana@example.test",
  subject,
  text: "Hello",
  html: "<p>Hello</p>",
});

describe("mail", () => {
  test("goes out after the commit, and never after a rollback", async () => {
    const ctx = database.context((await aSpace(database)).organizationId);
    const failing = inTransaction(ctx, async (tx) => {
      await enqueueMail(tx, jobs, message("rolled back"));
      throw new Error("Changed my mind.");
    });
    await expect(failing).rejects.toThrow("Changed my mind.");
    await inTransaction(ctx, (tx) => enqueueMail(tx, jobs, message("committed")));
    await until(() => sent.length > 0);
    expect(sent).toEqual([message("committed")]);
  });

  test("of a whole floor that was closed goes out mail after mail, and not one in a while", async () => {
    const ctx = database.context((await aSpace(database)).organizationId);
    const subjects = Array.from({ length: 60 }, (_, n) => `cancelled ${n}`);
    await inTransaction(ctx, async (tx) => {
      for (const subject of subjects) await enqueueMail(tx, jobs, message(subject));
    });
    // One at each look would take a minute and a half.
    await until(() => sent.length >= subjects.length, 20_000);
    expect(sent.map(({ subject }) => subject).sort()).toEqual(subjects.toSorted());
  });

  test("is tried again when the server refuses it", async () => {
    failures = 1;
    const ctx = database.context((await aSpace(database)).organizationId);
    await inTransaction(ctx, (tx) => enqueueMail(tx, jobs, message("second try")));
    await until(() => sent.length > 0, 25_000);
    expect(sent).toEqual([message("second try")]);
  });

  test("the same key is sent only once", async () => {
    const ctx = database.context((await aSpace(database)).organizationId);
    for (let i = 0; i < 3; i++) {
      await inTransaction(ctx, (tx) => enqueueMail(tx, jobs, message("once"), "approved 1"));
      await until(() => sent.length > 0);
    }
    await inTransaction(ctx, (tx) => enqueueMail(tx, jobs, message("another"), "approved 2"));
    await until(() => sent.length > 1);
    expect(sent).toEqual([message("once"), message("another")]);
  });
});

describe("the tables of jobs", () => {
  test("tell nobody who was written to, or what; the mail itself is its organization's until it is sent", async () => {
    failures = 1;
    const [mine, theirs] = [await aSpace(database), await aSpace(database)];
    const count = (organizationId: string) =>
      inTransaction(database.context(organizationId), (tx) => tx.query("SELECT FROM mails"));
    await inTransaction(database.context(theirs.organizationId), (tx) =>
      enqueueMail(tx, jobs, message("private"), "booked ana@example.test"),
    );
    const [before] = [await count(theirs.organizationId), expect(await count(mine.organizationId)).toHaveLength(0)];
    expect(before.length + sent.length).toBe(1);
    const readable = "SELECT j::text AS job FROM jobs.job j WHERE name = 'mail.send'";
    await until(async () =>
      (await database.db.pool.query<{ job: string }>(readable)).rows.some(({ job }) => job.includes("See the log")),
    );
    const { rows } = await database.db.pool.query<{ job: string }>(readable);
    expect(rows.map(({ job }) => job).join()).toContain(theirs.organizationId);
    expect(rows.filter(({ job }) => /ana@|example|private|Hello|mail server/.test(job))).toEqual([]);
    await until(() => sent.length > 0, 25_000);
    await until(async () => (await count(theirs.organizationId)).length === 0);
  });

  test("belong to the owner; the app's role changes none of them", async () => {
    const { rows } = await database.owner.query(
      "SELECT count(*)::int AS owned FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'jobs' AND c.relowner = 'working_social_app'::regrole",
    );
    expect(rows).toEqual([{ owned: 0 }]);
    await expect(database.db.pool.query("DROP TABLE jobs.job")).rejects.toThrow("must be owner");
  });

  test("are there already when several processes start at once", async () => {
    const [one, another] = await Promise.all([start(false), start(false)]);
    expect(await Promise.all([one.isReady(), another.isReady(), jobs.isReady()])).toEqual([true, true, true]);
    await Promise.all([one.stop(), another.stop()]);
  });
});

describe("what runs by the clock", () => {
  test("frees holds that are over, in every organization, once", async () => {
    const [a, b] = [await aSpace(database), await aSpace(database)];
    await database.owner.query(
      "UPDATE bookings SET status = 'held', hold_expires_at = $1::timestamptz - interval '1 second' WHERE id = ANY($2)",
      [TEST_NOW, [a.bookingId, b.bookingId]],
    );
    for (let i = 0; i < 2; i++) await expireHoldsEverywhere(database.db, clock);
    const { rows } = await database.owner.query("SELECT status FROM bookings WHERE id = ANY($1)", [
      [a.bookingId, b.bookingId],
    ]);
    expect(rows).toEqual([{ status: "expired" }, { status: "expired" }]);
  });

  test("removes sessions, codes and counters that are over, and nothing else", async () => {
    const { owner } = database;
    await owner.query(
      `INSERT INTO verifications (id, identifier, value, expires_at, created_at, updated_at)
       SELECT x::text, x::text, '', $1::timestamptz + x * interval '1 hour', now(), now() FROM generate_series(-3, 3) x`,
      [TEST_NOW],
    );
    await owner.query(
      `INSERT INTO limits.budgets (key, used, at, empty_at)
       VALUES ('old', '{0.5}', $1, $1::timestamptz - interval '1 second'), ('new', '{1}', $1, $1::timestamptz + interval '1 minute')`,
      [TEST_NOW],
    );
    await owner.query(
      `INSERT INTO limits.wrong_passwords (address, origin, count, last_at)
       VALUES ('few', 'x', 99, $1::timestamptz - interval '2 years'), ('rests', 'x', 60, $1::timestamptz - interval '2 years'),
         ('rests', 'y', 40, $1::timestamptz - interval '2 years'), ('recent', 'x', 1, $1)`,
      [TEST_NOW],
    );
    for (let i = 0; i < 2; i++) await tidyUp(database.db, clock);
    expect((await owner.query("SELECT id FROM verifications ORDER BY id")).rows.map(({ id }) => id as string)).toEqual([
      "-1",
      "0",
      "1",
      "2",
      "3",
    ]);
    expect((await owner.query("SELECT key FROM limits.budgets")).rows).toEqual([{ key: "new" }]);
    expect((await owner.query("SELECT address FROM limits.wrong_passwords ORDER BY address")).rows).toEqual(
      ["recent", "rests", "rests"].map((address) => ({ address })),
    );
  });
});
