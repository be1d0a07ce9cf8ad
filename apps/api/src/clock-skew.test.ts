import { systemClock } from "@working-social/kernel";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clockSkewMs, whenClockIsRight } from "./clock-skew.ts";
import { tidyUp } from "./jobs/tidy-up.ts";
import { startTestServer } from "./testing/test-server.ts";
import { until } from "./testing/until.ts";

const DAY_MS = 86_400_000;
const log = pino({ level: "silent" });
const off = (milliseconds: number) => ({ now: () => systemClock.now() + milliseconds });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe("a node whose clock is wrong", () => {
  test.each([
    [0, 200],
    [2_500, 503],
    [-60_000, 503],
  ])("by %i ms: readiness answers %i", async (milliseconds, status) => {
    const clock = { ...off(0) };
    const server = await startTestServer({ runsJobs: false }, { now: () => clock.now() });
    try {
      const ready = () => fetch(`${server.url}/readyz`);
      await until(async () => (await ready()).status === 200);
      clock.now = off(milliseconds).now;
      const answer = await ready();
      expect(answer.status).toBe(status);
      if (status === 503) expect(await answer.json()).toEqual({ ok: false, failing: ["clock"] });
    } finally {
      await server.close();
    }
  });

  test("deletes nothing, 40 days ahead, and tidies up once it is right", async () => {
    const { owner, db } = database;
    await owner.query(
      "INSERT INTO users (id, name, email, email_verified, created_at, updated_at) VALUES ('u', 'Ana', 'ana@example.test', true, now(), now())",
    );
    await owner.query(
      `INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at)
       SELECT x, 'u', x, now() + days * interval '1 day', now(), now() FROM (VALUES ('over', -1), ('alive', 30)) AS s (x, days)`,
    );
    const sessions = async () => (await owner.query("SELECT id FROM sessions ORDER BY id")).rows;
    const tidyAt = (clock: typeof systemClock) => whenClockIsRight({ db, clock, log }, () => tidyUp(db, clock));
    await tidyAt(off(40 * DAY_MS));
    expect(await sessions()).toEqual([{ id: "alive" }, { id: "over" }]);
    await tidyAt(systemClock);
    expect(await sessions()).toEqual([{ id: "alive" }]);
  });
});

test("a slow answer is not taken for a wrong clock", async () => {
  const slow = {
    pool: {
      query: async (text: string) => {
        const result = await database.db.pool.query(text);
        await new Promise((resolve) => setTimeout(resolve, 300));
        return result;
      },
    },
  } as unknown as TestDatabase["db"];
  expect(await clockSkewMs({ db: slow, clock: systemClock })).toBe(0);
});
