import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aDate, aTimeline } from "../testing/timelines.ts";
import type { PriceVersion, Timeline } from "./timeline.ts";
import { feesOf } from "./timeline.ts";

/** 30.00 for April of 2027, which has thirty days, 31.00 for May, and so on: a day is worth 1.00 in April. */
const timeline = (more: Partial<Timeline> = {}): Timeline => ({
  intervalMonths: 1,
  start: "2027-04-01",
  billingDay: null,
  versions: [version("desk", "2027-04-01", 3000)],
  discount: null,
  pauses: [],
  lastDay: null,
  ...more,
});
const version = (id: string, from: string, priceMinor: number | null): PriceVersion => ({ id, from, priceMinor });
const pause = (from: string, until: string) => ({ from, until });
const HALF = { basisPoints: 5000, amountMinor: 0, periods: 1, freePeriods: 0, fromPeriod: 0 };

/** Each segment as its first day, the day after it, its version and what it costs. */
function segments(of: Timeline, index = 0, cuts: string[] = []): string[] {
  const fees = feesOf(of, index, cuts);
  return (fees?.segments ?? []).map(({ from, until, versionId, amountMinor }) =>
    [from.slice(5), until.slice(5), versionId, amountMinor].join(" "),
  );
}

describe("the fees of a period", () => {
  test("say all that a line of an invoice asks", () => {
    expect(feesOf(timeline({ discount: HALF }), 0)).toEqual({
      index: 0,
      from: "2027-04-01",
      until: "2027-05-01",
      periodFrom: "2027-04-01",
      periodUntil: "2027-05-01",
      daysInPeriod: 30,
      segments: [
        {
          from: "2027-04-01",
          until: "2027-05-01",
          versionId: "desk",
          listPriceMinor: 3000,
          priceMinor: 1500,
          amountMinor: 1500,
        },
      ],
      totalMinor: 1500,
    });
    expect(feesOf(timeline({ discount: HALF }), 1)).toMatchObject({ index: 1, daysInPeriod: 31, totalMinor: 3000 });
  });

  test("of a first period that is cut by the billing day are those of its days, by the days of the whole", () => {
    const cut = timeline({ billingDay: 21, start: "2027-04-01", versions: [version("desk", "2027-04-01", 3100)] });
    expect(feesOf(cut, 0)).toMatchObject({
      from: "2027-04-01",
      until: "2027-04-21",
      periodFrom: "2027-03-21",
      periodUntil: "2027-04-21",
      daysInPeriod: 31,
      totalMinor: 2000,
    });
  });

  test.each([
    [
      "a change now",
      [version("desk", "2027-04-01", 3000), version("office", "2027-04-11", 6000)],
      ["04-01 04-11 desk 1000", "04-11 05-01 office 4000"],
    ],
    [
      "a change on the first day",
      [version("desk", "2027-04-01", 3000), version("office", "2027-04-01", 6000)],
      ["04-01 05-01 office 6000"],
    ],
    [
      "two on one day, the later in the list",
      [
        version("desk", "2027-04-01", 3000),
        version("office", "2027-04-11", 6000),
        version("desk again", "2027-04-11", 3000),
      ],
      ["04-01 04-11 desk 1000", "04-11 05-01 desk again 2000"],
    ],
    [
      "a list in any order",
      [version("office", "2027-04-11", 6000), version("desk", "2027-04-01", 3000)],
      ["04-01 04-11 desk 1000", "04-11 05-01 office 4000"],
    ],
    [
      "a change on the last day",
      [version("desk", "2027-04-01", 3000), version("office", "2027-04-30", 6000)],
      ["04-01 04-30 desk 2900", "04-30 05-01 office 200"],
    ],
    [
      "a change at renewal",
      [version("desk", "2027-04-01", 3000), version("office", "2027-05-01", 6000)],
      ["04-01 05-01 desk 3000"],
    ],
    ["a version from before the start", [version("desk", "2026-01-01", 3000)], ["04-01 05-01 desk 3000"]],
    ["a line that begins later", [version("desk", "2027-04-21", 3000)], ["04-21 05-01 desk 1000"]],
    [
      "a line that ends",
      [version("desk", "2027-04-01", 3000), version("none", "2027-04-21", null)],
      ["04-01 04-21 desk 2000"],
    ],
    [
      "a line that begins again",
      [version("desk", "2027-04-01", 3000), version("none", "2027-04-11", null), version("desk", "2027-04-21", 3000)],
      ["04-01 04-11 desk 1000", "04-21 05-01 desk 1000"],
    ],
    ["a quantity of nothing", [version("desk", "2027-04-01", 0)], ["04-01 05-01 desk 0"]],
    ["no version", [], []],
  ])("with %s", (_, versions, expected) => {
    expect(segments(timeline({ versions }))).toEqual(expected);
  });

  test("with a change on the day of renewal are the new version's from that day on", () => {
    const versions = [version("desk", "2027-04-01", 3000), version("office", "2027-05-01", 6200)];
    expect([segments(timeline({ versions }), 0), segments(timeline({ versions }), 1)]).toEqual([
      ["04-01 05-01 desk 3000"],
      ["05-01 06-01 office 6200"],
    ]);
  });

  test.each([
    ["in the middle", [pause("2027-04-11", "2027-04-21")], ["04-01 04-11 desk 1000", "04-21 05-01 desk 1000"]],
    ["at the beginning", [pause("2027-03-11", "2027-04-21")], ["04-21 05-01 desk 1000"]],
    ["at the end", [pause("2027-04-21", "2027-05-01")], ["04-01 04-21 desk 2000"]],
    ["longer than the period", [pause("2027-03-01", "2027-07-01")], []],
    [
      "that overlaps another",
      [pause("2027-04-11", "2027-04-19"), pause("2027-04-15", "2027-04-21")],
      ["04-01 04-11 desk 1000", "04-21 05-01 desk 1000"],
    ],
    [
      "that touches another",
      [pause("2027-04-16", "2027-04-21"), pause("2027-04-11", "2027-04-16")],
      ["04-01 04-11 desk 1000", "04-21 05-01 desk 1000"],
    ],
    ["that was called off at once", [pause("2027-04-16", "2027-04-16")], ["04-01 05-01 desk 3000"]],
  ])("with a pause %s", (_, pauses, expected) => {
    expect(segments(timeline({ pauses }))).toEqual(expected);
  });

  test("run as far as the contract does, a pause at the edge notwithstanding", () => {
    const pauses = [pause("2027-04-01", "2027-04-11"), pause("2027-04-16", "2027-05-01")];
    expect(feesOf(timeline({ pauses }), 0)).toMatchObject({ from: "2027-04-01", until: "2027-05-01", totalMinor: 500 });
    const ended = timeline({ pauses: [pause("2027-04-16", "2027-05-01")], lastDay: "2027-04-20" });
    expect(feesOf(ended, 0)).toMatchObject({ from: "2027-04-01", until: "2027-04-21", totalMinor: 1500 });
  });

  test.each([
    ["2027-04-10", ["04-01 04-11 desk 1000"]],
    ["2027-04-30", ["04-01 05-01 desk 3000"]],
    ["2027-05-01", ["04-01 05-01 desk 3000"]],
    ["2027-04-01", ["04-01 04-02 desk 100"]],
    ["2027-03-31", []],
    ["2026-01-01", []],
  ])("with the last day %s", (lastDay, expected) => {
    expect(segments(timeline({ lastDay }))).toEqual(expected);
  });

  test("are null where no day is covered, and there where they come to nothing", () => {
    expect(feesOf(timeline(), -1)).toBeNull();
    expect(feesOf(timeline({ lastDay: "2027-04-30" }), 1)).toBeNull();
    expect(feesOf(timeline({ pauses: [pause("2027-04-01", "2027-05-01")] }), 0)).toBeNull();
    expect(feesOf(timeline({ discount: { ...HALF, freePeriods: 1 } }), 0)).toMatchObject({ totalMinor: 0 });
  });

  test("count a period for the discount that is paused or cut", () => {
    const pauses = [pause("2027-04-01", "2027-05-01")];
    const halves = timeline({ billingDay: 16, pauses, discount: { ...HALF, periods: 3 } });
    const totals = [0, 1, 2, 3].map((index) => feesOf(halves, index)?.totalMinor);
    expect(totals).toEqual([undefined, 750, 1500, 3000]);
  });

  test("are cut where a rate changes, and cost the same", () => {
    const cuts = ["2027-04-11", "2027-04-11", "2027-04-01", "2027-05-01", "2026-01-01"];
    expect(segments(timeline(), 0, cuts)).toEqual(["04-01 04-11 desk 1000", "04-11 05-01 desk 2000"]);
    expect(segments(timeline({ pauses: [pause("2027-04-11", "2027-04-21")] }), 0, ["2027-04-15"])).toHaveLength(2);
  });

  test("from the 31st come back to it", () => {
    const from31st = timeline({ start: "2027-01-31", versions: [version("desk", "2027-01-31", 3100)] });
    const periods = [0, 1, 2, 3].map((index) => feesOf(from31st, index));
    expect(periods.map((fees) => [fees?.from, fees?.daysInPeriod, fees?.totalMinor])).toEqual([
      ["2027-01-31", 28, 3100],
      ["2027-02-28", 31, 3100],
      ["2027-03-31", 30, 3100],
      ["2027-04-30", 31, 3100],
    ]);
  });

  test.each([
    ["a price below zero", { versions: [version("desk", "2027-04-01", -1)] }, "-1 is below zero."],
    [
      "a pause that ends before it begins",
      { pauses: [pause("2027-04-02", "2027-04-01")] },
      "A pause from 2027-04-02 can't end on 2027-04-01.",
    ],
    ["the 29th as a billing day", { billingDay: 29 }, "A billing day is 1 to 28"],
    ["an interval of no month", { intervalMonths: 0 }, "An interval is a whole number"],
    ["a discount of more than all", { discount: { ...HALF, basisPoints: 10_001 } }, "more than the whole price"],
  ])("are refused for %s", (_, more, message) => {
    expect(() => feesOf(timeline(more), 0)).toThrow(message);
  });

  test("are the same in sum wherever they are cut, and each day has at most one segment", () => {
    fc.assert(
      fc.property(aTimeline(800), fc.array(aDate(), { maxLength: 3 }), (any, cuts) => {
        for (let index = 0; index < 12; index++) {
          const [whole, cut] = [feesOf(any, index), feesOf(any, index, cuts)];
          expect(cut?.totalMinor).toBe(whole?.totalMinor);
          const days = (cut?.segments ?? []).map(({ from, until }) => ({ from, until }));
          for (const [place, { from, until }] of days.entries()) {
            expect(from < until && from >= (days[place - 1]?.until ?? cut?.from ?? "")).toBe(true);
          }
        }
      }),
    );
  });

  test("don't change when a version is sorted elsewhere or a pause is told twice", () => {
    fc.assert(
      fc.property(aTimeline(800), fc.integer({ min: 0, max: 11 }), (any, index) => {
        const sorted = {
          ...any,
          versions: any.versions.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from))),
        };
        const twice = { ...any, pauses: any.pauses.flatMap((one) => [one, one]) };
        expect(feesOf(sorted, index)).toEqual(feesOf(any, index));
        expect(feesOf(twice, index)).toEqual(feesOf(any, index));
      }),
    );
  });
});
