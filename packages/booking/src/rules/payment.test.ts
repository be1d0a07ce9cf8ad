import fc from "fast-check";
import type { LotView } from "@working-social/credits/schema";
import { ANYTHING } from "@working-social/credits/schema";
import { expect, test } from "vitest";
import { aLocal, aRate, aResource, aSituation } from "./builders.ts";
import { cancellationFee, keptCredits } from "./cancellation.ts";
import { changedQuote } from "./changed-quote.ts";
import { creditsOfLines, hasCreditsFor, keptOfLines } from "./credit-line.ts";
import { paymentFor } from "./payment.ts";
import { quoteBooking, sumOfLines } from "./quote.ts";

const ZONE = "Asia/Kathmandu";
const START = aLocal("2026-11-26T08:00", ZONE);
const HOUR_MS = 3_600_000;

const lot = fc.record({
  left: fc.nat(200),
  isPlanned: fc.boolean(),
  days: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
});
const lots = fc.array(lot, { maxLength: 4 }).map((list) =>
  list.map(({ left, isPlanned, days }, i): LotView => ({
    id: `lot-${i}`,
    unit: "room_minutes",
    currency: null,
    owner: i % 2 === 0 ? "person" : "team",
    source: isPlanned ? "plan" : "gift",
    label: `lot-${i}`,
    left,
    held: 0,
    startsAt: null,
    expiresAt: days === null ? null : new Temporal.Instant(BigInt(START + days * 24 * HOUR_MS) * 1_000_000n).toString(),
    scope: ANYTHING,
    createdAt: "2026-11-01T00:00:00Z",
    isPlanned,
  })),
);
const space = fc.record({
  priceMinor: fc.nat(10_000),
  unit: fc.constantFrom("hour" as const, "half_day" as const, "day" as const),
  taxBasisPoints: fc.nat(2500),
  taxInclusive: fc.boolean(),
  minimumChargeMinor: fc.option(fc.nat(5000), { nil: null }),
});
const minutes = fc.integer({ min: 1, max: 24 * 60 });
const aSlotOf = (length: number) => ({ start: START, end: START + length * 60_000 });
const situationWith = (
  {
    priceMinor,
    unit,
    minimumChargeMinor,
    ...tax
  }: {
    priceMinor: number;
    unit: "hour" | "half_day" | "day";
    minimumChargeMinor: number | null;
    taxBasisPoints: number;
    taxInclusive: boolean;
  },
  all: LotView[],
) =>
  aSituation({
    location: { timeZone: ZONE, taxName: "Tax", ...tax },
    rates: [aRate({ unit, priceMinor, minimumChargeMinor })],
    lots: all,
  });

test("every minute is taken, promised or charged; promises cost no more than they save, and all of it when they are all", () => {
  fc.assert(
    fc.property(space, lots, minutes, (place, all, length) => {
      const [situation, slot] = [situationWith(place, all), aSlotOf(length)];
      const quote = quoteBooking(situation, aResource(), slot);
      const { taken, promised, chargedMinor, uncovered, keptMinor } = paymentFor(situation, aResource(), slot, quote);
      const [real, planned] = [taken?.quantity ?? 0, promised?.quantity ?? 0];
      expect([chargedMinor, keptMinor]).toEqual([quote.totalMinor, 0]);
      expect(creditsOfLines(quote.lines)[0]?.quantity ?? 0).toBe(real + planned);
      if (uncovered) expect(real + planned + uncovered.quantity).toBe(length);
      else
        expect(chargedMinor === 0 || real + planned === length || hasCreditsFor(situation, aResource(), slot)).toBe(
          true,
        );
      const saved = quoteBooking({ ...situation, lots: [] }, aResource(), slot).totalMinor - quote.totalMinor;
      expect((promised?.priceMinor ?? 0) <= saved).toBe(true);
      if (promised && real === 0) expect(promised.priceMinor).toBe(saved);
    }),
    { numRuns: 300 },
  );
});

test("what a lot gives is never more than it has, and says what stays", () => {
  fc.assert(
    fc.property(space, lots, minutes, (place, all, length) => {
      const quote = quoteBooking(situationWith(place, all), aResource(), aSlotOf(length));
      for (const line of quote.lines) {
        if (line.kind !== "credit") continue;
        for (const used of line.lots) {
          const of = all.find(({ id }) => id === used.lotId);
          expect([used.quantity > 0, used.leftAfter >= 0, used.quantity + used.leftAfter]).toEqual([
            true,
            true,
            of?.left,
          ]);
          expect(used.isPlanned).toBe(of?.isPlanned);
        }
      }
    }),
  );
});

const tiers = [
  { hoursBefore: 24, feePercent: 50 },
  { hoursBefore: 2, feePercent: 100 },
];
const unit = "room_minutes" as const;

test("changed again and again, what is owed neither wears away nor grows, and is never more than is used", () => {
  const changes = fc.array(fc.record({ left: fc.nat(200), length: fc.integer({ min: 1, max: 200 }) }), {
    minLength: 1,
    maxLength: 6,
  });
  const place = {
    priceMinor: 2400,
    unit: "hour" as const,
    taxBasisPoints: 0,
    taxInclusive: false,
    minimumChargeMinor: null,
  };
  const aPack = (left: number): LotView[] => [
    {
      id: "pack",
      unit,
      currency: null,
      owner: "person",
      source: "pack",
      label: "",
      left,
      held: 0,
      startsAt: null,
      expiresAt: null,
      scope: ANYTHING,
      createdAt: "2026-11-01T00:00:00Z",
      isPlanned: false,
    },
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.nat(100_000),
      fc.integer({ min: -1, max: 40 }),
      changes,
      (used, totalMinor, hours, list) => {
        const now = START - hours * HOUR_MS;
        const far = START + 365 * 24 * HOUR_MS;
        const policy = { policyName: "Standard", tiers };
        const [first] = keptCredits(policy, [{ unit, quantity: used }], START, now);
        const { feeMinor } = cancellationFee(policy, totalMinor, START, now);
        let agreed = { totalMinor, credits: [{ unit, quantity: used }], policy, startsAt: START };
        for (const { left, length } of list) {
          const situation = situationWith(place, aPack(left));
          const quote = changedQuote(quoteBooking(situation, aResource(), aSlotOf(length)), agreed, now);
          expect([quote.totalMinor, quote.subtotalMinor + quote.taxMinor]).toEqual([
            sumOfLines(quote.lines),
            quote.totalMinor,
          ]);
          agreed = {
            totalMinor: quote.totalMinor,
            credits: creditsOfLines(quote.lines).map(({ quantity }) => ({ unit, quantity })),
            policy: quote.policy as typeof policy,
            startsAt: far,
          };
          const [kept] = keptCredits(quote.policy, agreed.credits, far, now);
          expect(kept?.kept ?? 0).toBe(first?.kept);
          expect(cancellationFee(quote.policy, quote.totalMinor, far, now).feeMinor).toBeGreaterThanOrEqual(feeMinor);
          expect(keptOfLines(quote.lines).every(({ quantity }) => quantity <= (first?.kept ?? 0))).toBe(true);
        }
      },
    ),
  );
});
