import type { WeeklyInterval } from "@working-social/booking/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDaysOf,
  barsOf,
  closesAt,
  copyWeekday,
  exceptionsOf,
  haveOverlap,
  nextHours,
  onWeekday,
  otherDays,
  sameHours,
  setWeekday,
  withOpening,
} from "./hours-model.ts";

const row = (weekday: number, opensMinute: number, closesMinute: number): WeeklyInterval => ({
  weekday,
  opensMinute,
  closesMinute,
});
const weeks = fc.array(
  fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      opensMinute: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
    })
    .map(({ weekday, opensMinute, length }) => row(weekday, opensMinute, opensMinute + length)),
  { maxLength: 12 },
);

describe("times on the clock", () => {
  it("closes on the next day when the time is not later", () => {
    expect(closesAt(540, 1080)).toBe(1080);
    expect(closesAt(1080, 120)).toBe(1560);
    expect(closesAt(0, 0)).toBe(1440);
  });
  it("keeps the closing time when the opening moves past it", () => {
    expect(withOpening({ opensMinute: 540, closesMinute: 1080 }, 1140)).toEqual({
      opensMinute: 1140,
      closesMinute: 2520,
    });
    expect(withOpening({ opensMinute: 1140, closesMinute: 2520 }, 540)).toEqual({
      opensMinute: 540,
      closesMinute: 1080,
    });
  });
});

describe("the week", () => {
  it("copies a day over others and nothing else", () => {
    const week = [row(1, 540, 720), row(1, 780, 1080), row(3, 0, 60), row(6, 600, 900)];
    const copied = copyWeekday(week, 1, [1, 2, 3, 4, 5]);
    for (const weekday of [1, 2, 3, 4, 5]) expect(onWeekday(copied, weekday)).toEqual(onWeekday(week, 1));
    expect(onWeekday(copied, 6)).toHaveLength(1);
    expect(onWeekday(setWeekday(copied, 6, []), 6)).toEqual([]);
  });
  it("suggests hours that don't overlap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 22 * 60 }), (closesMinute) => {
        const before = { opensMinute: 0, closesMinute };
        return !haveOverlap([before, nextHours([before])]);
      }),
    );
    expect(nextHours([])).toEqual({ opensMinute: 540, closesMinute: 1080 });
  });
  it("sees overlaps, and none in hours that touch", () => {
    expect(haveOverlap([row(1, 540, 720), row(1, 700, 800)])).toBe(true);
    expect(haveOverlap([row(1, 720, 800), row(1, 540, 720)])).toBe(false);
  });
  it("draws every open minute on the day whose clock it is", () => {
    expect(barsOf([row(7, 1200, 1560)])).toEqual([
      { weekday: 7, from: 1200, to: 1440 },
      { weekday: 1, from: 0, to: 120 },
    ]);
    fc.assert(
      fc.property(weeks, (week) => {
        const bars = barsOf(week);
        const drawn = bars.reduce((sum, { from, to }) => sum + to - from, 0);
        const open = week.reduce((sum, { opensMinute, closesMinute }) => sum + closesMinute - opensMinute, 0);
        return (
          drawn === open &&
          bars.every(({ from, to, weekday }) => from >= 0 && to <= 1440 && from < to && weekday >= 1 && weekday <= 7)
        );
      }),
    );
  });
});

describe("other days", () => {
  const christmas = { date: "2026-12-25", reason: "Christmas", opensMinute: null, closesMinute: null };
  const eve = { date: "2026-12-24", reason: "Half day", opensMinute: 540, closesMinute: 780 };
  const eveLater = { ...eve, opensMinute: 840, closesMinute: 900 };

  it("puts the rows of a date together and takes them apart again", () => {
    const days = otherDays([christmas, eveLater, eve]);
    expect(days.map(({ date, hours }) => [date, hours.length])).toEqual([
      ["2026-12-24", 2],
      ["2026-12-25", 0],
    ]);
    expect(exceptionsOf(days)).toEqual([eve, eveLater, christmas]);
  });
  it("fills a range of dates, over a month's end, in place of what was there", () => {
    const days = addDaysOf(otherDays([christmas]), "2026-12-25", "2027-01-01", { reason: "Winter break", hours: [] });
    expect(days).toHaveLength(8);
    expect(days.map(({ reason }) => reason)).not.toContain("Christmas");
    expect(days.at(-1)?.date).toBe("2027-01-01");
  });
  it("knows hours that say the same in another order", () => {
    const a = { weekly: [row(1, 540, 720), row(2, 540, 720)], exceptions: [eve, christmas] };
    const b = { weekly: [...a.weekly].reverse(), exceptions: [christmas, eve] };
    expect(sameHours(a, b)).toBe(true);
    expect(sameHours(a, { ...b, exceptions: [christmas] })).toBe(false);
  });
});
