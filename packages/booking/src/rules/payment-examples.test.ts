import type { LotView } from "@working-social/credits/schema";
import { describe, expect, test } from "vitest";
import type { QuoteLine, QuoteView } from "./quote-view.ts";
import { aLot, aRate, aResource, aSituation, aSlot } from "./builders.ts";
import { paymentFor } from "./payment.ts";
import { quoteBooking } from "./quote.ts";

const unit = "room_minutes" as const;
const SLOT = aSlot("2026-11-26T09:00", "2026-11-26T11:00");
const planned = (left: number) => aLot(left, { id: "next", isPlanned: true, expiresAt: null });
const hourly = (lots: LotView[], over: Parameters<typeof aSituation>[0] = {}) =>
  aSituation({ rates: [aRate({ priceMinor: 2400 })], lots, ...over });

function paid(lots: LotView[], over: Parameters<typeof aSituation>[0] = {}, kept: QuoteLine[] = []) {
  const situation = hourly(lots, over);
  const quote = quoteBooking(situation, aResource(), SLOT);
  const keptMinor = kept.reduce((sum, line) => sum + line.amountMinor, 0);
  const changed: Pick<QuoteView, "lines" | "totalMinor"> = {
    lines: [...quote.lines, ...kept],
    totalMinor: quote.totalMinor + keptMinor,
  };
  return paymentFor(situation, aResource(), SLOT, changed);
}

const untaxed = { category: "O", basisPoints: 0, mode: "net", taxMinor: 0 };

describe("two hours at 24.00, paid", () => {
  test("with money alone: late credits may still pay all of it", () => {
    expect(paid([])).toEqual({
      taken: null,
      promised: null,
      chargedMinor: 4800,
      tax: untaxed,
      billed: { unit, quantity: 120 },
      uncovered: { unit, quantity: 120 },
      keptMinor: 0,
      keptCredits: [],
    });
  });

  test("with credits that are there, as far as they reach", () => {
    expect(paid([aLot(50)])).toMatchObject({
      taken: { unit, quantity: 50 },
      promised: null,
      chargedMinor: 2800,
      uncovered: { unit, quantity: 70 },
    });
  });

  test("with credits that are there and some to come: a promise is worth its share of what all of them save", () => {
    expect(paid([aLot(30), planned(60)])).toMatchObject({
      taken: { unit, quantity: 30 },
      promised: { unit, quantity: 60, priceMinor: 2400 },
      chargedMinor: 1200,
      uncovered: { unit, quantity: 30 },
    });
  });

  test("with a promise alone, all of it: nothing is charged, and nothing is left for late credits", () => {
    expect(paid([planned(600)], { location: { taxBasisPoints: 1000, taxName: "Tax" } })).toMatchObject({
      taken: null,
      promised: { unit, quantity: 120, priceMinor: 5280 },
      chargedMinor: 0,
      uncovered: null,
    });
  });

  test("with money where credits are spared: late ones are spared too", () => {
    const byDay = { rates: [aRate({ unit: "day", priceMinor: 5000 })] };
    expect(paid([aLot(60)], byDay)).toMatchObject({ taken: null, chargedMinor: 5000, uncovered: null });
    expect(paid([], byDay)).toMatchObject({ taken: null, chargedMinor: 5000, uncovered: { unit, quantity: 120 } });
  });

  test("with nothing where it is free", () => {
    for (const lots of [[], [aLot(60)]])
      expect(paid(lots, { rates: [] })).toMatchObject({ taken: null, chargedMinor: 0, uncovered: null });
  });

  test("and what stays owed of an earlier slot beside it, in money and in credits", () => {
    const kept: QuoteLine[] = [
      { kind: "kept", feePercent: 50, earlierTotalMinor: 10_000, amountMinor: 700 },
      { kind: "kept_credits", unit, quantity: 15, earlierQuantity: 60, amountMinor: 0 },
    ];
    expect(paid([planned(60)], {}, kept)).toEqual({
      taken: null,
      promised: { unit, quantity: 60, priceMinor: 2400 },
      chargedMinor: 2400,
      tax: untaxed,
      billed: { unit, quantity: 60 },
      uncovered: { unit, quantity: 60 },
      keptMinor: 700,
      keptCredits: [{ unit, quantity: 15 }],
    });
  });
});
