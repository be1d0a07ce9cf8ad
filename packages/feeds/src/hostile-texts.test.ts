import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { formatInstant, isolated, parseInstant } from "@working-social/kernel";
import { aFeed } from "./testing/a-feed.ts";
import { readByIcalJs, readByNodeIcal } from "./testing/read-calendar.ts";

let database: TestDatabase;
const HOUR_MS = 3_600_000;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe("hostile texts", () => {
  const HOSTILE = [
    "commas, semicolons; back\\slashes \\n \\, and : colons",
    "line\nbreak",
    "line\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:forged",
    "\r\nX-INJECTED:1",
    "tab\there",
    'quotes " and ^n carets',
    "🦊🏳️‍🌈👩‍👩‍👧‍👧 emoji",
    "مرحبا بالعالم",
    "\u202Eright to left\u202C",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢".repeat(20),
    "é".repeat(120),
    "\u2028line separator\u2029",
    "\u0007bell",
    "<script>alert(1)</script>",
    "BEGIN:VCALENDAR",
    "x".repeat(500),
    " ",
    "%s{{7*7}}",
  ];
  const shown = (text: string) => isolated(text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim()) || "Lantern";
  const checkLines = (text: string) => {
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
    expect(text.match(/^BEGIN:VEVENT$/gm)).toHaveLength(text.match(/^UID:/gm)?.length ?? 0);
    expect(text).not.toMatch(/^X-INJECTED/m);
  };

  test("say what they say, on lines of 75 octets at most, and nothing more", async () => {
    const space = await aFeed(database);
    const ids = await Promise.all(
      HOSTILE.map((title, i) =>
        space.book(
          formatInstant(parseInstant("2026-11-26T08:00Z") + i * HOUR_MS),
          formatInstant(parseInstant("2026-11-26T09:00Z") + i * HOUR_MS),
          { title },
        ),
      ),
    );
    const text = await space.render();
    checkLines(text);
    const [strict, lenient] = [readByIcalJs(text), readByNodeIcal(text)];
    expect(Object.keys(strict).sort()).toEqual([...ids].sort());
    for (const [i, id] of ids.entries()) {
      expect(strict[id]?.summary).toBe(shown(HOSTILE[i] ?? ""));
      expect(lenient[id]).toBeDefined();
    }
  });

  test("turn the direction of no letter beside them", async () => {
    const space = await aFeed(database);
    await database.owner.query("UPDATE resources SET name = $2 WHERE id = $1", [space.roomId, "\u202EmooR"]);
    const id = await space.book("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z", { title: "\u202Egnp.exe" });
    const event = readByIcalJs(await space.render())[id];
    expect(event?.summary).toBe("\u2068\u202Egnp.exe\u2069");
    expect(event?.location).toMatch(/^\u2068\u202EmooR\u2069, /);
  });

  test("in the name of a room, of a floor and of a location as well", async () => {
    const space = await aFeed(database, "Europe/London", "3rd; floor,\nleft");
    await database.owner.query("UPDATE locations SET name = $2 WHERE id = $1", [
      space.locationId,
      "Harbour\r\nX-INJECTED:1, \\ Ltd",
    ]);
    const id = await space.book("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z");
    const text = await space.render();
    checkLines(text);
    expect(readByIcalJs(text)[id]?.location).toBe("Lantern, 3rd; floor, left, Harbour X-INJECTED:1, \\ Ltd");
  });

  test("any text at all", async () => {
    const space = await aFeed(database);
    const id = await space.book("2026-11-26T14:00:00Z", "2026-11-26T15:00:00Z");
    const anyTitle = fc
      .string({ unit: "binary", maxLength: 200 })
      .filter((title) => title.isWellFormed() && !title.includes("\0"));
    await fc.assert(
      fc.asyncProperty(anyTitle, async (title) => {
        await database.owner.query("UPDATE bookings SET title = $2 WHERE id = $1", [id, title]);
        const text = await space.render();
        checkLines(text);
        expect(readByIcalJs(text)[id]?.summary).toBe(shown(title));
      }),
      { numRuns: 150 },
    );
  });
});
