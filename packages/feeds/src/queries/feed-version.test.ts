import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aResource, createTestDatabase } from "@working-social/db/testing";
import type { FeedSpace } from "../testing/a-feed.ts";
import { aFeed } from "../testing/a-feed.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const slot = ["2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z"] as const;
const run = (sql: string, ...values: unknown[]) => database.owner.query(sql, values);

test("an unchanged feed keeps its version all day long, and its text with it", async () => {
  const space = await aFeed(database);
  await space.book(...slot);
  const [version, text] = [await space.version(), await space.render()];
  for (const iso of ["2026-11-25T09:00:00Z", "2026-11-25T15:00:00Z", "2026-11-25T23:59:59Z"]) {
    space.clock.set(iso);
    expect([await space.version(), await space.render()]).toEqual([version, text]);
  }
});

const CHANGES: [string, (space: FeedSpace, id: string) => Promise<unknown>][] = [
  ["another booking", (space) => space.book("2026-11-27T14:00:00Z", "2026-11-27T15:00:00Z")],
  [
    "a move",
    (_, id) => run("UPDATE bookings SET starts_at = '2026-11-26T13:00Z', sequence = sequence + 1 WHERE id = $1", id),
  ],
  [
    "a new title, without a new sequence or date of change",
    (_, id) => run("UPDATE bookings SET title = 'x' WHERE id = $1", id),
  ],
  [
    "a cancellation",
    (_, id) => run("UPDATE bookings SET status = 'cancelled', cancelled_at = now() WHERE id = $1", id),
  ],
  ["an approval", (_, id) => run("UPDATE bookings SET status = 'pending_approval' WHERE id = $1", id)],
  [
    "a change dated before the others",
    (_, id) => run("UPDATE bookings SET title = 'y', changed_at = '2020-01-01' WHERE id = $1", id),
  ],
  ["another name of the room", (space) => run("UPDATE resources SET name = 'Beacon' WHERE id = $1", space.roomId)],
  [
    "another zone of the location",
    (space) => run("UPDATE locations SET time_zone = 'Asia/Kathmandu' WHERE id = $1", space.locationId),
  ],
];

test.each(CHANGES)("%s gives another version", async (_, change) => {
  const space = await aFeed(database);
  await space.book("2026-11-30T14:00:00Z", "2026-11-30T15:00:00Z", { changed_at: "2026-11-24T00:00:00Z" });
  const id = await space.book(...slot);
  const before = [await space.version(), await space.version(space.roomFeed)];
  await change(space, id);
  const after = [await space.version(), await space.version(space.roomFeed)];
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  expect([await space.version(), await space.version(space.roomFeed)]).toEqual(after);
});

test("a booking that moves to another room, or to another person, leaves the feed", async () => {
  const space = await aFeed(database);
  const id = await space.book(...slot);
  const [room, person] = [await space.version(space.roomFeed), await space.version()];
  const other = await aResource(database.owner, space.organizationId, space.locationId);
  await run(
    "UPDATE bookings SET resource_id = $2, person_id = $3 WHERE id = $1",
    id,
    other.id,
    space.personId("owner"),
  );
  expect(await space.version(space.roomFeed)).not.toBe(room);
  expect(await space.version()).not.toBe(person);
});

test("a change that is dated earlier but committed later than one already seen is not missed", async () => {
  const space = await aFeed(database);
  const [slow, quick] = [await space.book(...slot), await space.book("2026-11-27T14:00:00Z", "2026-11-27T15:00:00Z")];
  const writer = await database.owner.connect();
  await writer.query("BEGIN");
  await writer.query("UPDATE bookings SET title = 'slow', changed_at = '2026-11-25T08:59:00Z' WHERE id = $1", [slow]);
  await run("UPDATE bookings SET title = 'quick', changed_at = '2026-11-25T09:00:00Z' WHERE id = $1", quick);
  const seen = await space.version();
  expect(await space.version()).toBe(seen);
  await writer.query("COMMIT");
  writer.release();
  expect(await space.version()).not.toBe(seen);
});

test("a hold leaves the feed when its time is over, and a booking when its day is 90 days back", async () => {
  const space = await aFeed(database);
  await space.book("2026-09-01T10:00:00Z", "2026-09-01T11:00:00Z");
  await space.book(...slot, { status: "held", hold_expires_at: "2026-11-25T09:10:00Z" });
  const versions = new Set<string>();
  for (const iso of ["2026-11-25T09:09:00Z", "2026-11-25T09:10:00Z", "2026-11-30T23:59:00Z", "2026-12-01T00:00:00Z"]) {
    space.clock.set(iso);
    versions.add(await space.version());
  }
  expect(versions.size).toBe(3);
});

test("equal bookings in two feeds have different versions", async () => {
  const space = await aFeed(database);
  expect(await space.version()).not.toBe(await space.version(space.roomFeed));
});
