import type { QuoteLine, UsedLot } from "@working-social/booking/schema";
import { expect, test } from "vitest";
import { textsOf } from "../../lib/texts/catalog.ts";
import { bookingTexts } from "./booking-texts.ts";
import { priceItems } from "./price-items.ts";
import { costWords, itemNote, creditSentence, type PriceWords } from "./price-words.ts";

const words: PriceWords = {
  texts: textsOf(bookingTexts),
  currency: "USD",
  now: Date.parse("2026-11-25T09:00:00Z"),
  timeZone: "Asia/Kathmandu",
  whose: null,
};
/** Midnight in Kathmandu. */
const endOfNovember = "2026-11-30T18:15:00.000Z";

const aLot = (lot: Partial<UsedLot> = {}): UsedLot => {
  const usual = { lotId: "lot", label: "2026-11", source: "plan", owner: "person", isPlanned: false } as const;
  return { ...usual, quantity: 60, leftAfter: 480, expiresAt: endOfNovember, ...lot };
};
const time = (minutes: number): QuoteLine => {
  const rate = { rateId: "r", rateName: "Room hour", unit: "hour", unitPriceMinor: 2400 } as const;
  return { kind: "time", ...rate, minutes, units: minutes / 60, amountMinor: minutes * 40 };
};
const quoteWith = (lots: UsedLot[], minutes: number): { lines: QuoteLine[]; currency: string; totalMinor: number } => {
  const quantity = lots.reduce((sum, lot) => sum + lot.quantity, 0);
  const credit: QuoteLine = { kind: "credit", unit: "room_minutes", quantity, lots, amountMinor: -40 * quantity };
  return { lines: [time(minutes), credit], currency: "USD", totalMinor: 40 * (minutes - quantity) };
};
const sentence = (lots: UsedLot[], minutes: number) => {
  return creditSentence(priceItems(quoteWith(lots, minutes)), words);
};

test("what the plan pays, with what is left of it, and what is left to pay", () => {
  expect(sentence([aLot()], 90)).toBe("1 h from your plan (9 h left until 30 November), 30 min × $24.00 = $12.00");
});

test("each lot by its own words", () => {
  const pack = aLot({ source: "pack", label: "10 hours", quantity: 30, leftAfter: 0, expiresAt: null });
  expect(sentence([aLot({ owner: "team", quantity: 30, leftAfter: 0 }), pack], 60)).toBe(
    "30 min from your team’s plan (30 min left until 30 November), 30 min from your pack “10 hours” (30 min left)",
  );
});

test("planned credits are said as planned, with what is left of them afterwards", () => {
  const planned = aLot({ isPlanned: true, leftAfter: 540, expiresAt: "2026-12-31T18:15:00.000Z" });
  expect(sentence([planned], 60)).toBe("1 h from December’s plan (9 h left in December after this)");
  const [item] = priceItems(quoteWith([planned], 60));
  expect(item && itemNote(item, words)).toBe("Taken from December’s plan when that month begins");
});

test("a price without credits needs no sentence", () => {
  const tax: QuoteLine = { kind: "tax", name: "Sales tax", basisPoints: 600, inclusive: false, amountMinor: 144 };
  expect(creditSentence(priceItems({ lines: [time(60), tax] }), words)).toBe("");
});

test("a cost in one breath", () => {
  expect(costWords(quoteWith([aLot()], 90), words.texts)).toBe("1 h + $12.00");
  expect(costWords(quoteWith([aLot()], 60), words.texts)).toBe("1 h");
  expect(costWords({ lines: [time(60)], currency: "USD", totalMinor: 2400 }, words.texts)).toBe("$24.00");
});
