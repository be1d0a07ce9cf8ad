import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divideRounded, scaleRounded } from "./rounding.ts";

describe("divideRounded", () => {
  test.each([
    [1, 2, 1],
    [-1, 2, -1],
    [1, 3, 0],
    [2, 3, 1],
    [-1, 3, 0],
    [10, 4, 3],
    [-10, 4, -3],
    [0, 7, 0],
    [Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER],
  ])("%i / %i = %i", (numerator, denominator, expected) => {
    expect(Object.is(divideRounded(numerator, denominator), expected)).toBe(true);
  });

  test("never says minus zero, and refuses what it can't do exactly", () => {
    expect(Object.is(divideRounded(-0, 5), 0)).toBe(true);
    for (const [a, b] of [
      [0.5, 1],
      [1, 0],
      [1, -1],
      [2 ** 60, 3],
      [Number.NaN, 1],
    ] as const) {
      expect(() => divideRounded(a, b)).toThrow(
        new RangeError("divideRounded takes safe integers and a positive denominator."),
      );
    }
  });

  test("is within a half, and symmetric around zero", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
        const rounded = BigInt(divideRounded(a, b));
        const twiceError = (rounded * BigInt(b) - BigInt(a)) * 2n;
        expect(twiceError <= BigInt(b) && twiceError >= -BigInt(b)).toBe(true);
        expect(divideRounded(a === 0 ? 0 : -a, b) + divideRounded(a, b)).toBe(0);
      }),
    );
  });
});

describe("scaleRounded", () => {
  test("agrees with divideRounded where the product is safe", () => {
    const small = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(
        small,
        fc.integer({ min: 0, max: 44_640 }),
        fc.integer({ min: 1, max: 20_000 }),
        (amount, times, by) => {
          expect(scaleRounded(amount, times, by)).toBe(divideRounded(amount * times, by));
        },
      ),
    );
  });

  test("is exact where the product is not, and rounds halves away from zero", () => {
    expect(scaleRounded(1_000_000_000_001, 44_640, 60)).toBe(744_000_000_000_744);
    expect(scaleRounded(9_007_199_254_740_991, 5, 10)).toBe(4_503_599_627_370_496);
    expect(scaleRounded(-9_007_199_254_740_991, 5, 10)).toBe(-4_503_599_627_370_496);
    expect(() => scaleRounded(Number.MAX_SAFE_INTEGER, 3, 1)).toThrow(
      new RangeError("The amount is too large to be exact."),
    );
  });
});
