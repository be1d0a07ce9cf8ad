import { addDays, clockReaches, dayInterval, formatInstant, toLocal } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aSituation, aSlot, changeDates, closedOn, weekly } from "./builders.ts";
import { exceptionReason, openIntervals } from "./opening-hours.ts";
import type { HoursOf } from "./situation.ts";

const MINUTE_MS = 60_000;

/** The open intervals of local dates from `from` up to `to`, in wall-clock time. */
function openOn(
  zone: string,
  hours: HoursOf[],
  from: string,
  to: string,
  resourceId: string | null = "room-1",
): string[] {
  const span = { start: dayInterval(from, zone).start, end: dayInterval(to, zone).start };
  const show = (at: number) => {
    const { date, minute } = toLocal(at, zone);
    return `${date.slice(5)} ${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  };
  return openIntervals(aSituation({ location: { timeZone: zone }, hours }), resourceId, span).map(
    ({ start, end }) => `${show(start)}–${show(end)} ${(end - start) / MINUTE_MS}`,
  );
}
const location = (rows: HoursOf["weekly"], exceptions: HoursOf["exceptions"] = []): HoursOf => ({
  resourceId: null,
  weekly: rows,
  exceptions,
});
const room = (rows: HoursOf["weekly"], exceptions: HoursOf["exceptions"] = []): HoursOf => ({
  ...location(rows, exceptions),
  resourceId: "room-1",
});

const short = (opensMinute: number, closesMinute: number) => ({
  date: "2026-11-26",
  opensMinute,
  closesMinute,
  reason: "Inventory",
});

describe("the location's hours", () => {
  test("several intervals a day, merged where they touch", () => {
    const hours = [location([...weekly(540, 720, [4]), ...weekly(720, 780, [4]), ...weekly(840, 1080, [4])])];
    expect(openOn("Asia/Kathmandu", hours, "2026-11-26", "2026-11-27")).toEqual([
      "11-26 09:00–11-26 13:00 240",
      "11-26 14:00–11-26 18:00 240",
    ]);
  });

  test("no hours: never open", () => {
    expect(openOn("Asia/Kathmandu", [], "2026-11-26", "2026-12-26")).toEqual([]);
    expect(openOn("Asia/Kathmandu", [location([])], "2026-11-26", "2026-12-26")).toEqual([]);
  });

  test("day and night is one interval across days", () => {
    expect(openOn("America/St_Johns", [location(weekly(0, 1440))], "2026-11-26", "2026-11-29")).toEqual([
      "11-26 00:00–11-29 00:00 4320",
    ]);
  });

  test("past midnight: the night belongs to the day on which it began", () => {
    const hours = [location(weekly(1320, 1560, [4]), [closedOn("2026-11-27")])];
    expect(openOn("America/St_Johns", hours, "2026-11-26", "2026-11-28")).toEqual(["11-26 22:00–11-27 02:00 240"]);
    expect(openOn("America/St_Johns", hours, "2026-11-27", "2026-11-28")).toEqual(["11-27 00:00–11-27 02:00 120"]);
  });

  test("an exception replaces the whole date, several rows are several intervals", () => {
    const hours = [location(weekly(480, 1200), [short(600, 660), short(720, 780)])];
    expect(openOn("Asia/Kathmandu", hours, "2026-11-26", "2026-11-28")).toEqual([
      "11-26 10:00–11-26 11:00 60",
      "11-26 12:00–11-26 13:00 60",
      "11-27 08:00–11-27 20:00 720",
    ]);
  });
});

describe("a resource's own hours", () => {
  test("narrow the location's, never widen them", () => {
    const hours = [location(weekly(480, 1200)), room(weekly(420, 720))];
    expect(openOn("Asia/Kathmandu", hours, "2026-11-26", "2026-11-27")).toEqual(["11-26 08:00–11-26 12:00 240"]);
    expect(openOn("Asia/Kathmandu", hours, "2026-11-26", "2026-11-27", "room-2")).toEqual([
      "11-26 08:00–11-26 20:00 720",
    ]);
    expect(openOn("Asia/Kathmandu", hours, "2026-11-26", "2026-11-27", null)).toEqual(["11-26 08:00–11-26 20:00 720"]);
  });

  test("an empty set follows the location", () => {
    expect(openOn("Asia/Kathmandu", [location(weekly(480, 1200)), room([])], "2026-11-26", "2026-11-27")).toHaveLength(
      1,
    );
  });

  test("with exceptions only, other dates follow the location", () => {
    const hours = [location(weekly(480, 1200)), room([], [closedOn("2026-11-26", "Painting")])];
    expect(openOn("Asia/Kathmandu", hours, "2026-11-26", "2026-11-28")).toEqual(["11-27 08:00–11-27 20:00 720"]);
  });

  test("several exceptions close their dates each, whichever of the two says its hours first", () => {
    const own = room([], [closedOn("2026-11-26"), closedOn("2026-11-27")]);
    for (const hours of [
      [own, location(weekly(480, 1200))],
      [location(weekly(480, 1200)), own],
    ])
      expect(openOn("Asia/Kathmandu", hours, "2026-11-26", "2026-11-29")).toEqual(["11-28 08:00–11-28 20:00 720"]);
  });

  test("no time at all is never open", () => {
    const { start } = dayInterval("2026-11-26", "Asia/Kathmandu");
    expect(openIntervals(aSituation(), null, { start, end: start })).toEqual([]);
  });

  test("its exception is named first, then the location's", () => {
    const hours = [
      location([], [closedOn("2026-11-26", "Thanksgiving"), closedOn("2026-12-25", "Christmas")]),
      room([], [closedOn("2026-11-26", "Painting")]),
    ];
    const reasons = ["2026-11-26", "2026-12-25", "2026-12-26"].map((date) =>
      exceptionReason(aSituation({ hours }), "room-1", date),
    );
    expect(reasons).toEqual(["Painting", "Christmas", null]);
    expect(exceptionReason(aSituation({ hours }), null, "2026-11-26")).toBe("Thanksgiving");
  });
});

describe("days on which the clock changes", () => {
  test.each([
    ["a gap in the hours shortens them", "Australia/Lord_Howe", "2026-10-04", 0, 480, ["10-04 00:00–10-04 08:00 450"]],
    [
      "a doubled half hour lengthens them",
      "Australia/Lord_Howe",
      "2026-04-05",
      0,
      480,
      ["04-05 00:00–04-05 08:00 510"],
    ],
    [
      "opening in the gap is at its end",
      "Australia/Lord_Howe",
      "2026-10-04",
      135,
      480,
      ["10-04 02:30–10-04 08:00 330"],
    ],
    ["hours within the gap never happen", "Australia/Lord_Howe", "2026-10-04", 120, 150, []],
    ["midnight is skipped", "Africa/Cairo", "2026-04-24", 0, 120, ["04-24 01:00–04-24 02:00 60"]],
    ["midnight is skipped", "Asia/Beirut", "2026-03-29", 0, 120, ["03-29 01:00–03-29 02:00 60"]],
    ["midnight is skipped", "America/Santiago", "2026-09-06", 30, 120, ["09-06 01:00–09-06 02:00 60"]],
    ["midnight happens twice", "America/Havana", "2026-11-01", 0, 120, ["11-01 00:00–11-01 02:00 180"]],
    ["the last hour happens twice", "Asia/Beirut", "2026-10-24", 1380, 1440, ["10-24 23:00–10-25 00:00 120"]],
    ["closing at a doubled time is the first", "America/Havana", "2026-11-01", 0, 30, ["11-01 00:00–11-01 00:30 30"]],
  ])("%s (%s %s)", (_, zone, date, opens, closes, expected) => {
    expect(openOn(zone, [location(weekly(opens, closes))], date, addDays(date, 1))).toEqual(expected);
  });

  test("Samoa's missing Friday has no hours, nor has its night", () => {
    const hours = [location(weekly(1320, 1560, [5]))];
    expect(openOn("Pacific/Apia", hours, "2011-12-29", "2012-01-01")).toEqual([]);
    expect(openOn("Pacific/Apia", hours, "2011-12-31", "2012-01-01")).toEqual([]);
    const thursdays = [location(weekly(1320, 1560, [4]))];
    expect(openOn("Pacific/Apia", thursdays, "2011-12-29", "2012-01-01")).toEqual(["12-29 22:00–12-31 00:00 120"]);
  });
});

test("open exactly when the wall clock is within the hours, on days without a doubled time", () => {
  const zones = [
    "Asia/Kathmandu",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "America/Santiago",
    "Africa/Casablanca",
  ];
  // Days that lose time; around those that double some, nobody can say which of the two is meant.
  const shortDays = zones.flatMap((zone) =>
    changeDates(zone).flatMap((date) => (lengthOf(date, zone) < 1440 * MINUTE_MS ? [{ zone, date }] : [])),
  );
  const days = fc.oneof(
    fc.constantFrom(...shortDays),
    fc.record({
      zone: fc.constantFrom(...zones),
      date: fc.integer({ min: 0, max: 5000 }).map((offset) => addDays("2020-01-01", offset)),
    }),
  );
  let onDaysOfChange = 0;
  const rows = fc.array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      opensMinute: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(days, rows, fc.nat({ max: 2879 }), ({ zone, date }, list, minutes) => {
      const hours = list.map((row) => ({
        weekday: row.weekday,
        opensMinute: row.opensMinute,
        closesMinute: row.opensMinute + row.length,
      }));
      fc.pre([-1, 0, 1, 2].every((day) => !hasDoubledTime(addDays(date, day), zone)));
      onDaysOfChange += Number(lengthOf(date, zone) < 1440 * MINUTE_MS);
      const at = dayInterval(date, zone).start + minutes * MINUTE_MS;
      const situation = aSituation({ location: { timeZone: zone }, hours: [location(hours)] });
      const isOpen = openIntervals(situation, null, { start: at, end: at + MINUTE_MS }).length > 0;
      const shown = toLocal(at, zone);
      const yesterday = ((shown.weekday + 5) % 7) + 1;
      const isWithin = (row: (typeof hours)[number], weekday: number, minute: number) =>
        row.weekday === weekday && row.opensMinute <= minute && minute < row.closesMinute;
      expect(isOpen).toBe(
        hours.some(
          (row) => isWithin(row, shown.weekday, shown.minute) || isWithin(row, yesterday, shown.minute + 1440),
        ),
      );
    }),
    { numRuns: 500 },
  );
  expect(onDaysOfChange).toBeGreaterThan(150);
});

function lengthOf(date: string, zone: string): number {
  const { start, end } = dayInterval(date, zone);
  return end - start;
}

function hasDoubledTime(date: string, zone: string): boolean {
  return lengthOf(date, zone) > 1440 * MINUTE_MS;
}

test("what is open in a part of a span is what is open in the span, cut", () => {
  const zone = "America/St_Johns";
  const hours = [
    location(
      [...weekly(1320, 1560), ...weekly(540, 1020, [1, 3, 5])],
      [closedOn("2026-03-08"), closedOn("2026-11-01")],
    ),
    room(weekly(600, 1500)),
  ];
  const situation = aSituation({ location: { timeZone: zone }, hours });
  const base = aSlot("2026-03-01T00:00", "2026-12-01T00:00", zone);
  const around = fc.tuple(fc.constantFrom("2026-03-08", "2026-11-01"), fc.integer({ min: -4000, max: 2000 }));
  const starts = fc.oneof(
    around.map(([date, minutes]) => dayInterval(date, zone).start + minutes * MINUTE_MS),
    fc.nat({ max: 380_000 }).map((from) => base.start + from * MINUTE_MS),
  );
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 4000 }), (start, length) => {
      const part = { start, end: start + length * MINUTE_MS };
      const wide = { start: start - 3 * 1440 * MINUTE_MS, end: part.end + 3 * 1440 * MINUTE_MS };
      const cut = openIntervals(situation, "room-1", wide).flatMap((open) => {
        const clipped = { start: Math.max(open.start, part.start), end: Math.min(open.end, part.end) };
        return clipped.start < clipped.end ? [clipped] : [];
      });
      expect(openIntervals(situation, "room-1", part)).toEqual(cut);
    }),
  );
});

test("a span that starts in the middle of a night that began before it", () => {
  const open = openIntervals(
    aSituation({ hours: [location(weekly(1200, 2880, [3]))] }),
    null,
    aSlot("2026-11-26T23:00", "2026-11-27T05:00"),
  );
  expect(open.map((span) => formatInstant(span.end))).toEqual([
    formatInstant(clockReaches("2026-11-27", 0, "Asia/Kathmandu")),
  ]);
});
