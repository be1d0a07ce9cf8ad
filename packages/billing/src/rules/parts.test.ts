import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { costOfDays, partOfPrice } from "./parts.ts";

describe("a part of a price", () => {
  test.each([
    [31_000, 31, 0, 31, 31_000],
    [31_000, 31, 9, 10, 1000],
    [100, 3, 0, 1, 33],
    [100, 3, 1, 2, 34],
    [100, 3, 2, 3, 33],
    [25, 2, 0, 1, 13],
    [25, 2, 1, 2, 12],
    [-25, 2, 0, 1, -13],
    [0, 30, 3, 9, 0],
    [100, 30, 7, 7, 0],
    [Number.MAX_SAFE_INTEGER, 3, 0, 3, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 3, 0, 1, 3_002_399_751_580_330],
  ])("of %i for %i days, from %i to %i, is %i", (price, days, from, until, cost) => {
    expect(partOfPrice(price, days, from, until)).toBe(cost);
  });

  test.each([
    ["half a cent", 0.5, 2, 0, 2],
    ["more than is exact", Number.MAX_SAFE_INTEGER + 1, 2, 0, 1],
    ["no days", 100, 0, 0, 0],
    ["half days", 100, 30.5, 0, 30],
    ["a beginning before the first day", 100, 30, -1, 30],
    ["a beginning within a day", 100, 30, 0.5, 30],
    ["an end before the beginning", 100, 30, 9, 8],
    ["an end within a day", 100, 30, 0, 8.5],
    ["an end after the last day", 100, 30, 0, 31],
  ])("refuses %s", (_, price, days, from, until) => {
    expect(() => partOfPrice(price, days, from, until)).toThrow(/is no (exact amount|part of)/);
  });

  test("parts add up to the whole, whatever is cut where", () => {
    const price = fc.maxSafeInteger();
    const cuts = fc.array(fc.integer({ min: 0, max: 366 }), { maxLength: 12 });
    fc.assert(
      fc.property(price, fc.integer({ min: 1, max: 366 }), cuts, (whole, days, places) => {
        const edges = [0, ...places.map((place) => place % (days + 1)), days].sort((a, b) => a - b);
        const parts = edges.slice(1).map((until, place) => partOfPrice(whole, days, edges[place] ?? 0, until));
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(whole));
      }),
    );
  });
});

describe("the cost of days", () => {
  const APRIL = { periodFrom: "2027-04-01", periodUntil: "2027-05-01" };
  test("is counted from the first day of their period", () => {
    expect(costOfDays({ ...APRIL, from: "2027-04-01", until: "2027-05-01" }, 3001)).toBe(3001);
    expect(costOfDays({ ...APRIL, from: "2027-04-16", until: "2027-05-01" }, 3001)).toBe(1500);
    expect(costOfDays({ ...APRIL, from: "2027-04-01", until: "2027-04-16" }, 3001)).toBe(1501);
  });

  test("is refused outside of it", () => {
    expect(() => costOfDays({ ...APRIL, from: "2027-03-31", until: "2027-04-16" }, 3001)).toThrow("-1 to 15");
    expect(() => costOfDays({ ...APRIL, from: "2027-04-16", until: "2027-05-02" }, 3001)).toThrow("15 to 31");
  });
});
