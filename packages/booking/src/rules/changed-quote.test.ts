import { parseInstant, scaleRounded } from "@working-social/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aRate, aResource, aSituation, aSlot } from "./builders.ts";
import { ALWAYS_HOURS, cancellationFee } from "./cancellation.ts";
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
  expect(quote).toMatchObject({ subtotalMinor: 2200, taxMinor: 200, totalMinor: 2400 });
  expect(quote.lines[1]).toEqual({ kind: "kept", feePercent: 50, earlierTotalMinor: 4800, amountMinor: 1200 });
});

test("a longer booking costs its own price, whenever it is extended", () => {
  const longer = quoteOf(300);
  expect(changedQuote(longer, agreed, hoursBefore(1))).toMatchObject({
    lines: longer.lines,
    totalMinor: longer.totalMinor,
  });
});

test("what was owed at the change stays owed, however far away the booking is moved", () => {
  const moved = changedQuote(quoteOf(240), agreed, hoursBefore(3));
  const inAMonth = STARTS_AT + 30 * 86_400_000;
  expect(cancellationFee(moved.policy, moved.totalMinor, inAMonth, hoursBefore(3))).toEqual({
    feeMinor: 2400,
    feePercent: 50,
    freeUntil: null,
  });
  expect(cancellationFee(moved.policy, moved.totalMinor, inAMonth, inAMonth - 3_600_000).feePercent).toBe(100);
  const again = changedQuote(quoteOf(60), { ...moved, startsAt: inAMonth }, hoursBefore(2));
  expect(again.totalMinor).toBe(2400);
  expect(cancellationFee(again.policy, again.totalMinor, inAMonth, hoursBefore(2)).feeMinor).toBe(2400);
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
        const later = cancellationFee(
          quote.policy,
          quote.totalMinor,
          STARTS_AT + 365 * 86_400_000,
          hoursBefore(hours),
        ).feeMinor;
        expect(later >= feeMinor && later <= feeMinor + quote.totalMinor / 100 + 1).toBe(true);
      },
    ),
  );
});

test("changing it again and again neither wears the fee away nor lets it grow", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100 }), (totalMinor, feePercent) => {
      const terms = { policyName: "x", tiers: [{ hoursBefore: 24, feePercent }] };
      const next = { ...quoteOf(1), totalMinor, subtotalMinor: totalMinor, taxMinor: 0, lines: [] };
      const once = changedQuote(next, { totalMinor, policy: terms, startsAt: STARTS_AT }, hoursBefore(1));
      const twice = changedQuote(next, { totalMinor, policy: once.policy, startsAt: STARTS_AT }, hoursBefore(1));
      const fees = [terms, once.policy, twice.policy].map(
        (each) => cancellationFee(each, totalMinor, STARTS_AT, hoursBefore(1)).feeMinor,
      );
      expect(fees).toEqual([fees[0], fees[0], fees[0]]);
    }),
  );
});

test("what was owed does not grow with a dearer booking, and the tiers agreed first still count", () => {
  const moved = changedQuote(quoteOf(240), agreed, hoursBefore(3));
  const dearer = changedQuote(quoteOf(480), { ...moved, startsAt: STARTS_AT + 30 * 86_400_000 }, hoursBefore(3));
  expect(dearer.totalMinor).toBe(9600);
  const inTwoMonths = STARTS_AT + 60 * 86_400_000;
  const percentAt = (hours: number) =>
    cancellationFee(dearer.policy, 9600, inTwoMonths, inTwoMonths - hours * 3_600_000).feePercent;
  expect([1400, 25, 24, 2].map(percentAt)).toEqual([25, 25, 50, 100]);
});

test("while it waits for approval, a change owes only what an earlier change has left owed", () => {
  const pending = { ...agreed, isPending: true };
  expect(changedQuote(quoteOf(60), pending, hoursBefore(1))).toEqual({ ...quoteOf(60), policy });
  const always = { hoursBefore: ALWAYS_HOURS, feePercent: 40 };
  const changed = { ...pending, policy: { ...policy, tiers: [always, ...policy.tiers] } };
  expect(changedQuote(quoteOf(60), changed, hoursBefore(1)).totalMinor).toBe(1920);
});

test("credits that stay used beyond those of the new slot have a line each, before the money that does and the tax", () => {
  const credits = [
    { unit: "room_minutes" as const, quantity: 60 },
    { unit: "day_passes" as const, quantity: 4 },
  ];
  const quote = changedQuote(quoteOf(60), { ...agreed, credits }, hoursBefore(24));
  expect(quote.lines.map((line) => line.kind)).toEqual(["time", "kept_credits", "kept_credits", "kept", "tax"]);
  expect(quote.lines.slice(1, 3)).toEqual([
    { kind: "kept_credits", unit: "room_minutes", quantity: 30, earlierQuantity: 60, amountMinor: 0 },
    { kind: "kept_credits", unit: "day_passes", quantity: 2, earlierQuantity: 4, amountMinor: 0 },
  ]);
  const owedCredits = [
    { unit: "room_minutes", quantity: 30 },
    { unit: "day_passes", quantity: 2 },
  ];
  expect(quote.policy.owedCredits).toEqual(owedCredits);
  const free = changedQuote(
    quoteOf(60),
    { ...agreed, policy: { ...policy, owedCredits: [] }, credits },
    hoursBefore(25),
  );
  expect([free.lines, free.policy]).toEqual([quoteOf(60).lines, policy]);
});

test("the new slot's own credits count for what is owed of their unit, and no line says what it covers", () => {
  const taking = (unit: "room_minutes" | "day_passes", quantity: number) => {
    const next = { ...quoteOf(60), totalMinor: 4800 };
    const line = { kind: "credit" as const, unit, quantity, lots: [], amountMinor: 0 };
    const credits = [{ unit: "room_minutes" as const, quantity: 60 }];
    const quote = changedQuote({ ...next, lines: [line] }, { ...agreed, credits }, hoursBefore(24));
    return quote.lines.flatMap((one) => (one.kind === "kept_credits" ? [one.quantity] : []));
  };
  expect([taking("room_minutes", 20), taking("day_passes", 20)]).toEqual([[10], [30]]);
  expect([taking("room_minutes", 30), taking("room_minutes", 40)]).toEqual([[], []]);
});
