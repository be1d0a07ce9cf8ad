import { describe, expect, it } from "vitest";
import { textsOf } from "../../../../lib/texts/catalog.ts";
import { manageRatesTexts } from "../rates-texts.ts";
import { priceText, weekdaysText, whenText } from "./rate-words.ts";

const texts = textsOf(manageRatesTexts).rates;
const rate = {
  weekdays: [],
  bandFromMinute: 0,
  bandToMinute: 1440,
  unit: "hour" as const,
  priceMinor: 2000,
  minimumChargeMinor: null,
};

describe("a rate in words", () => {
  it.each([
    ["USD", "$20.00 an hour"],
    ["JPY", "¥2,000 an hour"],
    ["BHD", "BHD 2.000 an hour"],
  ])("has the digits of %s", (currency, sentence) => {
    expect(priceText(rate, currency, texts).replaceAll("\u00a0", " ")).toBe(sentence);
  });
  it("calls nothing free", () => {
    expect(priceText({ ...rate, priceMinor: 0 }, "USD", texts)).toBe("Free");
  });
  it("names the unit and the minimum", () => {
    expect(priceText({ ...rate, unit: "half_day", minimumChargeMinor: 500 }, "USD", texts)).toBe(
      "$20.00 a half-day, at least $5.00",
    );
  });
  it.each([
    [{}, "Always"],
    [{ weekdays: [1, 2, 3, 4, 5] }, "Mon–Fri"],
    [{ weekdays: [6, 7], bandFromMinute: 540 }, "Sat, Sun 09:00–24:00"],
    [{ bandFromMinute: 1080, bandToMinute: 1320 }, "18:00–22:00"],
  ])("says when: %o", (when, sentence) => {
    expect(whenText({ ...rate, ...when }, texts)).toBe(sentence);
  });
  it.each([
    [[5, 1, 2, 3], "Mon–Wed, Fri"],
    [[1, 2, 3, 4, 5, 6, 7], ""],
    [[], ""],
    [[7, 1], "Mon, Sun"],
  ])("puts days together: %o", (days, text) => {
    expect(weekdaysText(days, texts)).toBe(text);
  });
});
