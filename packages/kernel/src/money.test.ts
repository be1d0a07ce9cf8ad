import { expect, test } from "vitest";
import { currencyExponent, formatMoney, isCurrency } from "./money.ts";

test.each([
  ["USD", 2, 1250, "$12.50"],
  ["JPY", 0, 1250, "¥1,250"],
  ["BHD", 3, 1250, "BHD 1.250"],
])("%s has %i digits: %i is %s", (currency, digits, minor, text) => {
  expect(currencyExponent(currency)).toBe(digits);
  expect(formatMoney({ minor, currency }).replace(/\s/g, " ")).toBe(text);
});

test("in a place with one dollar only, it needs no country", () => {
  expect(formatMoney({ minor: 250, currency: "USD" }, "en-GB")).toBe("US$2.50");
  expect(formatMoney({ minor: 250, currency: "USD" }, "en-GB", "narrowSymbol")).toBe("$2.50");
});

test("a currency is an ISO 4217 code that is in use", () => {
  expect(["EUR", "KWD", "ISK"].every(isCurrency)).toBe(true);
  expect(["eur", "EURO", "ZZZ", ""].some(isCurrency)).toBe(false);
});
