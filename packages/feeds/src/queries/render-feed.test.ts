import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aResource, createTestDatabase } from "@working-social/db/testing";
import { formatInstant, parseInstant } from "@working-social/kernel";
import { aFeed } from "../testing/a-feed.ts";
import { readByIcalJs, readByNodeIcal } from "../testing/read-calendar.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const HOUR_MS = 3_600_000;

test("a feed is this, to the byte", async () => {
  const space = await aFeed(database);
  const id = await space.book("2026-11-26T14:00:00Z", "2026-11-26T15:30:00Z", {
    title: "Planning, part 2; with Ana",
    sequence: 3,
    changed_at: "2026-11-20T10:11:12Z",
  });
  const text = await space.render();
  expect(text.replace(/BEGIN:VTIMEZONE.*END:VTIMEZONE\r\n/s, "").split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Working Social//Bookings//EN",
    "METHOD:PUBLISH",
    "NAME:My bookings",
    "X-WR-CALNAME:My bookings",
    "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
    "X-PUBLISHED-TTL:PT15M",
    "BEGIN:VEVENT",
    `UID:${id}@working-social`,
    "SEQUENCE:3",
    "DTSTAMP:20261120T101112Z",
    "DTSTART;TZID=Europe/London:20261126T140000",
    "DTEND;TZID=Europe/London:20261126T153000",
    String.raw`SUMMARY:Planning\, part 2\; with Ana`,
    "TRANSP:OPAQUE",
    String.raw`LOCATION:Lantern\, 2nd floor\, Old Harbour`,
    "STATUS:CONFIRMED",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    "CREATED:20261101T080000Z",
    "LAST-MODIFIED:20261120T101112Z",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
  expect(text.indexOf("BEGIN:VTIMEZONE")).toBeGreaterThan(text.indexOf("X-PUBLISHED-TTL"));
  expect(text.indexOf("END:VTIMEZONE")).toBeLessThan(text.indexOf("BEGIN:VEVENT"));
  space.clock.advanceMinutes(14 * 60);
  expect(await space.render()).toBe(text);
});

test("a feed without bookings is a calendar all the same", async () => {
  const space = await aFeed(database);
  expect(readByIcalJs(await space.render())).toEqual({});
  expect(readByNodeIcal(await space.render())).toEqual({});
});

describe("states", () => {
  const slot = ["2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z"] as const;

  test("each has its status and says why; what is over stays, as cancelled, and takes no time", async () => {
    const space = await aFeed(database, "Asia/Kathmandu");
    const ids = {
      confirmed: await space.book(...slot),
      held: await space.book(...slot, { status: "held", hold_expires_at: "2026-11-25T09:15:00Z" }),
      pending: await space.book(...slot, { status: "pending_approval" }),
      cancelled: await space.book(...slot, {
        status: "cancelled",
        cancelled_at: "2026-11-25T08:00:00Z",
        reason: "Ill",
      }),
      declined: await space.book(...slot, { status: "declined" }),
      deleted: await space.book(...slot, { status: "deleted", reason: "Typing mistake" }),
      unconfirmed: await space.book(...slot, { status: "expired" }),
      overdue: await space.book(...slot, { status: "held", hold_expires_at: "2026-11-25T09:00:00Z" }),
    };
    const text = await space.render();
    for (const events of [readByIcalJs(text), readByNodeIcal(text)]) {
      const of = (id: string) => [events[id]?.status, events[id]?.description];
      expect(of(ids.confirmed)).toEqual(["CONFIRMED", null]);
      expect(of(ids.held)).toEqual(["TENTATIVE", "Held until 15:00. Confirm it to keep it."]);
      expect(of(ids.pending)).toEqual(["TENTATIVE", "Waiting for approval."]);
      expect(of(ids.cancelled)).toEqual(["CANCELLED", "Cancelled: Ill"]);
      expect(of(ids.declined)).toEqual(["CANCELLED", "Declined."]);
      expect(of(ids.deleted)).toEqual(["CANCELLED", "Cancelled: Typing mistake"]);
      expect(events[ids.unconfirmed]).toBeUndefined();
      expect(events[ids.overdue]).toBeUndefined();
    }
    expect(text.match(/TRANSP:TRANSPARENT/g)).toHaveLength(3);
  });

  test("a change keeps the UID and counts up; the last one is in the feed", async () => {
    const space = await aFeed(database);
    const id = await space.book(...slot);
    await database.owner.query(
      "UPDATE bookings SET starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '2 hours', sequence = 1 WHERE id = $1",
      [id],
    );
    expect(readByIcalJs(await space.render())[id]).toMatchObject({
      startsAt: "2026-11-26T15:00:00.000Z",
      endsAt: "2026-11-26T17:00:00.000Z",
      sequence: 1,
    });
    await database.owner.query(
      "UPDATE bookings SET status = 'cancelled', cancelled_at = now(), sequence = 2 WHERE id = $1",
      [id],
    );
    expect(readByNodeIcal(await space.render())[id]).toMatchObject({ status: "CANCELLED", sequence: 2 });
  });
});

describe("whose bookings", () => {
  test("a person's feed has those of that person alone, in every location, each in its own zone", async () => {
    const space = await aFeed(database, "America/St_Johns");
    const elsewhere = await aLocation(database.owner, space.organizationId, {
      name: "Lagoon",
      timeZone: "Australia/Lord_Howe",
    });
    const booth = await aResource(database.owner, space.organizationId, elsewhere.id, { name: "Booth" });
    const here = await space.book("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z");
    const there = await space.book("2027-01-01T00:00:00Z", "2027-01-01T01:00:00Z", {
      location_id: elsewhere.id,
      resource_id: booth.id,
      title: "",
    });
    await space.book("2026-11-26T16:00:00Z", "2026-11-26T17:00:00Z", { person_id: space.personId("owner") });
    const text = await space.render();
    expect(text).toContain("DTSTART;TZID=America/St_Johns:20261126T103000");
    expect(text).toContain("DTSTART;TZID=Australia/Lord_Howe:20270101T110000");
    for (const events of [readByIcalJs(text), readByNodeIcal(text)]) {
      expect(Object.keys(events).sort()).toEqual([here, there].sort());
      expect(events[there]).toMatchObject({
        startsAt: "2027-01-01T00:00:00.000Z",
        summary: "Booth",
        location: "Booth, Lagoon",
      });
    }
  });

  test("a room's feed has everybody's, and says of private ones no more than that it is booked", async () => {
    const space = await aFeed(database);
    const open = await space.book("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z", {
      is_title_public: true,
      title: "Open evening",
    });
    const closed = await space.book("2026-11-26T16:00:00Z", "2026-11-26T17:00:00Z", {
      title: "Job interview",
      person_id: space.personId("owner"),
    });
    const gone = await space.book("2026-11-26T18:00:00Z", "2026-11-26T19:00:00Z", {
      title: "Job interview",
      status: "declined",
      reason: "Secret",
    });
    const text = await space.render(space.roomFeed);
    const events = readByIcalJs(text);
    expect([events[open]?.summary, events[closed]?.summary, events[gone]?.summary]).toEqual([
      "Open evening",
      "Booked",
      "Booked",
    ]);
    expect(text).not.toMatch(/interview|Secret/);
  });

  test("from 90 days back to everything ahead", async () => {
    const space = await aFeed(database);
    await space.book("2026-08-26T23:00:00Z", "2026-08-26T23:59:00Z");
    const shown = [
      await space.book("2026-08-27T00:00:00Z", "2026-08-27T01:00:00Z"),
      await space.book("2029-08-28T10:00:00Z", "2029-08-28T11:00:00Z"),
    ];
    expect(Object.keys(readByIcalJs(await space.render())).sort()).toEqual(shown.sort());
  });

  test("another organization's database scope shows nothing of a feed", async () => {
    const [space, foreign] = [await aFeed(database), await aFeed(database)];
    await space.book("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z");
    await expect(foreign.render(space.feed)).rejects.toMatchObject({ refusal: { code: "not_found", what: "person" } });
  });
});

describe("through both changes of the clock", () => {
  test.each([
    "Europe/London",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Asia/Gaza",
    "Africa/Casablanca",
    "Asia/Kathmandu",
  ])("%s", async (zone) => {
    const space = await aFeed(database, zone);
    const expected = new Map<string, [string, string]>();
    const add = async (start: number, end: number) => {
      const [startsAt, endsAt] = [formatInstant(start), formatInstant(end)];
      expected.set(await space.book(startsAt, endsAt), [startsAt, endsAt]);
    };
    let moment = Temporal.Instant.from("2026-09-01T00:00Z").toZonedDateTimeISO(zone).getTimeZoneTransition("next");
    for (let i = 0; i < 4 && moment; i++, moment = moment.getTimeZoneTransition("next")) {
      // Before, into, out of, across and inside of the hour that is skipped or repeated, by the half hour.
      for (let half = -6; half <= 6; half++)
        await add(
          moment.epochMilliseconds + (half * HOUR_MS) / 2,
          moment.epochMilliseconds + ((half + 3) * HOUR_MS) / 2,
        );
    }
    await add(parseInstant("2027-01-15T12:00Z"), parseInstant("2027-01-15T13:00Z"));
    await add(parseInstant("2027-07-15T12:00Z"), parseInstant("2027-07-15T13:00Z"));
    const text = await space.render();
    expect(text).toContain(`DTSTART;TZID=${zone}:`);
    const times = (events: ReturnType<typeof readByIcalJs>) =>
      new Map(Object.entries(events).map(([id, { startsAt, endsAt }]) => [id, [startsAt, endsAt]]));
    expect(times(readByIcalJs(text))).toEqual(expected);
    expect(times(readByNodeIcal(text))).toEqual(expected);
  });
});

test("a location's feed shows every room of it and no other location's, and keeps private titles", async () => {
  const space = await aFeed(database);
  const away = await aFeed(database);
  const shown = await space.book("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z", {
    title: "Open house",
    is_title_public: true,
  });
  const hidden = await space.book("2026-11-26T16:00:00Z", "2026-11-26T17:00:00Z", { title: "Layoffs" });
  await away.book("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z");
  const text = await space.render(space.locationFeed);
  const events = readByIcalJs(text);
  expect(readByNodeIcal(text)).toEqual(events);
  expect(Object.keys(events).sort()).toEqual([shown, hidden].sort());
  expect([events[shown]?.summary, events[hidden]?.summary]).toEqual(["Lantern: Open house", "Lantern: Booked"]);
  expect(text).not.toContain("Layoffs");
});
