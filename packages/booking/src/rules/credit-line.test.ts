import fc from "fast-check";
import type { LotView } from "@working-social/credits/schema";
import { ANYTHING } from "@working-social/credits/schema";
import type { Interval } from "@working-social/kernel";
import { expect, test } from "vitest";
import { aLocal, aLot, aRate, aResource, aSituation } from "./builders.ts";
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
