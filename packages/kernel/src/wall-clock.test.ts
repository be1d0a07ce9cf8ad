import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInstant, parseInstant } from "./clock.ts";
import { clockReaches, dayOf, daysTouched, stretchesOf } from "./wall-clock.ts";
import { addDays, dayInterval, fromLocal, toLocal } from "./zone.ts";

const MINUTE_MS = 60_000;
const ZONES = [
  "Asia/Kathmandu",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Africa/Cairo",
  "Asia/Beirut",
  "America/Santiago",
  "America/Havana",
  "Africa/Casablanca",
  "Europe/Dublin",
  "Pacific/Chatham",
];
const [FROM, UNTIL] = [parseInstant("1995-01-01T00:00:00Z"), parseInstant("2037-01-01T00:00:00Z")];

/** Every change of a zone's clock in these years. */
function changesOf(zone: string): { zone: string; at: number }[] {
  const changes: { zone: string; at: number }[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (!next || next.epochMilliseconds > UNTIL) return changes;
    changes.push({ zone, at: next.epochMilliseconds });
    at = next;
  }
}

/** Half of the draws lie within five days before a change of the clock or one after it: at random, one in fifty would. */
const starts = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ZONES.flatMap(changesOf)), fc.integer({ min: -5 * 1440, max: 1440 }))
    .map(([{ zone, at }, minutes]) => ({ zone, start: at + minutes * MINUTE_MS })),
  fc.record({
    zone: fc.constantFrom(...ZONES),
    start: fc.integer({ min: FROM / MINUTE_MS, max: UNTIL / MINUTE_MS }).map((at) => at * MINUTE_MS),
  }),
);
const moments = fc
  .tuple(starts, fc.integer({ min: 1, max: 5 * 1440 }))
  .map(([start, minutes]) => ({ ...start, minutes }));

describe("clockReaches", () => {
  test.each([
    ["an ordinary time", "Asia/Kathmandu", "2026-11-26", 540, "2026-11-26T03:15:00.000Z"],
    ["a skipped time is the end of the gap", "Europe/Berlin", "2026-03-29", 150, "2026-03-29T01:00:00.000Z"],
    ["the first skipped minute too", "Europe/Berlin", "2026-03-29", 120, "2026-03-29T01:00:00.000Z"],
    ["a gap of half an hour", "Australia/Lord_Howe", "2026-10-04", 135, "2026-10-03T15:30:00.000Z"],
    ["a skipped midnight", "Africa/Cairo", "2026-04-24", 0, "2026-04-23T22:00:00.000Z"],
    ["the same, as 24:00 of the day before", "Africa/Cairo", "2026-04-23", 1440, "2026-04-23T22:00:00.000Z"],
    ["a doubled time is the first", "America/Havana", "2026-11-01", 30, "2026-11-01T04:30:00.000Z"],
    ["a skipped day", "Pacific/Apia", "2011-12-30", 600, "2011-12-30T10:00:00.000Z"],
  ])("%s", (_, zone, date, minute, instant) => {
    expect(formatInstant(clockReaches(date, minute, zone))).toBe(instant);
  });

  test("is the first minute at which the wall clock shows that time or a later one", () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 2880 }), ({ zone, start }, minute) => {
        const { date } = toLocal(start, zone);
        const reached = clockReaches(date, minute, zone);
        const wanted = `${addDays(date, Math.floor(minute / 1440))} ${String(minute % 1440).padStart(4, "0")}`;
        const shows = (at: number) => {
          const shown = toLocal(at, zone);
          return `${shown.date} ${String(shown.minute).padStart(4, "0")}`;
        };
        expect(shows(reached) >= wanted).toBe(true);
        for (let back = 1; back <= 90; back += 1) expect(shows(reached - back * MINUTE_MS) < wanted).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("never goes back as the minute goes on", () => {
    const days = fc.constantFrom(
      ["Europe/Berlin", "2026-03-29"],
      ["Europe/Berlin", "2026-10-25"],
      ["Australia/Lord_Howe", "2026-04-05"],
      ["America/Havana", "2026-03-08"],
    );
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 2879 }), ([zone = "", date = ""], minute) => {
        expect(clockReaches(date, minute + 1, zone)).toBeGreaterThanOrEqual(clockReaches(date, minute, zone));
      }),
    );
  });
});

describe("days and stretches", () => {
  test("days follow each other without gap or overlap and hold the span", () => {
    fc.assert(
      fc.property(moments, ({ zone, start, minutes }) => {
        const end = start + minutes * MINUTE_MS;
        const days = daysTouched({ start, end }, zone);
        expect(days[0]?.start).toBeLessThanOrEqual(start);
        expect(days.at(-1)?.end).toBeGreaterThanOrEqual(end);
        days.forEach((day, i) => {
          expect({ start: day.start, end: day.end }).toEqual(dayInterval(day.date, zone));
          expect(day.start).toBe(i === 0 ? day.start : days[i - 1]?.end);
        });
      }),
    );
  });

  test("within a stretch the wall clock runs evenly", () => {
    fc.assert(
      fc.property(moments, fc.nat(), ({ zone, start, minutes }, pick) => {
        const end = start + minutes * MINUTE_MS;
        const stretches = stretchesOf({ start, end }, zone);
        expect(stretches[0]?.start).toBe(start);
        expect(stretches.at(-1)?.end).toBe(end);
        for (const [i, stretch] of stretches.entries()) {
          expect(stretch.start).toBe(i === 0 ? start : stretches[i - 1]?.end);
          const offset = pick % ((stretch.end - stretch.start) / MINUTE_MS);
          expect(toLocal(stretch.start + offset * MINUTE_MS, zone).minute).toBe(stretch.minute + offset);
        }
      }),
    );
  });

  test("the doubled hour after midnight in St. John's stays on the new day", () => {
    const doubled = parseInstant("2010-11-07T02:45:00Z"); // 23:15 again, 14 minutes after the clock went back at 00:01
    expect(toLocal(doubled, "America/St_Johns").date).toBe("2010-11-06");
    expect(dayOf(doubled, "America/St_Johns").date).toBe("2010-11-07");
    expect(fromLocal("2010-11-07", 0, "America/St_Johns")).toBe(dayOf(doubled, "America/St_Johns").start);
  });
});

const span = (from: string, to: string) => ({ start: parseInstant(from), end: parseInstant(to) });
const datesOf = (touched: ReturnType<typeof span>, zone: string) => daysTouched(touched, zone).map(({ date }) => date);

test("dates touched: half-open, and without a date that never was", () => {
  expect(datesOf(span("2026-11-25T18:15:00Z", "2026-11-26T18:15:00Z"), "Asia/Kathmandu")).toEqual(["2026-11-26"]);
  expect(datesOf(span("2026-11-25T18:14:00Z", "2026-11-26T18:15:01Z"), "Asia/Kathmandu")).toHaveLength(3);
  expect(datesOf(span("2011-12-29T12:00:00-10:00", "2011-12-31T12:00:00+14:00"), "Pacific/Apia")).toEqual([
    "2011-12-29",
    "2011-12-31",
  ]);
  // 23:15 again, after the clock went back at 00:01: the old date on the wall, and an instant of the new day.
  expect(datesOf(span("2010-11-07T02:45:00Z", "2010-11-07T02:46:00Z"), "America/St_Johns")).toEqual(["2010-11-07"]);
});
