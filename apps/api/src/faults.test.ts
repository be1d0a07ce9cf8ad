import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import { post } from "./testing/sign-in.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";
import { until } from "./testing/until.ts";

/** Far more than it takes: how quick it is, is no question to a machine that is busy with other tests. */
const BACK_MS = 20_000;

let server: TestServer;
let space: Space;
let member: Caller;
beforeEach(async () => {
  server = await startTestServer();
  space = await aSpace(server.database);
  member = await aCaller(server, space.organizationId);
});
afterEach(async () => {
  await server.proxy.mend().catch(() => {});
  await server.close();
});

const get = async (path: string) => {
  const response = await fetch(`${server.url}${path}`);
  return { status: response.status, body: (await response.json()) as unknown };
};

describe("health", () => {
  test("alive and ready, with names of what fails when the database is away", async () => {
    await until(async () => (await get("/readyz")).status === 200);
    expect(await get("/readyz")).toEqual({ status: 200, body: { ok: true } });
    await server.proxy.cut();
    expect(await get("/healthz")).toEqual({ status: 200, body: { ok: true } });
    const away = await get("/readyz");
    expect(away.status).toBe(503);
    expect(away.body).toMatchObject({ ok: false, failing: expect.arrayContaining(["database", "jobs"]) as unknown });
    await server.proxy.mend();
    await until(async () => (await get("/readyz")).status === 200, 10_000);
  });

  test("not ready while a migration is missing", async () => {
    await server.database.owner.query(
      "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%readiness%'",
    );
    await until(async () => JSON.stringify((await get("/readyz")).body).includes("migrations"));
    expect(await get("/readyz")).toMatchObject({ status: 503, body: { failing: ["migrations"] } });
  });
});

describe("when the database restarts", () => {
  test("every question gets `unavailable` and no fault, and then works again by itself", async () => {
    expect((await member.call("locations.list")).status).toBe(200);
    await server.proxy.cut();
    for (const [path, input] of [
      ["session.me", undefined],
      ["availability.day", { locationId: space.locationId, date: "2026-12-01" }],
      ["locations.list", undefined],
    ] as const) {
      expect(await member.call(path, input)).toMatchObject({ status: 503, refusal: { code: "unavailable" } });
    }
    expect(
      (await post(server, "/sign-in/email", { email: "a@example.test", password: "a long password" })).status,
    ).toBe(503);
    expect((await fetch(`${server.url}/calendar/${"a".repeat(43)}.ics`)).status).toBe(503);
    await server.proxy.mend();
    await until(async () => (await member.call("locations.list")).status === 200, BACK_MS);
  });

  test("under load: answers are right or `unavailable`, and an acknowledged booking is there", async () => {
    let isOver = false;
    const wrong: string[] = [];
    const acknowledged: string[] = [];
    const book = async (hour: number) => {
      const startsAt = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + hour * 3_600_000).toISOString();
      const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
      const answer = await member.call("bookings.book", {
        resourceId: space.resourceId,
        startsAt,
        endsAt,
        forPersonId: null,
        title: "",
        isTitlePublic: false,
        expectedTotalMinor: 2400,
        idempotencyKey: crypto.randomUUID(),
      });
      if (answer.status === 200) acknowledged.push((answer.data as { id: string }).id);
      else if (!["unavailable", "cannot_book"].includes(answer.refusal?.code ?? "")) wrong.push(answer.text);
    };
    const load = (async () => {
      for (let hour = 60; !isOver && hour < 1_260; hour++) await book(hour);
    })();
    for (let i = 0; i < 3; i++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await server.proxy.cut();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await server.proxy.mend();
    }
    // It goes on booking by itself, however slow the machine is.
    await until(() => acknowledged.length > 5, BACK_MS);
    isOver = true;
    await load;
    expect(wrong).toEqual([]);
    const { rows } = await server.database.owner.query<{ id: string }>(
      "SELECT id FROM bookings WHERE status = 'confirmed'",
    );
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  });
});

describe("stopping", () => {
  test("answers every request under way, and accepts no more", async () => {
    const { owner } = server.database;
    const lock = await owner.connect();
    await lock.query("BEGIN; LOCK TABLE locations IN ACCESS EXCLUSIVE MODE");
    const sends = Array.from({ length: 4 }, () => member.call("locations.list"));
    const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await until(async () => (await owner.query(waiting)).rowCount === sends.length);
    const stopped = server.server.stop();
    await until(() =>
      fetch(`${server.url}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    await lock.query("COMMIT");
    lock.release();
    expect((await Promise.all(sends)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await stopped;
  });

  test("breaks streams, so that browsers connect again", async () => {
    const input = encodeURIComponent(JSON.stringify({ locationId: space.locationId }));
    const stream = await fetch(`${server.url}/api/trpc/live.changes?input=${input}`, {
      headers: { cookie: member.cookie },
    });
    const read = stream.text().then(
      () => "ended",
      () => "broken",
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.server.stop();
    expect(await read).toBe("broken");
  });
});
