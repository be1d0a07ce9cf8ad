import { describe, expect, test } from "vitest";
import type { Discount } from "./discounts.ts";
import { discountedPrice } from "./discounts.ts";

const discount = (more: Partial<Discount>): Discount => ({
  basisPoints: 0,
  amountMinor: 0,
  periods: null,
  freePeriods: 0,
  fromPeriod: 0,
  ...more,
});
const pricesOf = (price: number, given: Discount | null) =>
  [0, 1, 2, 3, 4].map((k) => discountedPrice(price, given, k));

describe("a discounted price", () => {
  test.each([
    ["none", null, [1000, 1000, 1000, 1000, 1000]],
    ["a tenth for ever", discount({ basisPoints: 1000 }), [900, 900, 900, 900, 900]],
    ["a tenth for two periods", discount({ basisPoints: 1000, periods: 2 }), [900, 900, 1000, 1000, 1000]],
    ["a tenth for none", discount({ basisPoints: 1000, periods: 0 }), [1000, 1000, 1000, 1000, 1000]],
    ["an amount", discount({ amountMinor: 300, periods: 1 }), [700, 1000, 1000, 1000, 1000]],
    ["percent first, then an amount", discount({ basisPoints: 5000, amountMinor: 300 }), [200, 200, 200, 200, 200]],
    ["never below zero", discount({ basisPoints: 5000, amountMinor: 501, periods: 4 }), [0, 0, 0, 0, 1000]],
    ["all of it", discount({ basisPoints: 10_000, periods: 1 }), [0, 1000, 1000, 1000, 1000]],
    [
      "free periods count towards m",
      discount({ basisPoints: 5000, periods: 3, freePeriods: 1 }),
      [0, 500, 500, 1000, 1000],
    ],
    ["free periods alone", discount({ periods: 0, freePeriods: 2 }), [0, 0, 1000, 1000, 1000]],
    [
      "a later beginning",
      discount({ basisPoints: 5000, periods: 2, freePeriods: 1, fromPeriod: 2 }),
      [1000, 1000, 0, 500, 1000],
    ],
  ])("with %s", (_, given, prices) => {
    expect(pricesOf(1000, given)).toEqual(prices);
  });

  test.each([
    [3333, 1001, 667],
    [5000, 1, 1],
    [5000, 3, 2],
    [1, 4999, 4999],
    [1, 5000, 5000],
    [1, 5001, 5000],
    [2500, 0, 0],
  ])("%i basis points off %i are rounded to %i, halves away from zero", (basisPoints, price, discounted) => {
    expect(discountedPrice(price, discount({ basisPoints }), 0)).toBe(discounted);
  });

  test.each([
    ["a price below zero", -1, {}],
    ["half a cent", 0.5, {}],
    ["more than all", 1000, { basisPoints: 10_001 }],
    ["a surcharge", 1000, { basisPoints: -1 }],
    ["an amount below zero", 1000, { amountMinor: -1 }],
    ["half a period", 1000, { periods: 0.5 }],
    ["less than no period", 1000, { periods: -1 }],
    ["less than no free period", 1000, { freePeriods: -1 }],
    ["a beginning before the first period", 1000, { fromPeriod: -1 }],
  ])("refuses %s", (_, price, more) => {
    expect(() => discountedPrice(price, discount(more), 0)).toThrow(RangeError);
  });

  test("refuses a price below zero without a discount too", () => {
    expect(() => discountedPrice(-1, null, 0)).toThrow(RangeError);
  });
});
