import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOldSystem, lantern } from "../testing/an-old-system.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("what double bookings leave of their time is shown as free, and is blocked when that is wanted", async () => {
  const { run, bookings, organizationId } = await anOldSystem(database);
  const rows = [
    lantern("10:00", "11:00"),
    lantern("09:30", "11:30", { what: "Clash" }),
    lantern("10:30", "12:00", { what: "Other clash" }),
    lantern("11:45", "13:00", { what: "Wanted by a later row" }),
  ];
  const report = await run(rows);
  expect(report.leftover).toEqual({ rows: 2, minutes: 30 + 30 + 45, isBlocked: false });
  expect(report.exceptions[1]?.message).toContain("Lantern is shown as free from 2025-01-20 11:00 to 11:45.");
  expect(await bookings()).toBe(2);
  expect((await run(rows, { isDryRun: true, isBlocking: true })).leftover.isBlocked).toBe(true);
  expect(await bookings()).toBe(2);
  const blocked = await run(rows, { isBlocking: true });
  expect(blocked.counts).toMatchObject({ imported: 0, double_booking: 2, unchanged: 2 });
  expect(blocked.exceptions[0]?.message).toContain(
    "Lantern is blocked from 2025-01-20 09:30 to 10:00 and from 2025-01-20 11:00 to 11:30.",
  );
  const { rows: taken } = await database.owner.query<{ free: string }>(
    `SELECT (tstzmultirange(tstzrange('2025-01-20 09:30Z', '2025-01-20 13:00Z')) - range_agg(tstzrange(starts_at, ends_at)))::text AS free
     FROM claims WHERE organization_id = $1 AND released_at IS NULL`,
    [organizationId],
  );
  expect(taken).toEqual([{ free: "{}" }]);
  expect((await run(rows, { isBlocking: true })).leftover).toEqual({ rows: 0, minutes: 0, isBlocked: true });
  const findings = await checkInvariants(database.owner);
  expect(findings.filter(({ invariant }) => invariant.includes("source row"))).toEqual([]);
});
