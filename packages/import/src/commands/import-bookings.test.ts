import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aResource, createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { importBookings } from "./import-bookings.ts";
import { Mapping } from "../schema.ts";
import type { SourceRow } from "../formats/parse-row.ts";
import { readRows } from "../formats/read-csv.ts";
import { anOldSystem, lantern, mapping } from "../testing/an-old-system.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe("a history from elsewhere", () => {
  test("becomes bookings of the past, with titles and owners; each bad row says why and stops nothing", async () => {
    const { run, ana, organizationId } = await anOldSystem(database);
    const report = await run([
      lantern("09:00", "10:00", { who: ana.email.toUpperCase() }),
      lantern("10:00", "11:00"),
      lantern("10:30", "11:30", { what: "Clash" }),
      lantern("10:00", "11:00", { what: "Guest lecture" }),
      lantern("13:00", "12:00"),
      lantern("14:00", "14:00"),
      { room: "Lantern", from: "2025-03-30 01:30", to: "2025-03-30 03:00" },
      { room: "Lantern", from: "2025-02-30 10:00", to: "2025-02-30 11:00" },
      { room: "Nowhere", from: "2025-01-20 09:00", to: "2025-01-20 10:00" },
      { room: "", from: "2025-01-20 09:00", to: "2025-01-20 10:00" },
      lantern("15:00", "16:00", { who: "stranger@example.test" }),
      lantern("noon", "16:00"),
    ]);
    expect(report.counts).toEqual({ imported: 2, shared_slot: 1, double_booking: 1, invalid: 8, unchanged: 0 });
    expect(report.exceptions.map((row) => [row.line, row.outcome, row.message])).toEqual([
      [
        4,
        "double_booking",
        'Lantern is taken then: "Seminar" from 2025-01-20 10:00 to 11:00 (row 1). Lantern is shown as free from 2025-01-20 11:00 to 11:30.',
      ],
      [5, "shared_slot", "The same room at the same time as an earlier row: one booking."],
      [6, "invalid", "It ends before it starts."],
      [7, "invalid", "It ends when it starts."],
      [8, "invalid", 'from: "2025-03-30 01:30" never happened in Europe/London: the clock was put forward over it.'],
      [9, "invalid", 'from: "2025-02-30 10:00" is not on the calendar.'],
      [10, "invalid", 'This location has no room "Nowhere".'],
      [11, "invalid", 'No room: the column "room" is empty.'],
      [12, "invalid", 'Nobody here has the address "stranger@example.test".'],
      [13, "invalid", 'from: "2025-01-20 noon" is not a time such as 2025-01-20 11:00.'],
    ]);
    const { rows } = await database.owner.query(
      "SELECT title, person_id, starts_at FROM bookings WHERE organization_id = $1 ORDER BY starts_at",
      [organizationId],
    );
    expect(rows[0]).toMatchObject({ title: "Seminar", person_id: ana.id, starts_at: new Date("2025-01-20T09:00:00Z") });
  });

  test("texts that no database holds, endless keys and halls of several rooms stop nothing", async () => {
    const { run, organizationId, locationId, room } = await anOldSystem(database);
    await database.owner.query(
      "INSERT INTO units (id, organization_id, location_id, name) VALUES ($1, $2, $3, 'Half')",
      [newId(), organizationId, locationId],
    );
    const hall = await aResource(database.owner, organizationId, locationId, { name: "Hall" });
    await database.owner.query(
      "INSERT INTO resource_units (organization_id, resource_id, unit_id, position) SELECT $1, $2, unit_id, 2 FROM resource_units WHERE resource_id = $3",
      [organizationId, hall.id, room.id],
    );
    const report = await run([
      lantern("09:00", "10:00", { what: "Semi\u0000nar \ud800\nof two lines" }),
      lantern("11:00", "12:00", { id: "x".repeat(10_000) }),
      lantern("13:00", "14:00", { room: "Hall" }),
      lantern("15:00", "16:00", { what: `${"x".repeat(119)}😀` }),
    ]);
    expect(report.exceptions.map((row) => row.message)).toEqual([
      "Its key has 10000 characters; at most 300 are allowed.",
      '"Hall" is made of several rooms: name each of them in a row of its own.',
    ]);
    const { rows } = await database.owner.query(
      "SELECT title FROM bookings WHERE organization_id = $1 ORDER BY starts_at",
      [organizationId],
    );
    expect(rows).toEqual([{ title: "Semi nar \ufffd of two lines" }, { title: "x".repeat(119) }]);
  });

  test("run again it adds nothing; a repaired row is taken in then", async () => {
    const { run, bookings } = await anOldSystem(database);
    const rows = [lantern("09:00", "10:00"), lantern("09:00", "10:00"), lantern("12:00", "11:00")];
    await run(rows);
    expect((await run(rows)).counts).toEqual({
      imported: 0,
      shared_slot: 0,
      double_booking: 0,
      invalid: 1,
      unchanged: 2,
    });
    expect((await run([...rows.slice(0, 2), lantern("11:00", "12:00")])).counts).toMatchObject({
      imported: 1,
      unchanged: 2,
    });
    expect(await bookings()).toBe(2);
  });

  test("a dry run tells the same and keeps nothing", async () => {
    const { run, bookings } = await anOldSystem(database);
    const rows = [lantern("09:00", "10:00"), lantern("09:30", "10:30"), lantern("09:00", "10:00")];
    const dry = await run(rows, { isDryRun: true });
    expect(await bookings()).toBe(0);
    expect(await run(rows)).toEqual(dry);
  });

  test("a room that is spelled in two ways that look the same is one room", async () => {
    const { run } = await anOldSystem(database);
    const rooms = Mapping.parse({ ...mapping, missingResources: { kind: "room", capacity: 4 } });
    const day = (room: string, hour: number) => ({
      room,
      from: `2025-01-20 ${hour}:00`,
      to: `2025-01-20 ${hour + 1}:00`,
    });
    const rows = [
      day("Cafe\u0301", 10),
      day("Caf\u00e9 ", 11),
      day("CAF\u00c9", 12),
      day("lantern", 13),
      day("Cafe", 14),
    ];
    expect(await run(rows, { mapping: rooms })).toMatchObject({ resourcesCreated: 2, counts: { imported: 5 } });
  });

  test("makes the rooms that it lacks, when the mapping says so", async () => {
    const { run, organizationId } = await anOldSystem(database);
    const withRooms = Mapping.parse({ ...mapping, missingResources: { kind: "room", capacity: 10, details: null } });
    const report = await run([{ room: "New room", from: "2025-01-20 09:00", to: "2025-01-20 10:00" }], {
      mapping: withRooms,
      roomDetails: new Map([["New room", { floor: "Floor 3", description: "Seminar room" }]]),
    });
    expect(report).toMatchObject({ resourcesCreated: 1, counts: { imported: 1 } });
    const { rows } = await database.owner.query(
      "SELECT floor, description, capacity FROM resources WHERE organization_id = $1 AND name = 'New room'",
      [organizationId],
    );
    expect(rows).toEqual([{ floor: "Floor 3", description: "Seminar room", capacity: 10 }]);
  });

  test("two runs of one file at the same moment book each row once", async () => {
    const { run, bookings } = await anOldSystem(database);
    const rows = Array.from({ length: 40 }, (_, i) => ({
      room: "Lantern",
      from: `2025-01-${String(1 + (i % 28)).padStart(2, "0")} ${10 + Math.floor(i / 28)}:00`,
      to: `2025-01-${String(1 + (i % 28)).padStart(2, "0")} ${11 + Math.floor(i / 28)}:00`,
    }));
    await Promise.all([run(rows), run(rows)]);
    expect(await bookings()).toBe(40);
  });

  test("another organization's location is not found", async () => {
    const [mine, foreign] = [await anOldSystem(database), await anOldSystem(database)];
    await expect(mine.run([lantern("09:00", "10:00")], { locationId: foreign.locationId })).rejects.toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});

// Real input lies beside the repository, never in it: see the README of the data folder.
const DATA = process.env["SHARED_DATA_DIR"] ?? "nowhere";
const hasData = existsSync(join(DATA, "bookings/university-rooms.csv"));
if (!hasData)
  process.stdout.write(
    "SKIPPED: no real booking history in SHARED_DATA_DIR, so the importer was tried on made-up rows only.\n",
  );

describe.skipIf(!hasData)("real histories", () => {
  test(
    "a university's year: 23,708 rows, shared slots told apart from double bookings, as an independent count has it",
    { timeout: 120_000 },
    async () => {
      const { ctx, locationId, run, organizationId } = await anOldSystem(database);
      const year = Mapping.parse({
        source: "university",
        times: "local",
        missingResources: { kind: "room", capacity: 30, details: null },
        columns: {
          resource: "room",
          startsAt: "starts_local",
          endsAt: "ends_local",
          title: ["kind"],
          rowKey: ["source_row", "starts_local"],
        },
      });
      const rows = await readRows(join(DATA, "bookings/university-rooms.csv"), year);
      const progress: number[] = [];
      const report = await importBookings(ctx, {
        locationId,
        mapping: year,
        rows,
        roomDetails: new Map(),
        isDryRun: false,
        onProgress: (done) => progress.push(done),
      });
      expect(report.counts).toEqual(expectedCounts(rows));
      expect(progress.at(-1)).toBe(rows.length);
      const { rows: overlapping } = await database.owner.query(
        `SELECT FROM (SELECT ends_at, lead(starts_at) OVER (PARTITION BY unit_id ORDER BY starts_at) AS next FROM claims WHERE organization_id = $1 AND released_at IS NULL) c WHERE next < ends_at`,
        [organizationId],
      );
      expect(overlapping).toHaveLength(0);
      const again = await run([], { mapping: year, rows });
      expect(again.counts.imported + again.counts.shared_slot).toBe(0);
      expect(again.counts.unchanged).toBe(report.counts.imported + report.counts.shared_slot);
    },
  );

  test(
    "conference sessions: ends before starts, missing rooms and offsets are each reported by line",
    { timeout: 60_000 },
    async () => {
      const { ctx, locationId } = await anOldSystem(database, "UTC");
      const sessions = Mapping.parse({
        source: "conferences",
        times: "instant",
        missingResources: { kind: "room", capacity: 100, details: null },
        columns: {
          resource: "room",
          startsAt: "starts_at",
          endsAt: "ends_at",
          title: ["title"],
          rowKey: ["event", "session_id"],
        },
      });
      const rows = await readRows(join(DATA, "bookings/conference-sessions.csv"), sessions);
      const report = await importBookings(ctx, {
        locationId,
        mapping: sessions,
        rows,
        roomDetails: new Map(),
        isDryRun: false,
      });
      const { imported, shared_slot, double_booking, invalid, unchanged } = report.counts;
      expect(imported + shared_slot + double_booking + invalid + unchanged).toBe(rows.length);
      expect(invalid).toBeGreaterThan(0);
      expect(report.exceptions.filter((row) => row.outcome === "invalid").every((row) => row.message)).toBe(true);
      expect(imported).toBeGreaterThan(1000);
    },
  );
});

/** The same question answered without the importer or the database: a list of kept slots for each room, row by row. */
function expectedCounts(rows: SourceRow[]): Record<string, number> {
  const counts = { imported: 0, shared_slot: 0, double_booking: 0, invalid: 0, unchanged: 0 };
  const kept = new Map<string, { start: number; end: number }[]>();
  const instant = (local: string) =>
    Temporal.PlainDateTime.from(local.replace(" ", "T")).toZonedDateTime("Europe/London").epochMilliseconds;
  const seen = new Set<string>();
  for (const { cells } of rows) {
    const key = `${cells.source_row}|${cells.starts_local}`;
    const [start, end] = [instant(cells.starts_local ?? ""), instant(cells.ends_local ?? "")];
    const room = kept.get(cells.room ?? "") ?? [];
    kept.set(cells.room ?? "", room);
    if (seen.has(key) || end <= start) counts.invalid++;
    else if (room.some((slot) => slot.start === start && slot.end === end)) counts.shared_slot++;
    else if (room.some((slot) => slot.start < end && start < slot.end)) counts.double_booking++;
    else {
      counts.imported++;
      room.push({ start, end });
    }
    seen.add(key);
  }
  return counts;
}
