import { expect, test } from "vitest";
import { requireMinor, requireNotNegative, sumMinor } from "./minor.ts";

const MOST = Number.MAX_SAFE_INTEGER;

test("exact amounts pass, of either sign", () => {
  expect([requireMinor(-MOST), requireMinor(0), requireMinor(MOST)]).toEqual([-MOST, 0, MOST]);
  expect([requireNotNegative(0), requireNotNegative(MOST)]).toEqual([0, MOST]);
});

test.each([0.5, Number.NaN, Infinity, MOST + 1, -MOST - 1])("%d is no amount", (amount) => {
  expect(() => requireMinor(amount)).toThrow("is no exact amount");
  expect(() => requireNotNegative(amount)).toThrow(RangeError);
});

test("below zero is refused where it makes no sense", () => {
  expect(() => requireNotNegative(-1)).toThrow("-1 is below zero.");
});

test("sums are exact or refused", () => {
  expect([sumMinor([]), sumMinor([1, -3]), sumMinor([MOST, -1, 1])]).toEqual([0, -2, MOST]);
  expect(() => sumMinor([MOST, 1])).toThrow(RangeError);
  expect(() => sumMinor([MOST, 1, -1])).toThrow(RangeError);
  expect(() => sumMinor([0.5, 0.5])).toThrow(RangeError);
});
