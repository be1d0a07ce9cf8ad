import { describe, expect, test } from "vitest";
import type { ChargedDays, WantedDays } from "./settle.ts";
import { settle, wantedDays } from "./settle.ts";
import type { Timeline } from "./timeline.ts";
import { feesOf } from "./timeline.ts";

const APRIL = { periodFrom: "2027-04-01", periodUntil: "2027-05-01" };
const row = (more: Partial<ChargedDays> = {}): ChargedDays => ({
  id: "row",
  from: "2027-04-01",
  until: "2027-05-01",
  ...APRIL,
  versionId: "old",
  priceMinor: 30_000,
  ...more,
});
const want = (more: Partial<WantedDays> = {}): WantedDays => ({
  from: "2027-04-01",
  until: "2027-05-01",
  ...APRIL,
  versionId: "old",
  listPriceMinor: 30_000,
  priceMinor: 30_000,
  ...more,
});

describe("settle", () => {
  test("charges what is wanted and returns what is not", () => {
    expect(settle([want()], [])).toEqual({
      returns: [],
      charges: [{ ...want(), daysInPeriod: 30, amountMinor: 30_000 }],
    });
    expect(settle([], [row()])).toEqual({
      returns: [{ chargedId: "row", from: "2027-04-01", until: "2027-05-01", amountMinor: -30_000 }],
      charges: [],
    });
    expect(settle([want()], [row()])).toEqual({ returns: [], charges: [] });
  });

  test("a change in the middle of what was charged in advance brings the later days back, and charges them anew", () => {
    const until = "2027-04-11";
    const dearer = want({ from: until, versionId: "new", listPriceMinor: 60_000, priceMinor: 60_000 });
    expect(settle([want({ until }), dearer], [row()])).toEqual({
      returns: [{ chargedId: "row", from: "2027-04-11", until: "2027-05-01", amountMinor: -20_000 }],
      charges: [{ ...dearer, daysInPeriod: 30, amountMinor: 40_000 }],
    });
  });

  test("a pause in the middle comes back out of the middle, and is charged again when it is called off", () => {
    const around = [want({ until: "2027-04-11" }), want({ from: "2027-04-21" })];
    const back = { chargedId: "row", from: "2027-04-11", until: "2027-04-21", amountMinor: -10_000 };
    expect(settle(around, [row()])).toEqual({ returns: [back], charges: [] });
    const standing = [row({ until: "2027-04-11" }), row({ id: "rest", from: "2027-04-21" })];
    const again = { ...want({ from: "2027-04-11", until: "2027-04-21" }), daysInPeriod: 30, amountMinor: 10_000 };
    expect(settle([want()], standing)).toEqual({ returns: [], charges: [again] });
  });

  test("takes its days from the fees of a period", () => {
    const timeline: Timeline = {
      intervalMonths: 1,
      start: "2027-04-01",
      billingDay: 1,
      discount: null,
      pauses: [],
      lastDay: null,
      versions: [{ id: "old", from: "2027-04-01", priceMinor: 30_000 }],
    };
    const fees = feesOf(timeline, 0);
    expect(fees && wantedDays(fees)).toEqual([want()]);
  });

  test.each([
    ["another version", { versionId: "new" }],
    ["another price", { priceMinor: 29_999 }],
    ["a period that began on another day", { periodFrom: "2027-03-31" }],
    ["a period that ends on another day", { periodUntil: "2027-05-02" }],
  ])("takes days of %s for other days", (_, other) => {
    const { returns, charges } = settle([want()], [row(other)]);
    expect([returns.map((one) => one.chargedId), charges.map((one) => one.amountMinor)]).toEqual([["row"], [30_000]]);
  });

  test("goes by the days, whatever the order of what is wanted and what stands charged", () => {
    const [early, late] = [{ until: "2027-04-11" }, { from: "2027-04-21" }];
    const backwards = settle(
      [want(late), want(early)],
      [row({ ...late, versionId: "b" }), row({ ...early, versionId: "a" })],
    );
    expect(backwards.returns.map((one) => one.from)).toEqual(["2027-04-01", "2027-04-21"]);
    expect(backwards.charges.map((one) => one.from)).toEqual(["2027-04-01", "2027-04-21"]);
  });

  const outside = { from: "2027-03-31" };
  const beyond = { until: "2027-05-02" };
  test.each([
    ["a day wanted twice", [want(), want({ from: "2027-04-30" })], [], "The days from 2027-04-30 are wanted twice."],
    ["a span without days", [want({ until: "2027-04-01" })], [], "2027-04-01 to 2027-04-01 are no days of the period"],
    [
      "days before their period",
      [],
      [row(outside)],
      "2027-03-31 to 2027-05-01 are no days of the period from 2027-04-01",
    ],
    ["days after their period", [], [row(beyond)], "2027-04-01 to 2027-05-02 are no days of the period"],
    ["days before it that stay", [want(outside)], [row(outside)], "are no days of the period"],
    ["days after it that stay", [want(beyond)], [row(beyond)], "are no days of the period"],
  ])("refuses %s", (_, wanted, charged, message) => {
    expect(() => settle(wanted, charged)).toThrow(message);
  });
});
