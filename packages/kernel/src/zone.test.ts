import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatInstant, parseInstant } from "./clock.ts";
import { addDays, dayInterval, fromLocal, instantsOf, isTimeZone, toLocal, weekdayOf } from "./zone.ts";

const hoursOf = (date: string, zone: string) => {
  const day = dayInterval(date, zone);
  return (day.end - day.start) / 3_600_000;
};

test("zones are IANA names, not offsets or abbreviations of anything", () => {
  const known = [
    "Asia/Kathmandu",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "America/Argentina/Buenos_Aires",
    "UTC",
    "Etc/GMT+5",
  ];
  expect(known.filter((name) => !isTimeZone(name))).toEqual([]);
  const unknown = [
    "+02:00",
    "Mars/Olympus",
    "",
    "Europe/",
    "../etc/passwd",
    "Europe/Berlin ",
    "W. Europe Standard Time",
    "a".repeat(10_000),
  ];
  expect(unknown.filter(isTimeZone)).toEqual([]);
});

describe("the length of local days in hours", () => {
  test.each([
    ["Asia/Kathmandu", "2026-11-26", 24],
    ["Europe/Berlin", "2026-03-29", 23],
    ["Europe/Berlin", "2026-10-25", 25],
    ["Australia/Lord_Howe", "2026-10-04", 23.5],
    ["Australia/Lord_Howe", "2026-04-05", 24.5],
    ["America/St_Johns", "2026-03-08", 23],
    ["Africa/Cairo", "2026-04-24", 23],
    ["Asia/Beirut", "2026-03-29", 23],
    ["America/Santiago", "2026-09-06", 23],
    ["America/Havana", "2026-11-01", 25],
    ["Pacific/Apia", "2011-12-29", 24],
    ["Pacific/Apia", "2011-12-30", 0],
  ])("%s on %s: %s", (zone, date, hours) => {
    expect(hoursOf(date, zone)).toBe(hours);
  });
});

describe("fromLocal", () => {
  test.each([
    ["a plain time", "Asia/Kathmandu", "2026-11-26", 540, "2026-11-26T03:15:00.000Z"],
    ["a skipped time moves forward by the gap", "Europe/Berlin", "2026-03-29", 150, "2026-03-29T01:30:00.000Z"],
    ["a doubled time is the first", "Europe/Berlin", "2026-10-25", 150, "2026-10-25T00:30:00.000Z"],
    ["half an hour is skipped", "Australia/Lord_Howe", "2026-10-04", 135, "2026-10-03T15:45:00.000Z"],
    ["past midnight", "America/St_Johns", "2026-11-26", 1560, "2026-11-27T05:30:00.000Z"],
    ["midnight is skipped", "Africa/Cairo", "2026-04-24", 0, "2026-04-23T22:00:00.000Z"],
  ])("%s", (_, zone, date, minute, instant) => {
    expect(formatInstant(fromLocal(date, minute, zone))).toBe(instant);
  });

  test("toLocal takes back what fromLocal gave, outside of gaps", () => {
    const zones = fc.constantFrom(
      "Asia/Kathmandu",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "America/Havana",
    );
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, day, minute) => {
          const date = addDays("1990-01-01", day);
          const shown = toLocal(fromLocal(date, minute, zone), zone);
          expect(shown.date).toBe(date);
          expect(shown.weekday).toBe(weekdayOf(date));
          expect(shown.minute - minute === 0 || [30, 60].includes(shown.minute - minute)).toBe(true);
        },
      ),
    );
  });
});

test.each([
  ["Europe/London", "2026-10-25", 75, ["2026-10-25T00:15:00Z", "2026-10-25T01:15:00Z"]],
  ["Australia/Lord_Howe", "2026-04-05", 105, ["2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"]],
  ["Europe/London", "2026-10-25", 135, ["2026-10-25T02:15:00Z"]],
  ["Europe/London", "2026-03-29", 75, ["2026-03-29T01:15:00Z"]],
])("in %s on %s, minute %d comes at %j", (zone, date, minute, instants) => {
  expect(instantsOf(date, minute, zone)).toEqual(instants.map(parseInstant));
});
