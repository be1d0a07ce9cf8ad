import { expect, test } from "vitest";
import { firstWeekday, weekdaysOf } from "./first-weekday.ts";

test.each([
  ["en-US", 7],
  ["en-GB", 1],
  ["de-DE", 1],
  ["de", 1],
  ["pt-BR", 7],
  ["ar-EG", 6],
  ["dv-MV", 5],
  ["en", 7],
])("a week in %s begins on day %j", (locale, expected) => {
  expect(firstWeekday(locale)).toBe(expected);
});

test.each([
  ["en-US", [7, 1, 2, 3, 4, 5, 6]],
  ["de-DE", [1, 2, 3, 4, 5, 6, 7]],
  ["ar-EG", [6, 7, 1, 2, 3, 4, 5]],
])("the days of a week in %s are %j", (locale, days) => {
  expect(weekdaysOf(locale)).toEqual(days);
});

test("a region that is part of no code is not found in one", () => {
  // "AG AS": "G A" and "GA" stand in the list only across its spaces.
  expect(firstWeekday("fr-GA")).toBe(1);
});

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

test("all regions are as this runtime knows them", () => {
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const differing = codes.filter((code) => {
    const known: unknown = Reflect.get(new Intl.Locale(`und-${code}`), "weekInfo");
    if (typeof known !== "object" || known === null || !("firstDay" in known)) return false;
    return known.firstDay !== firstWeekday(`und-${code}`);
  });
  expect(differing).toEqual([]);
});
