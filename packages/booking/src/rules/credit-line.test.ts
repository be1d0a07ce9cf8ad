import fc from "fast-check";
import type { LotView } from "@working-social/credits/schema";
import { ANYTHING } from "@working-social/credits/schema";
import type { Interval } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import type { QuoteLine } from "./quote-view.ts";
import { aLocal, aLot, aRate, aResource, aSituation } from "./builders.ts";
import {
  areSameCredits,
  creditsNeeded,
  creditsOfLines,
  creditUnitOf,
  hasCreditsFor,
  keptOfLines,
  usedLot,
} from "./credit-line.ts";
import { quoteBooking as quoteWith, sumOfLines } from "./quote.ts";
import type { BookingSituation, RuleResource } from "./situation.ts";

const ZONE = "Asia/Kathmandu";
const slotOf = (from: string, to: string) => ({
  start: aLocal(`2026-11-26T${from}`, ZONE),
  end: aLocal(`2026-11-26T${to}`, ZONE),
});
const quoteBooking = (situation: BookingSituation, resource: RuleResource, slot: Interval, lots: LotView[] = []) =>
  quoteWith({ ...situation, lots }, resource, slot);
const hourly = aSituation({ location: { timeZone: ZONE }, rates: [aRate({ priceMinor: 2400 })] });

test("1 h from the plan, 30 min × 24.00 = 12.00", () => {
  const quote = quoteBooking(hourly, aResource(), slotOf("09:00", "10:30"), [aLot(60)]);
  expect(quote.totalMinor).toBe(1200);
  expect(quote.lines).toMatchObject([
    { kind: "time", minutes: 90, amountMinor: 3600 },
    {
      kind: "credit",
      unit: "room_minutes",
      quantity: 60,
      amountMinor: -2400,
      lots: [{ lotId: "plan", quantity: 60, leftAfter: 0, expiresAt: "2026-11-30T18:15:00Z" }],
    },
  ]);
});

test("all of it from credits: nothing to pay, and no tax line", () => {
  const taxed = aSituation({
    location: { timeZone: ZONE, taxName: "Tax", taxBasisPoints: 1300 },
    rates: [aRate({ priceMinor: 2400 })],
  });
  const quote = quoteBooking(taxed, aResource(), slotOf("09:00", "10:30"), [aLot(600)]);
  expect([quote.totalMinor, quote.lines.map((line) => line.kind)]).toEqual([0, ["time", "credit"]]);
  const half = quoteBooking(taxed, aResource(), slotOf("09:00", "10:30"), [aLot(60)]);
  expect([half.subtotalMinor, half.taxMinor, half.totalMinor]).toEqual([1200, 156, 1356]);
});

test("credits are spared where the slot is free, where they save nothing, and where they don't fit", () => {
  const free = aSituation({ location: { timeZone: ZONE }, rates: [] });
  const byDay = aSituation({ location: { timeZone: ZONE }, rates: [aRate({ unit: "day", priceMinor: 5000 })] });
  const slot = slotOf("09:00", "17:00");
  for (const [situation, lot] of [
    [free, aLot(600)],
    [byDay, aLot(60)],
    [hourly, aLot(600, { unit: "day_passes" })],
    [hourly, aLot(600, { scope: { ...ANYTHING, resourceKinds: ["booth"] } })],
    [hourly, aLot(600, { expiresAt: "2026-11-26T00:00:00Z" })],
  ] as const) {
    expect(quoteBooking(situation, aResource(), slot, [lot])).toEqual(quoteBooking(situation, aResource(), slot));
  }
});

test("a desk takes one day pass for each day", () => {
  const desks = aSituation({ location: { timeZone: ZONE }, rates: [aRate({ unit: "day", priceMinor: 2000 })] });
  const slot = { start: aLocal("2026-11-26T20:00", ZONE), end: aLocal("2026-11-28T04:00", ZONE) };
  const quote = quoteBooking(desks, aResource({ kind: "hot_desk" }), slot, [aLot(2, { unit: "day_passes" })]);
  expect(quote.lines).toMatchObject([
    { kind: "time", amountMinor: 6000 },
    { kind: "credit", unit: "day_passes", quantity: 2, amountMinor: -4000 },
  ]);
});

test("more credits never cost more, the lines sum to the total, and nobody is paid for booking", () => {
  const minutes = fc.integer({ min: 1, max: 24 * 60 });
  fc.assert(
    fc.property(
      minutes,
      fc.nat(2000),
      fc.nat(500),
      fc.nat(10_000),
      fc.option(fc.nat(20_000)),
      fc.nat(2500),
      (length, left, more, priceMinor, minimum, taxBasisPoints) => {
        const situation = aSituation({
          location: { timeZone: ZONE, taxName: "Tax", taxBasisPoints },
          rates: [aRate({ priceMinor, minimumChargeMinor: minimum })],
        });
        const slot = {
          start: aLocal("2026-11-26T08:00", ZONE),
          end: aLocal("2026-11-26T08:00", ZONE) + length * 60_000,
        };
        const quoteOf = (credits: number) => quoteBooking(situation, aResource(), slot, [aLot(credits)]);
        const [none, some, many] = [quoteOf(0), quoteOf(left), quoteOf(left + more)];
        expect(sumOfLines(some.lines)).toBe(some.totalMinor);
        expect([many.totalMinor >= 0, many.totalMinor <= some.totalMinor, some.totalMinor <= none.totalMinor]).toEqual([
          true,
          true,
          true,
        ]);
      },
    ),
  );
});

test.each([
  ["room", "room_minutes"],
  ["booth", "room_minutes"],
  ["equipment", "room_minutes"],
  ["hot_desk", "day_passes"],
  ["dedicated_desk", "day_passes"],
] as const)("a %s takes %s", (kind, unit) => {
  expect(creditUnitOf(kind)).toBe(unit);
});

test("all that credits could pay: the minutes, or the local days that are touched", () => {
  const night = { start: aLocal("2026-11-26T23:30", ZONE), end: aLocal("2026-11-27T00:30", ZONE) + 31_000 };
  expect(creditsNeeded({ kind: "room" }, night, ZONE)).toEqual({ unit: "room_minutes", quantity: 61 });
  expect(creditsNeeded({ kind: "hot_desk" }, night, ZONE)).toEqual({ unit: "day_passes", quantity: 2 });
});

test("whether there are any for the slot: of its unit, for the place, and not over by then", () => {
  const slot = slotOf("09:00", "10:00");
  const has = (lots: LotView[]) => hasCreditsFor({ lots, location: hourly.location }, aResource(), slot);
  expect(has([aLot(1)])).toBe(true);
  expect(has([])).toBe(false);
  expect(has([aLot(0), aLot(9, { unit: "day_passes" })])).toBe(false);
  expect(has([aLot(9, { scope: { ...ANYTHING, locationIds: ["south"] } })])).toBe(false);
  expect(has([aLot(9, { expiresAt: "2026-11-26T00:00:00Z" })])).toBe(false);
});

test("a desk's passes pay its first days, whole", () => {
  const desks = aSituation({
    location: { timeZone: ZONE },
    rates: [
      aRate({ unit: "day", priceMinor: 2000 }),
      aRate({ id: "friday", unit: "day", weekdays: [5], priceMinor: 500 }),
    ],
  });
  const slot = { start: aLocal("2026-11-26T20:00", ZONE), end: aLocal("2026-11-28T04:00", ZONE) };
  const lines = (left: number) =>
    quoteBooking(desks, aResource({ kind: "hot_desk" }), slot, [aLot(left, { unit: "day_passes" })]).lines.flatMap(
      (line) => (line.kind === "credit" ? [[line.quantity, line.amountMinor]] : []),
    );
  expect([1, 2, 3, 4].map(lines)).toEqual([[[1, -2000]], [[2, -2500]], [[3, -4500]], [[3, -4500]]]);
});

describe("what lines say of credits", () => {
  const amountMinor = 0;
  const lots = [usedLot(aLot(60), 20, 40)];
  const lines: QuoteLine[] = [
    { kind: "free", minutes: 5, amountMinor },
    { kind: "credit", unit: "room_minutes", quantity: 20, lots, amountMinor },
    { kind: "kept_credits", unit: "room_minutes", quantity: 3, earlierQuantity: 9, amountMinor },
    { kind: "kept_credits", unit: "day_passes", quantity: 1, earlierQuantity: 2, amountMinor },
  ];
  test("what they take and keep, summed by unit; what they keep, line by line", () => {
    expect(creditsOfLines(lines)).toEqual([
      { unit: "room_minutes", quantity: 23 },
      { unit: "day_passes", quantity: 1 },
    ]);
    expect(keptOfLines(lines)).toEqual([
      { unit: "room_minutes", quantity: 3 },
      { unit: "day_passes", quantity: 1 },
    ]);
    expect([creditsOfLines([]), keptOfLines(lines.slice(0, 2))]).toEqual([[], []]);
  });

  const minutes = (quantity: number) => ({ unit: "room_minutes" as const, quantity });
  const passes = (quantity: number) => ({ unit: "day_passes" as const, quantity });
  test.each([
    ["nothing and nothing", [], [], true],
    ["in another order", [minutes(5), passes(1)], [passes(1), minutes(5)], true],
    ["in parts", [minutes(5)], [minutes(2), minutes(3)], true],
    ["nothing of a unit that the other does not name", [minutes(5), passes(0)], [minutes(5)], true],
    ["more", [minutes(5)], [minutes(6)], false],
    ["another unit besides", [minutes(5)], [minutes(5), passes(1)], false],
    ["another unit instead", [minutes(5)], [passes(5)], false],
  ])("the same credits: %s", (_, one, other, expected) => {
    expect([areSameCredits(one, other), areSameCredits(other, one)]).toEqual([expected, expected]);
  });
});
