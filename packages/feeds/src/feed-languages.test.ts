import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import type { FeedSpace } from "./testing/a-feed.ts";
import { aFeed } from "./testing/a-feed.ts";
import { readByIcalJs } from "./testing/read-calendar.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const slot = ["2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z"] as const;

const speak = (table: "people" | "locations", id: string, language: string, region: string | null = null) =>
  database.owner.query(`UPDATE ${table} SET language = $2, region = $3 WHERE id = $1`, [id, language, region]);

async function inGerman(space: FeedSpace): Promise<void> {
  await speak("people", space.personId("member"), "de", "DE");
}

test("one's own feed says in one's own language what became of a booking", async () => {
  const space = await aFeed(database, "Europe/Berlin");
  await inGerman(space);
  const ids = {
    held: await space.book(...slot, { status: "held", hold_expires_at: "2026-11-25T09:15:00Z" }),
    pending: await space.book(...slot, { status: "pending_approval" }),
    cancelled: await space.book(...slot, {
      status: "cancelled",
      cancelled_at: "2026-11-25T08:00:00Z",
      reason: "Krank",
    }),
    declined: await space.book(...slot, { status: "declined" }),
  };
  const text = await space.render();
  expect(text).toContain("PRODID:-//Working Social//Bookings//DE");
  const events = readByIcalJs(text);
  expect(events[ids.held]?.description).toBe("Vorgemerkt bis 10:15. Bestätigen Sie die Buchung, um sie zu behalten.");
  expect(events[ids.pending]?.description).toBe("Wartet auf Genehmigung.");
  expect(events[ids.cancelled]?.description).toBe("Storniert: Krank");
  expect(events[ids.declined]?.description).toBe("Abgelehnt.");
});

test("an hour is told as the reader's region tells it", async () => {
  const space = await aFeed(database, "America/New_York");
  await speak("people", space.personId("member"), "en", "US");
  const id = await space.book(...slot, { status: "held", hold_expires_at: "2026-11-25T19:15:00Z" });
  expect(readByIcalJs(await space.render())[id]?.description).toMatch(
    /^Held until 2:15\sPM\. Confirm it to keep it\.$/,
  );
});

test("the feed of a room or a location speaks as people do there, whoever made its address", async () => {
  const space = await aFeed(database, "Europe/Berlin");
  await speak("people", space.personId("owner"), "en");
  await speak("locations", space.locationId, "de");
  const id = await space.book(...slot, { title: "Vorstellungsgespräch" });
  expect(readByIcalJs(await space.render(space.roomFeed))[id]?.summary).toBe("Belegt");
  expect(readByIcalJs(await space.render(space.locationFeed))[id]?.summary).toBe("Lantern: Belegt");
});

test("a language of a later version is no fault: the feed falls back", async () => {
  const space = await aFeed(database);
  await speak("locations", space.locationId, "tlh");
  const id = await space.book(...slot, { title: "Interview" });
  expect(readByIcalJs(await space.render(space.roomFeed))[id]?.summary).toBe("Booked");
});

test("another language gives the feed another version", async () => {
  const space = await aFeed(database);
  await space.book(...slot);
  const before = await space.version();
  await inGerman(space);
  expect(await space.version()).not.toBe(before);
});
