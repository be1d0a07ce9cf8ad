import { addDays } from "@working-social/kernel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDate } from "../testing/timelines.ts";
import { deferredAfter, earnedByUse, earnedUntil } from "./recognition.ts";

describe("what a line has earned", () => {
  const quarter = { from: "2027-01-01", until: "2027-04-01", amountMinor: 90_000 };
  test.each([
    ["2026-12-31", 0, 90_000],
    ["2020-01-01", 0, 90_000],
    ["2027-01-01", 1000, 89_000],
    ["2027-01-31", 31_000, 59_000],
    ["2027-03-30", 89_000, 1000],
    ["2027-03-31", 90_000, 0],
    ["2030-01-01", 90_000, 0],
  ])("by the end of %s is %i, and %i are deferred", (day, earned, deferred) => {
    expect([earnedUntil(quarter, day), deferredAfter(quarter, day)]).toEqual([earned, deferred]);
  });

  test("is below zero for days that came back", () => {
    const back = { from: "2027-04-11", until: "2027-05-01", amountMinor: -2000 };
    expect([earnedUntil(back, "2027-04-30"), earnedUntil(back, "2027-04-20")]).toEqual([-2000, -1000]);
    expect(deferredAfter(back, "2027-04-20")).toBe(-1000);
  });

  test("is refused for a line without service days", () => {
    expect(() => earnedUntil({ ...quarter, until: "2027-01-01" }, "2027-01-01")).toThrow(RangeError);
    expect(() => deferredAfter({ ...quarter, until: "2026-12-01" }, "2027-01-01")).toThrow(RangeError);
  });

  test("comes to the whole, day by day, and never goes back", () => {
    const days = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(aDate(), days, fc.integer({ min: 0, max: 2_000_000 }), (from, length, amountMinor) => {
        const line = { from, until: addDays(from, length), amountMinor };
        let before = 0;
        for (let day = -1; day <= length; day++) {
          const earned = earnedUntil(line, addDays(from, day));
          expect(earned).toBeGreaterThanOrEqual(before);
          expect(earned + deferredAfter(line, addDays(from, day))).toBe(amountMinor);
          before = earned;
        }
        expect(before).toBe(amountMinor);
      }),
    );
  });
});

describe("what a pack has earned", () => {
  const pack = { amountMinor: 1000, quantity: 3 };
  test.each([
    [0, false, 0],
    [1, false, 333],
    [2, false, 667],
    [3, false, 1000],
    [4, false, 1000],
    [0, true, 1000],
    [1, true, 1000],
  ])("when %i of 3 credits are used (ended: %s) is %i", (used, hasEnded, earned) => {
    expect(earnedByUse(pack, used, hasEnded)).toBe(earned);
  });

  test("is refused for less than nothing", () => {
    expect(() => earnedByUse(pack, -1, false)).toThrow(RangeError);
    expect(() => earnedByUse({ ...pack, quantity: 0 }, 0, false)).toThrow(RangeError);
  });
});
