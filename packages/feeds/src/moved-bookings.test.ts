import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aResource, createTestDatabase } from "@working-social/db/testing";
import type { FeedSpace } from "./testing/a-feed.ts";
import { aFeed } from "./testing/a-feed.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const slot = ["2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z"] as const;

/** As a change moves it: another resource, one more in the sequence. */
function move(id: string, to: { id: string }, more = ""): Promise<unknown> {
  return database.owner.query(
    `UPDATE bookings SET resource_id = $2, sequence = sequence + 1, changed_at = '2026-11-25T08:00:00Z' ${more} WHERE id = $1`,
    [id, to.id],
  );
}

/** The lines of the only event of a feed that programs go by. */
async function eventOf(space: FeedSpace, feed: FeedSpace["feed"]): Promise<string[]> {
  const events = (await space.render(feed)).split("BEGIN:VEVENT").slice(1);
  expect(events).toHaveLength(1);
  return (events[0] ?? "").split("\r\n").filter((line) => /^(UID|SEQUENCE|STATUS|LOCATION|DTSTART)/.test(line));
}

test("a booking that moved to another room stays in the first room's feed, cancelled, with a raised sequence", async () => {
  const space = await aFeed(database, "Europe/London", null);
  const other = await aResource(database.owner, space.organizationId, space.locationId, { name: "Beacon" });
  const id = await space.book(...slot);
  const before = await space.version(space.roomFeed);
  expect(await eventOf(space, space.roomFeed)).toContain("STATUS:CONFIRMED");
  await move(id, other, ", starts_at = '2026-11-26T14:30:00Z'");
  expect(await space.version(space.roomFeed)).not.toBe(before);
  const left = [
    `UID:${id}@working-social`,
    "SEQUENCE:1",
    "DTSTART;TZID=Europe/London:20261126T140000",
    "LOCATION:Lantern\\, Old Harbour",
    "STATUS:CANCELLED",
  ];
  expect((await eventOf(space, space.roomFeed)).toSorted()).toEqual(left.toSorted());
  // Its owner, and who follows the whole location, see it where it is now, and once.
  for (const feed of [space.feed, space.locationFeed])
    expect(await eventOf(space, feed)).toEqual(
      expect.arrayContaining(["STATUS:CONFIRMED", "LOCATION:Beacon\\, Old Harbour"]),
    );
  const whileAway = await space.version(space.roomFeed);
  await move(id, { id: space.roomId });
  expect(await space.version(space.roomFeed)).not.toBe(whileAway);
  expect(await eventOf(space, space.roomFeed)).toEqual(expect.arrayContaining(["SEQUENCE:2", "STATUS:CONFIRMED"]));
  await move(id, other);
  expect(await eventOf(space, space.roomFeed)).toEqual(expect.arrayContaining(["SEQUENCE:3", "STATUS:CANCELLED"]));
});

test("one that moved to another location stays in the first location's feed in the same way", async () => {
  const space = await aFeed(database);
  const { id: location_id } = await aLocation(database.owner, space.organizationId, { name: "Mill" });
  const loft = await aResource(database.owner, space.organizationId, location_id, { name: "Loft" });
  const id = await space.book(...slot);
  await move(id, loft, `, location_id = '${location_id}'`);
  expect(await eventOf(space, space.locationFeed)).toEqual(expect.arrayContaining(["SEQUENCE:1", "STATUS:CANCELLED"]));
  expect(await eventOf(space, space.feed)).toContain("STATUS:CONFIRMED");
});

test("one that moves in time only leaves nothing behind", async () => {
  const space = await aFeed(database);
  const id = await space.book(...slot);
  await move(id, { id: space.roomId }, ", starts_at = '2026-11-26T14:30:00Z'");
  expect(await eventOf(space, space.roomFeed)).toEqual(expect.arrayContaining(["SEQUENCE:1", "STATUS:CONFIRMED"]));
});
