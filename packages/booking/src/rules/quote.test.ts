import { describe, expect, test } from "vitest";
import type { RateView } from "../rates/schema.ts";
import { aRate, aResource, aRule, aSituation, aSlot } from "./builders.ts";
import { quoteBooking } from "./quote.ts";

type Over = Parameters<typeof aSituation>[0];
const quote = (rates: RateView[], from: string, to: string, over: Over = {}) =>
  quoteBooking(aSituation({ rates, ...over }), aResource(), aSlot(from, to, over.location?.timeZone));
const lines = (...input: Parameters<typeof quote>) =>
  quote(...input).lines.map((line) =>
    line.kind === "time"
      ? `${line.rateName} ${line.minutes} min ${line.amountMinor}`
      : `${line.kind} ${line.amountMinor}`,
  );

const half = aRate({ id: "half", name: "Half", unit: "half_day", priceMinor: 3000 });
const day = aRate({ id: "day", name: "Day", unit: "day", priceMinor: 5000 });

test("no rate and no tax: one free line", () => {
  expect(quote([], "2026-11-26T09:00", "2026-11-26T10:30")).toEqual({
    currency: "USD",
    lines: [{ kind: "free", minutes: 90, amountMinor: 0 }],
    subtotalMinor: 0,
    taxMinor: 0,
    totalMinor: 0,
    policy: { policyName: null, tiers: [] },
    needsApproval: false,
  });
});

test("an hour rate is charged by the minute, rounded once", () => {
  const [line] = quote([aRate({ priceMinor: 1001 })], "2026-11-26T09:00", "2026-11-26T10:10").lines;
  expect(line).toEqual({
    kind: "time",
    rateId: "rate-1",
    rateName: "Hourly",
    minutes: 70,
    unit: "hour",
    unitPriceMinor: 1001,
    units: 70 / 60,
    amountMinor: 1168,
  });
});

describe("the most specific rate counts for each minute", () => {
  const anyone = aRate({ id: "1", name: "Anyone" });
  test.each<[string, Partial<RateView>, string]>([
    ["a kind before the location", { resourceKind: "room" }, "Other"],
    ["a resource before the location", { resourceId: "room-1" }, "Other"],
    ["another kind", { resourceKind: "booth" }, "Anyone"],
    ["another resource", { resourceId: "room-2" }, "Anyone"],
    ["another location", { locationId: "south" }, "Anyone"],
    ["members before anyone", { audience: "member" }, "Other"],
    ["non-members are others", { audience: "non_member" }, "Anyone"],
    ["their plan before anyone", { planId: "plan-flex" }, "Other"],
    ["another plan", { planId: "plan-x" }, "Anyone"],
    ["a narrower band", { bandFromMinute: 540, bandToMinute: 720 }, "Other"],
    ["some weekdays before all", { weekdays: [4] }, "Other"],
    ["another weekday", { weekdays: [5] }, "Anyone"],
    ["made later", {}, "Other"],
  ])("%s", (_, over, expected) => {
    const other = aRate({ id: "2", name: "Other", priceMinor: 700, ...over });
    for (const rates of [
      [anyone, other],
      [other, anyone],
    ]) {
      expect(lines(rates, "2026-11-26T10:00", "2026-11-26T11:00")).toEqual([
        `${expected} 60 min ${expected === "Other" ? 700 : 1000}`,
      ]);
    }
  });

  test("the resource before the plan, the plan before members, members before the band", () => {
    const rates = [
      aRate({ id: "4", name: "Band", bandFromMinute: 600, bandToMinute: 660 }),
      aRate({ id: "3", name: "Member", audience: "member" }),
      aRate({ id: "2", name: "Plan", planId: "plan-flex" }),
      aRate({ id: "1", name: "Room", resourceId: "room-1" }),
    ];
    const winner = (from: number) => lines(rates.slice(0, from), "2026-11-26T10:00", "2026-11-26T11:00");
    expect([4, 3, 2, 1].map(winner)).toEqual([
      ["Room 60 min 1000"],
      ["Plan 60 min 1000"],
      ["Member 60 min 1000"],
      ["Band 60 min 1000"],
    ]);
  });

  test("who has no plan is no member", () => {
    const rates = [
      aRate({ id: "m", name: "Member", audience: "member" }),
      aRate({ id: "n", name: "Guest", audience: "non_member", priceMinor: 2000 }),
    ];
    expect(lines(rates, "2026-11-26T10:00", "2026-11-26T11:00", { person: { planId: null } })).toEqual([
      "Guest 60 min 2000",
    ]);
    expect(lines(rates, "2026-11-26T10:00", "2026-11-26T11:00")).toEqual(["Member 60 min 1000"]);
  });
});

describe("bands and days by the wall clock", () => {
  const evening = aRate({ id: "e", name: "Evening", bandFromMinute: 1080, bandToMinute: 1440, priceMinor: 600 });
  test("a slot across a band is cut there", () => {
    expect(lines([aRate(), evening], "2026-11-26T17:00", "2026-11-26T20:00")).toEqual([
      "Hourly 60 min 1000",
      "Evening 120 min 1200",
    ]);
  });

  test("minutes without a rate are free", () => {
    expect(lines([evening], "2026-11-26T17:00", "2026-11-26T19:00")).toEqual(["Evening 60 min 600", "free 0"]);
  });

  test("the weekday is that of each local day", () => {
    const friday = aRate({ id: "f", name: "Friday", weekdays: [5], priceMinor: 2000 });
    expect(lines([aRate(), friday], "2026-11-26T23:00", "2026-11-27T01:00")).toEqual([
      "Hourly 60 min 1000",
      "Friday 60 min 2000",
    ]);
  });

  test.each([
    ["Australia/Lord_Howe", "2026-10-04", 450],
    ["Australia/Lord_Howe", "2026-04-05", 510],
    ["Africa/Cairo", "2026-04-24", 420],
    ["America/Havana", "2026-11-01", 540],
  ])("a night band in %s on %s has the minutes that passed", (timeZone, date, minutes) => {
    const night = aRate({ name: "Night", bandToMinute: 480, priceMinor: 60 });
    const from = timeZone === "Africa/Cairo" ? `${date}T01:00` : `${date}T00:00`;
    expect(lines([night], from, `${date}T08:00`, { location: { timeZone } })).toEqual([
      `Night ${minutes} min ${minutes}`,
    ]);
  });
});

describe("half-days and days", () => {
  test.each([
    ["two hours", "09:00", "11:00", ["Hourly 120 min 2000"]],
    ["as dear as a half-day: hours", "09:00", "12:00", ["Hourly 180 min 3000"]],
    ["a half-day", "09:00", "12:30", ["Half 210 min 3000"]],
    ["past four hours a second half-day begins: hours", "09:00", "13:30", ["Hourly 270 min 4500"]],
    ["a day", "09:00", "16:00", ["Day 420 min 5000"]],
  ])("the cheapest: %s", (_, from, to, expected) => {
    expect(lines([aRate(), half, day], `2026-11-26T${from}`, `2026-11-26T${to}`)).toEqual(expected);
  });

  test("are used where there is nothing else", () => {
    expect(lines([half], "2026-11-26T09:00", "2026-11-26T13:30")).toEqual(["Half 270 min 6000"]);
    expect(lines([day], "2026-11-26T09:00", "2026-11-26T09:30")).toEqual(["Day 30 min 5000"]);
  });

  test("each local day is decided by itself, and days of one rate are one line", () => {
    expect(lines([aRate(), day], "2026-11-26T10:00", "2026-11-28T01:00")).toEqual([
      "Day 2280 min 10000",
      "Hourly 60 min 1000",
    ]);
    expect(quote([aRate(), day], "2026-11-26T10:00", "2026-11-28T01:00").lines[0]).toMatchObject({
      unit: "day",
      units: 2,
    });
  });

  test("an hour rate for a part of the day does not make the rest free where a day rate speaks", () => {
    const morning = aRate({ name: "Morning", bandFromMinute: 480, bandToMinute: 720 });
    expect(lines([morning, day], "2026-11-26T11:00", "2026-11-26T13:00")).toEqual(["Day 120 min 5000"]);
    expect(lines([morning, day], "2026-11-26T11:00", "2026-11-26T12:00")).toEqual(["Morning 60 min 1000"]);
  });

  test("a half-day with a band counts only within it", () => {
    const morning = aRate({ ...half, name: "Morning", bandFromMinute: 480, bandToMinute: 780, priceMinor: 500 });
    expect(lines([aRate(), morning], "2026-11-26T09:00", "2026-11-26T11:00")).toEqual(["Morning 120 min 500"]);
    expect(lines([aRate(), morning], "2026-11-26T12:00", "2026-11-26T14:00")).toEqual(["Hourly 120 min 2000"]);
  });
});

describe("the minimum charge", () => {
  const minimum = aRate({ minimumChargeMinor: 1500 });
  test("lifts a short booking, once", () => {
    expect(lines([minimum], "2026-11-26T09:00", "2026-11-26T09:30")).toEqual(["Hourly 30 min 500", "minimum 1000"]);
    expect(lines([minimum], "2026-11-26T23:30", "2026-11-27T00:30")).toEqual(["Hourly 60 min 1000", "minimum 500"]);
    expect(lines([minimum], "2026-11-26T09:00", "2026-11-26T10:30")).toEqual(["Hourly 90 min 1500"]);
  });

  test("counts when the cheapest is looked for", () => {
    const cheapDay = aRate({ ...day, priceMinor: 1200 });
    expect(lines([minimum, cheapDay], "2026-11-26T09:00", "2026-11-26T09:30")).toEqual(["Day 30 min 1200"]);
  });
});

test("of several rates that were used, the highest minimum counts, and says whose it is", () => {
  const low = aRate({ id: "low", name: "Low", bandToMinute: 600, minimumChargeMinor: 1500 });
  const high = aRate({ id: "high", name: "High", bandFromMinute: 600, minimumChargeMinor: 4000 });
  const none = aRate({ id: "none", name: "None", bandFromMinute: 660, bandToMinute: 720 });
  for (const rates of [
    [low, high, none],
    [none, high, low],
  ])
    expect(quote(rates, "2026-11-26T09:30", "2026-11-26T11:30").lines.at(-1)).toEqual({
      kind: "minimum",
      rateId: "high",
      rateName: "High",
      minimumMinor: 4000,
      amountMinor: 2000,
    });
  // Whichever comes first in the day.
  const swapped = [
    { ...high, bandFromMinute: 0, bandToMinute: 600 },
    { ...low, bandFromMinute: 600, bandToMinute: 660 },
    { ...none, minimumChargeMinor: 2000 },
  ];
  expect(quote(swapped, "2026-11-26T09:30", "2026-11-26T11:30").lines.at(-1)).toMatchObject({ rateId: "high" });
  expect(lines([low, high], "2026-11-26T09:00", "2026-11-26T10:00")).toEqual(["Low 60 min 1000", "minimum 500"]);
});

describe("tax", () => {
  test("is called so where the space has no name for it", () => {
    const location = { taxName: null, taxBasisPoints: 1000 };
    expect(quote([aRate()], "2026-11-26T09:00", "2026-11-26T10:00", { location }).lines.at(-1)).toMatchObject({
      name: "Tax",
      amountMinor: 100,
    });
  });

  test("none is no line", () => {
    expect(quote([aRate()], "2026-11-26T09:00", "2026-11-26T10:00")).toMatchObject({
      lines: [{ kind: "time" }],
      subtotalMinor: 1000,
      taxMinor: 0,
      totalMinor: 1000,
    });
  });

  test("on top", () => {
    const location = { taxName: "VAT", taxBasisPoints: 825, taxInclusive: false };
    expect(quote([aRate()], "2026-11-26T09:00", "2026-11-26T10:30", { location })).toMatchObject({
      lines: [
        { amountMinor: 1500 },
        { kind: "tax", name: "VAT", basisPoints: 825, inclusive: false, amountMinor: 124 },
      ],
      subtotalMinor: 1500,
      taxMinor: 124,
      totalMinor: 1624,
    });
  });

  test("inside", () => {
    const location = { taxName: "MwSt.", taxBasisPoints: 1900, taxInclusive: true };
    expect(quote([aRate()], "2026-11-26T09:00", "2026-11-26T10:00", { location })).toMatchObject({
      subtotalMinor: 840,
      taxMinor: 160,
      totalMinor: 1000,
    });
  });

  test("nothing of nothing", () => {
    expect(
      quote([], "2026-11-26T09:00", "2026-11-26T10:00", { location: { taxBasisPoints: 1900 } }).lines,
    ).toHaveLength(1);
  });
});

test("says whether it needs approval, and under which policy it can be cancelled", () => {
  const policies = [
    {
      id: "p",
      name: "Standard",
      locationId: "north",
      resourceKind: null,
      resourceId: null,
      tiers: [{ hoursBefore: 24, feePercent: 50 }],
    },
  ];
  const over = { policies, rules: [aRule({ needsApproval: true })] };
  expect(quote([], "2026-11-26T09:00", "2026-11-26T10:00", over)).toMatchObject({
    needsApproval: true,
    policy: { policyName: "Standard" },
  });
});

test("the largest price for the longest booking is still exact", () => {
  const dear = aRate({ priceMinor: 1_000_000_000_000 });
  const location = { taxBasisPoints: 10_000, taxName: "Tax" };
  expect(quote([dear], "2026-12-01T00:00", "2027-01-01T00:00", { location }).totalMinor).toBe(
    744 * 1_000_000_000_000 * 2,
  );
});

test("a free part has its line beside a part that costs, with its minutes", () => {
  const evening = aRate({ name: "Evening", bandFromMinute: 1080 });
  expect(quote([evening], "2026-11-26T17:00", "2026-11-27T01:00").lines.at(-1)).toEqual({
    kind: "free",
    minutes: 120,
    amountMinor: 0,
  });
  expect(lines([evening], "2026-11-26T18:00", "2026-11-26T19:00")).toEqual(["Evening 60 min 1000"]);
});
