import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TEST_NOW } from "@working-social/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noteBackup, readBackupStatus } from "./backup-status.ts";
import { viewBackups } from "./backups.ts";
import { aSpace } from "./testing/a-space.ts";
import type { TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

const NOW = Date.parse(TEST_NOW);
const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(NOW - hours * HOUR_MS).toISOString();
const last = (hours: number) => ({ at: hoursAgo(hours), bytes: 5_800_000 });

describe("the backups of an installation are", () => {
  test.each([
    ["off where none is made by itself", { dailySince: null, last: null, failure: null }, "off"],
    ["due on the first day", { dailySince: hoursAgo(35), last: null, failure: null }, "due"],
    ["late when the first one does not come", { dailySince: hoursAgo(37), last: null, failure: null }, "late"],
    ["fresh for a day and a half", { dailySince: hoursAgo(900), last: last(35), failure: null }, "fresh"],
    ["late after it", { dailySince: hoursAgo(900), last: last(37), failure: null }, "late"],
    ["late when its time is still to come", { dailySince: hoursAgo(900), last: last(-37), failure: null }, "late"],
    [
      "not late yet when a server that was off for a week has just started",
      { dailySince: hoursAgo(1), last: last(200), failure: null },
      "fresh",
    ],
    [
      "failed from the first failure on",
      { dailySince: hoursAgo(900), last: last(20), failure: { at: hoursAgo(1), reason: "disk full" } },
      "failed",
    ],
  ] as const)("%s", (_name, status, state) => {
    expect(viewBackups(status, NOW)).toEqual({
      state,
      lastAt: status.last?.at ?? null,
      lastBytes: status.last?.bytes ?? null,
    });
  });
});

describe("a running server", () => {
  let server: TestServer;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "working-social-backups-"));
    server = await startTestServer({ dataDir: folder });
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  test("shows managers how old the last backup is, and nobody else", async () => {
    const { organizationId } = await aSpace(server.database);
    await noteBackup(folder, {
      dailySince: hoursAgo(900),
      last: { at: new Date().toISOString(), bytes: 12 },
      failure: null,
    });
    const manager = await aCaller(server, organizationId, { role: "community_manager" });
    expect((await manager.call("backups.status")).data).toMatchObject({ state: "fresh", lastBytes: 12 });
    const desk = await aCaller(server, organizationId, { role: "front_desk" });
    expect((await desk.call("backups.status")).refusal).toMatchObject({ code: "not_allowed" });
  });

  test("stays ready when a backup failed, and says how old the last one is", async () => {
    const at = new Date(Date.now() - 30 * HOUR_MS).toISOString();
    await noteBackup(folder, {
      last: { at, bytes: 12 },
      failure: { at: new Date().toISOString(), reason: "disk full" },
    });
    const answer = await fetch(`${server.url}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { ok: true, backup: { state: "failed", ageHours: 30 } },
    ]);
    await noteBackup(folder, { failure: null });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ ok: true });
  });

  test("says that a damaged note is a failure, and the next backup mends it", async () => {
    await writeFile(join(folder, "backup-status.json"), '{"last":');
    expect(viewBackups(await readBackupStatus(folder), NOW).state).toBe("failed");
    await noteBackup(folder, { last: last(1), failure: null });
    expect(await readBackupStatus(folder)).toEqual({ dailySince: null, last: last(1), failure: null });
  });

  test("what is noted is its owner's alone to read, and keeps what was not touched", async () => {
    await noteBackup(folder, { failure: { at: hoursAgo(1), reason: "disk full" } });
    await noteBackup(folder, { last: last(1) });
    expect(await readBackupStatus(folder)).toMatchObject({ failure: { reason: "disk full" }, last: last(1) });
    expect((await stat(join(folder, "backup-status.json"))).mode & 0o777).toBe(0o600);
  });
});
