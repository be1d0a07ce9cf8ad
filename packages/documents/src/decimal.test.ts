import { expect, test } from "vitest";
import { decimalOf } from "./decimal.ts";

test.each([
  [1250, "USD", "12.50"],
  [-5, "EUR", "-0.05"],
  [1250, "JPY", "1250"],
  [0, "JPY", "0"],
  [7, "BHD", "0.007"],
  [9_007_199_254_740_991, "EUR", "90071992547409.91"],
])("%i of %s is %s", (minor, currency, decimal) => {
  expect(decimalOf(minor, currency)).toBe(decimal);
});
