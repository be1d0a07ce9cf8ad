import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clampNumber, parseNumber, stepNumber, writeNumber } from "./number-text.ts";

describe("a number as typed", () => {
  test.each([
    ["1,234.5", "en-GB", 1234.5],
    ["1.234,5", "de-AT", 1234.5],
    ["1 234,5", "fr-FR", 1234.5],
    ["1’234.5", "de-CH", 1234.5],
    ["1.234.567,8", "de-DE", 1234567.8],
    ["1.234", "en-GB", 1.234],
    ["−3", "en-GB", -3],
    [".5", "en-GB", 0.5],
    ["2.", "en-GB", 2],
    ["", "en-GB", null],
    ["six", "en-GB", null],
    ["1,5", "en-GB", null],
    ["1e5", "en-GB", null],
    ["--2", "en-GB", null],
    ["Infinity", "en-GB", null],
  ])("%j in %s is %j", (text, locale, expected) => {
    expect(parseNumber(text, locale)).toBe(expected);
  });

  test("what is written can be read again in any of our locales", () => {
    const cents = fc.integer({ min: -100_000_000, max: 100_000_000 });
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom("en-GB", "en-US", "es-ES", "fr-FR", "de-DE", "de-CH", "pt-BR"),
        (amount, locale) => {
          expect(parseNumber(writeNumber(amount / 100, locale), locale)).toBe(amount === 0 ? 0 : amount / 100);
        },
      ),
    );
  });
});

describe("stepping", () => {
  test.each([
    [null, 1, { minimum: 2 }, 2],
    [null, -1, {}, 0],
    [6, 1, { maximum: 6 }, 6],
    [30, 1, { step: 15 }, 45],
    [40, 1, { step: 15 }, 45],
    [40, -1, { step: 15 }, 30],
    [0.1, 1, { step: 0.1 }, 0.2],
    [0.2, 1, { step: 0.1 }, 0.3],
  ] as const)("from %j by %j within %j leads to %j", (value, direction, limits, expected) => {
    expect(stepNumber(value, direction, limits)).toBe(expected);
  });

  test("never leaves the limits", () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom(1 as const, -1 as const),
        (value, step, direction) => {
          const limits = { minimum: 0, maximum: 240, step };
          const next = stepNumber(clampNumber(value, limits), direction, limits);
          expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThanOrEqual(240);
        },
      ),
    );
  });
});

test("a price has all its decimals, and no more than there are", () => {
  expect([0.1, 1, 0.125].map((price) => writeNumber(price, "en-US", 2))).toEqual(["0.10", "1.00", "0.125"]);
  expect(writeNumber(0.5, "de-DE", 2)).toBe("0,50");
  expect(writeNumber(null, "en-US", 2)).toBe("");
});
