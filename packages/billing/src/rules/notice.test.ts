import { addDays } from "@working-social/kernel";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDate, someTerms } from "../testing/timelines.ts";
import type { CancellationTerms, Notice } from "./notice.ts";
import { earliestLastDay } from "./notice.ts";
import { periodAt } from "./periods.ts";

const terms = (more: Partial<CancellationTerms> = {}): CancellationTerms => ({
  start: "2027-01-31",
  billingDay: null,
  intervalMonths: 1,
  notice: { unit: "days", count: 0 },
  minimumTermMonths: 0,
  endsWithPeriod: false,
  ...more,
});
const days = (count: number): Notice => ({ unit: "days", count });
const months = (count: number): Notice => ({ unit: "months", count });

describe("the earliest last day", () => {
  test.each([
    ["at once", terms(), "2027-05-10", "2027-05-10"],
    ["with 14 days", terms({ notice: days(14) }), "2027-05-01", "2027-05-15"],
    ["with a month", terms({ notice: months(1) }), "2027-05-10", "2027-06-10"],
    ["with a month from the 31st", terms({ notice: months(1) }), "2027-01-31", "2027-02-28"],
    ["with a month from the 31st, in a leap year", terms({ notice: months(1) }), "2028-01-31", "2028-02-29"],
    ["with a year from a leap day", terms({ notice: months(12) }), "2028-02-29", "2029-02-28"],
    ["with a minimum term", terms({ minimumTermMonths: 6 }), "2027-02-10", "2027-07-30"],
    ["with a minimum term that is over", terms({ minimumTermMonths: 6 }), "2027-07-30", "2027-07-30"],
    [
      "with notice past the minimum term",
      terms({ minimumTermMonths: 6, notice: months(3) }),
      "2027-05-10",
      "2027-08-10",
    ],
    ["on the day of the start", terms(), "2027-01-31", "2027-01-31"],
    ["before the start, in time", terms({ notice: days(14) }), "2027-01-02", "2027-01-30"],
    ["before the start, a day too late", terms({ notice: days(14) }), "2027-01-17", "2027-01-31"],
    ["before the start, with a minimum term", terms({ minimumTermMonths: 1 }), "2027-01-01", "2027-02-27"],
  ])("%s", (_, contract, givenOn, lastDay) => {
    expect(earliestLastDay(contract, givenOn)).toBe(lastDay);
  });

  test.each([
    ["is the period's", terms(), "2027-05-10", "2027-05-30"],
    ["given on the period's last day", terms(), "2027-05-30", "2027-05-30"],
    ["given on the next period's first day", terms(), "2027-05-31", "2027-06-29"],
    ["of February", terms(), "2027-02-01", "2027-02-27"],
    ["of February in a leap year", terms(), "2028-02-01", "2028-02-28"],
    ["with notice into the next period", terms({ notice: days(30) }), "2027-05-10", "2027-06-29"],
    ["of a billing day", terms({ billingDay: 15 }), "2027-02-01", "2027-02-14"],
    ["of a quarter", terms({ intervalMonths: 3 }), "2027-02-01", "2027-04-29"],
    ["after a minimum term", terms({ minimumTermMonths: 12, intervalMonths: 3 }), "2027-02-01", "2028-01-30"],
    ["before the start, in time", terms({ billingDay: 15 }), "2027-01-20", "2027-01-30"],
  ])("at the end of a period %s", (_, contract, givenOn, lastDay) => {
    expect(earliestLastDay({ ...contract, endsWithPeriod: true }, givenOn)).toBe(lastDay);
  });

  test.each([
    ["a notice below zero", { notice: days(-1) }],
    ["a notice of half a month", { notice: months(0.5) }],
    ["a minimum term below zero", { minimumTermMonths: -1 }],
    ["half a month of minimum term", { minimumTermMonths: 0.5 }],
  ])("is refused for %s", (_, more) => {
    expect(() => earliestLastDay(terms(more), "2027-05-10")).toThrow(RangeError);
  });

  test("is never before the notice has run out, and ends a period where it has to", () => {
    const notice = fc.record({ unit: fc.constantFrom<Notice["unit"][]>("days", "months"), count: fc.nat(12) });
    fc.assert(
      fc.property(someTerms(), notice, fc.nat(24), aDate(), (contract, given, minimumTermMonths, givenOn) => {
        const all = { ...contract, notice: given, minimumTermMonths, endsWithPeriod: false };
        const onAnyDay = earliestLastDay(all, givenOn);
        const withPeriod = earliestLastDay({ ...all, endsWithPeriod: true }, givenOn);
        expect(onAnyDay >= givenOn && withPeriod >= onAnyDay && withPeriod >= addDays(contract.start, -1)).toBe(true);
        if (onAnyDay < contract.start) expect(withPeriod).toBe(addDays(contract.start, -1));
        else expect(withPeriod).toBe(addDays(periodAt(contract, onAnyDay).until, -1));
      }),
    );
  });
});
