import fc from "fast-check";
import { expect, test } from "vitest";
import { add, compare, divided, exactOf, minus, ONE, rounded, textOfExact, times } from "./exact.ts";

const exact = fc
  .record({ units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), scale: fc.nat({ max: 8 }) })
  .filter(({ scale }) => scale >= 0);

test.each([
  ["12.50", { units: 1250n, scale: 2 }],
  ["-0.05", { units: -5n, scale: 2 }],
  ["+7", { units: 7n, scale: 0 }],
  [".5", { units: 5n, scale: 1 }],
  ["3.", { units: 3n, scale: 0 }],
  ["", null],
  [".", null],
  ["1e3", null],
  ["1,50", null],
  ["9".repeat(41), null],
])("%j is read exactly", (text, expected) => {
  expect(exactOf(text)).toEqual(expected);
});

test.each([
  ["2.345", 2, "2.35"],
  ["-2.345", 2, "-2.35"],
  ["2.344", 2, "2.34"],
  ["7", 2, "7.00"],
])("%s rounded to %i digits is %s", (text, digits, expected) => {
  expect(textOfExact(rounded(exactOf(text) ?? ONE, digits))).toBe(expected);
});

test("what is written is read again, and sums and products are those of fractions", () => {
  fc.assert(
    fc.property(exact, exact, (a, b) => {
      expect(exactOf(textOfExact(a))).toEqual(a);
      expect(compare(minus(add(a, b), b), a)).toBe(0);
      expect(times(a, b).units).toBe(a.units * b.units);
      fc.pre(b.units !== 0n);
      expect(compare(divided(times(a, b), b, a.scale), a)).toBe(0);
    }),
  );
});
