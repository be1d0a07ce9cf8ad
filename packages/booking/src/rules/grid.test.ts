import { dayInterval, dayOf, formatInstant, toLocal } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aLocal, aResource, aRule, aSituation, aSlot } from "./builders.ts";
import { fitLength, fitsGrid, gridStarts, isOnGrid, snapStart, snapUp } from "./grid.ts";
import { limitsFor } from "./limits.ts";

const MINUTE_MS = 60_000;
const limitsOf = (settings: Parameters<typeof aRule>[0]) =>
  limitsFor(aSituation({ rules: [aRule(settings)] }), aResource());

const ODD_DAYS = [
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Africa/Cairo", "2026-04-24"],
  ["America/Santiago", "2026-09-06"],
  ["America/Havana", "2026-11-01"],
  ["Asia/Beirut", "2026-10-24"],
  ["America/St_Johns", "2010-11-06"],
  ["Asia/Kathmandu", "2026-11-26"],
] as const;

test("gridStarts are the minutes of the span that are on the grid, one by one", () => {
  const steps = fc.constantFrom(5, 7, 15, 20, 30, 45, 60, 90, 240, 1440);
  fc.assert(
    fc.property(
      fc.constantFrom(...ODD_DAYS),
      steps,
      fc.nat({ max: 3000 }),
      fc.integer({ min: 1, max: 600 }),
      ([zone, date], step, from, length) => {
        const start = dayInterval(date, zone).start + (from - 800) * MINUTE_MS;
        const span = { start, end: start + length * MINUTE_MS };
        const expected: number[] = [];
        for (let at = span.start; at < span.end; at += MINUTE_MS) if (isOnGrid(step, at, zone)) expected.push(at);
        expect(gridStarts(step, span, zone)).toEqual(expected);
      },
    ),
  );
});

describe("the grid follows the wall clock", () => {
  test.each([
    ["a full hour", "Asia/Kathmandu", 60, "2026-11-26T09:00", "2026-11-26T10:00", true],
    ["half an hour off", "Asia/Kathmandu", 60, "2026-11-26T09:30", "2026-11-26T10:30", false],
    [
      "a length that is no multiple, ending off the grid",
      "Asia/Kathmandu",
      30,
      "2026-11-26T09:00",
      "2026-11-26T09:45",
      false,
    ],
    ["a day that begins at 01:00", "Africa/Cairo", 1440, "2026-04-24T01:00", "2026-04-25T00:00", true],
    ["the whole day of 23.5 hours", "Australia/Lord_Howe", 60, "2026-10-04T00:00", "2026-10-05T00:00", true],
    [
      "over the gap of half an hour, to a full hour",
      "Australia/Lord_Howe",
      60,
      "2026-10-04T01:00",
      "2026-10-04T04:00",
      true,
    ],
    ["over the gap, full hours of time", "Australia/Lord_Howe", 60, "2026-10-04T01:00", "2026-10-04T03:30", true],
    ["over the gap, neither", "Australia/Lord_Howe", 60, "2026-10-04T01:00", "2026-10-04T03:45", false],
    ["two hours over the gap", "Australia/Lord_Howe", 120, "2026-10-04T00:00", "2026-10-04T02:30", true],
    ["one day on a grid of two", "Asia/Kathmandu", 2880, "2026-11-26T00:00", "2026-11-27T00:00", false],
    ["two days on a grid of two", "Asia/Kathmandu", 2880, "2026-11-26T00:00", "2026-11-28T00:00", true],
    ["half a day on a grid of days", "Asia/Kathmandu", 1440, "2026-11-26T00:00", "2026-11-26T12:00", false],
  ])("%s", (_, zone, step, from, to, expected) => {
    expect(fitsGrid(step, aSlot(from, to, zone), zone)).toBe(expected);
  });

  test("seconds are off any grid", () => {
    expect(isOnGrid(1, aLocal("2026-11-26T09:00:30"), "Asia/Kathmandu")).toBe(false);
  });
});

test("snapping goes to the cell's start, or to the next one, by quarters of an hour without a rule", () => {
  const zone = "Asia/Kathmandu";
  const at = aLocal("2026-11-26T09:07:30");
  expect(snapStart(limitsOf({}), at, zone)).toBe(aLocal("2026-11-26T09:00"));
  expect(snapUp(limitsOf({}), at, zone)).toBe(aLocal("2026-11-26T09:15"));
  expect(snapStart(limitsOf({ granularityMinutes: 60 }), at, zone)).toBe(aLocal("2026-11-26T09:00"));
  expect(snapUp(limitsOf({ granularityMinutes: 240 }), aLocal("2026-11-26T20:01"), zone)).toBe(
    aLocal("2026-11-27T00:00"),
  );
  expect(snapUp(limitsOf({}), aLocal("2026-11-26T09:15"), zone)).toBe(aLocal("2026-11-26T09:15"));
});

test("snapping finds the neighbours on the grid, also on odd days", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ODD_DAYS),
      fc.constantFrom(10, 30, 60, 180, 1440),
      fc.nat({ max: 2800 }),
      ([zone, date], step, from) => {
        const limits = limitsOf({ granularityMinutes: step });
        const at = dayInterval(date, zone).start + from * MINUTE_MS;
        const down = snapStart(limits, at, zone);
        const up = snapUp(limits, at, zone);
        expect(down <= at && at <= up && isOnGrid(step, down, zone) && isOnGrid(step, up, zone)).toBe(true);
        const between = gridStarts(step, { start: down, end: up + 1 }, zone);
        expect(between, `${formatInstant(at)} ${toLocal(at, zone).date} ${dayOf(at, zone).date}`).toEqual([
          ...new Set([down, up]),
        ]);
      },
    ),
  );
});

describe("fitLength", () => {
  test.each([
    ["as asked", {}, 50, 50],
    ["to the grid, nearest", { granularityMinutes: 30 }, 50, 60],
    ["to the grid, the longer of two", { granularityMinutes: 30 }, 45, 60],
    ["to the grid, shorter", { granularityMinutes: 30 }, 40, 30],
    ["not below the shortest", { granularityMinutes: 30, minLengthMinutes: 40 }, 10, 60],
    ["not above the longest", { granularityMinutes: 30, maxLengthMinutes: 100 }, 500, 90],
    ["nothing fits", { granularityMinutes: 60, minLengthMinutes: 70, maxLengthMinutes: 110 }, 60, null],
    ["shortest above longest", { minLengthMinutes: 120, maxLengthMinutes: 60 }, 60, null],
    ["at least a step", { granularityMinutes: 30 }, 1, 30],
  ])("%s", (_, settings, asked, expected) => {
    expect(fitLength(limitsOf(settings), asked)).toBe(expected);
  });
});
