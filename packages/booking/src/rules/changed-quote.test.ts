import { parseInstant, scaleRounded } from "@working-social/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aRate, aResource, aSituation, aSlot } from "./builders.ts";
import { cancellationFee } from "./cancellation.ts";
import { changedQuote } from "./changed-quote.ts";
import { quoteBooking, sumOfLines } from "./quote.ts";

const STARTS_AT = parseInstant("2026-11-26T12:00:00Z");
const policy = {
  policyName: "As agreed",
  tiers: [
    { hoursBefore: 24, feePercent: 50 },
    { hoursBefore: 2, feePercent: 100 },
  ],
};
const tax = { taxName: "VAT", taxBasisPoints: 2000, taxInclusive: false };
const quoteOf = (minutes: number, location = tax) => {
  const { start } = aSlot("2026-12-01T09:00", "2026-12-01T10:00");
  const newer = {
    id: "new",
    name: "Newer",
    locationId: "north",
    resourceKind: null,
    resourceId: null,
    tiers: [{ hoursBefore: 8760, feePercent: 100 }],
  };
  const situation = aSituation({ rates: [aRate()], location, policies: [newer] });
  return quoteBooking(situation, aResource(), { start, end: start + minutes * 60_000 });
};
const agreed = { totalMinor: 4800, policy, startsAt: STARTS_AT };
const hoursBefore = (hours: number) => STARTS_AT - hours * 3_600_000;

test("in the free time the new price counts, under the policy agreed first", () => {
  expect(changedQuote(quoteOf(60), agreed, hoursBefore(25))).toEqual({ ...quoteOf(60), policy });
});

test("later, what cancelling would cost stays owed", () => {
  const quote = changedQuote(quoteOf(60), agreed, hoursBefore(24));
  expect(quote.lines.map((line) => [line.kind, line.amountMinor])).toEqual([
    ["time", 1000],
    ["kept", 1200],
    ["tax", 200],
  ]);
  expect(quote).toMatchObject({ subtotalMinor: 2200, taxMinor: 200, totalMinor: 2400, policy });
  expect(quote.lines[1]).toEqual({ kind: "kept", feePercent: 50, earlierTotalMinor: 4800, amountMinor: 1200 });
});

test("a longer booking costs its own price, whenever it is extended", () => {
  const longer = quoteOf(300);
  expect(changedQuote(longer, agreed, hoursBefore(1))).toEqual({ ...longer, policy });
});

test("never below the fee, never above the dearer of both, and the lines sum to the total", () => {
  const locations = fc.record({
    taxName: fc.constant("VAT"),
    taxBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    taxInclusive: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 900 }),
      locations,
      fc.nat(1_000_000),
      fc.integer({ min: -2, max: 40 }),
      (minutes, location, earlier, hours) => {
        const next = quoteOf(minutes, location);
        const quote = changedQuote(next, { ...agreed, totalMinor: earlier }, hoursBefore(hours));
        const { feeMinor, feePercent } = cancellationFee(policy, earlier, STARTS_AT, hoursBefore(hours));
        expect(feeMinor).toBe(scaleRounded(earlier, feePercent, 100));
        expect(quote.totalMinor).toBe(Math.max(next.totalMinor, feeMinor));
        expect(sumOfLines(quote.lines)).toBe(quote.totalMinor);
        expect(quote.subtotalMinor + quote.taxMinor).toBe(quote.totalMinor);
      },
    ),
  );
});
