import { addDays } from "@working-social/kernel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths } from "./days.ts";
import type { PeriodTerms } from "./periods.ts";
import { anchorOf, periodAt, periodOf } from "./periods.ts";
import { aDate, someTerms } from "../testing/timelines.ts";

const terms = (start: string, billingDay: number | null = null, intervalMonths = 1): PeriodTerms => ({
  start,
  billingDay,
  intervalMonths,
});

describe("the anchor", () => {
  test.each([
    ["2027-01-31", null, "2027-01-31"],
    ["2027-05-15", 15, "2027-05-15"],
    ["2027-05-15", 16, "2027-04-16"],
    ["2027-05-15", 1, "2027-05-01"],
    ["2027-01-05", 28, "2026-12-28"],
    ["2027-03-09", 10, "2027-02-10"],
  ])("of a start on %s with billing day %s is %s", (start, billingDay, anchor) => {
    expect(anchorOf({ start, billingDay })).toBe(anchor);
  });

  test.each([0, 29, 31, -1, 1.5, Number.NaN])("is refused for a billing day %d", (billingDay) => {
    expect(() => anchorOf({ start: "2027-01-31", billingDay })).toThrow(`A billing day is 1 to 28, not ${billingDay}.`);
  });
});

describe("a period", () => {
  test.each([
    [terms("2027-01-31"), 0, "2027-01-31", "2027-02-28"],
    [terms("2027-01-31"), 1, "2027-02-28", "2027-03-31"],
    [terms("2027-01-31"), 2, "2027-03-31", "2027-04-30"],
    [terms("2028-02-29", null, 12), 1, "2029-02-28", "2030-02-28"],
    [terms("2028-02-29", null, 12), 4, "2032-02-29", "2033-02-28"],
    [terms("2027-05-15", 1, 3), 0, "2027-05-01", "2027-08-01"],
    [terms("2027-05-15", 1, 3), -1, "2027-02-01", "2027-05-01"],
  ])("of %o, number %i, runs from %s to %s", (contract, index, from, until) => {
    expect(periodOf(contract, index)).toEqual({ index, from, until });
  });

  test.each([
    ["2027-02-27", 0],
    ["2027-02-28", 1],
    ["2027-03-30", 1],
    ["2027-03-31", 2],
    ["2028-01-31", 12],
    ["2027-01-30", -1],
    ["2026-11-15", -3],
  ])("on %s is number %i", (day, index) => {
    expect(periodAt(terms("2027-01-31"), day)).toEqual(periodOf(terms("2027-01-31"), index));
  });

  test("of years goes on for years", () => {
    expect(periodAt(terms("2027-01-31", null, 12), "2030-01-30").index).toBe(2);
    expect(periodAt(terms("2027-01-31", null, 12), "2030-01-31").index).toBe(3);
  });

  test.each([0, -1, 0.5, Number.NaN])("is refused for an interval of %d months", (intervalMonths) => {
    const wrong = terms("2027-01-31", null, intervalMonths);
    expect(() => periodOf(wrong, 0)).toThrow("An interval is a whole number of months above 0");
    expect(() => periodAt(wrong, "2027-01-31")).toThrow("An interval is a whole number of months above 0");
  });

  test("is refused for an index of no whole number", () => {
    expect(() => periodOf(terms("2027-01-31"), 0.5)).toThrow("Period 0.5 is none.");
  });

  test("ends where the next begins, is counted from the anchor, and holds each of its days", () => {
    fc.assert(
      fc.property(someTerms(), fc.integer({ min: -30, max: 130 }), aDate(), (contract, index, day) => {
        const period = periodOf(contract, index);
        expect(period.until).toBe(periodOf(contract, index + 1).from);
        expect(period.from).toBe(addMonths(anchorOf(contract), index * contract.intervalMonths));
        for (const inside of [period.from, addDays(period.until, -1)])
          expect(periodAt(contract, inside)).toEqual(period);
        const around = periodAt(contract, day);
        expect(around.from <= day && day < around.until).toBe(true);
      }),
    );
  });
});
