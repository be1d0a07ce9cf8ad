import { expect, test } from "vitest";
import { dateFormat, formatList, formatPercent, numberFormat, plural } from "./formats.ts";

const seats = { one: "seat", other: "seats" };

test.each([
  ["en", 1, "seat"],
  ["en", 0, "seats"],
  ["en", 2, "seats"],
  ["en-GB", 1, "seat"],
  // French counts nothing as one.
  ["fr", 0, "seat"],
  // Polish asks for forms that are not given here.
  ["pl", 3, "seats"],
])("in %s, %d of a seat are: %s", (language, n, expected) => {
  expect(plural(language, n, seats)).toBe(expected);
});

test("a list ends as its language ends one", () => {
  expect(formatList("en-GB", ["a", "b", "c"])).toBe("a, b and c");
  expect(formatList("en-US", ["a", "b", "c"])).toBe("a, b, and c");
  expect(formatList("de", ["a", "b", "c"], "disjunction")).toBe("a, b oder c");
  expect(formatList("de", ["a"])).toBe("a");
});

test("a percent sign stands as the language sets it", () => {
  expect(formatPercent("en-GB", 0.06)).toBe("6%");
  expect(formatPercent("de-DE", 0.081)).toBe("8,1\u00A0%");
});

test("the same options are the same format", () => {
  const options = { timeZone: "Europe/Zurich", month: "long" } as const;
  expect(dateFormat("de", options)).toBe(dateFormat("de", { ...options }));
  expect(dateFormat("de", options)).not.toBe(dateFormat("en", options));
  expect(numberFormat("de").format(1234.5)).toBe("1.234,5");
  expect(numberFormat("en").format(1234.5)).toBe("1,234.5");
});
