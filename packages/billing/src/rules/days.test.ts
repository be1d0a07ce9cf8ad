import { expect, test } from "vitest";
import { addMonths, daysBetween } from "./days.ts";

test.each([
  ["2027-01-31", 1, "2027-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2027-01-31", 2, "2027-03-31"],
  ["2027-11-30", 3, "2028-02-29"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2027-03-15", -14, "2026-01-15"],
])("%s and %i months is %s", (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test("days are counted across leap days and clock changes, and backwards", () => {
  expect(daysBetween("2028-02-01", "2028-03-01")).toBe(29);
  expect(daysBetween("2027-03-28", "2027-03-29")).toBe(1);
  expect(daysBetween("2027-01-02", "2027-01-01")).toBe(-1);
});
