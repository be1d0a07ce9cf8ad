import type { BookingRefusal, QuoteLine, UsedLot } from "@working-social/booking/schema";
import { describe, expect, test } from "vitest";
import { formatIn } from "../../lib/format.ts";
import { bookingRefusalSentence } from "../../lib/refusals.ts";
import { policyWords } from "../booking/policy-words.ts";
import { bookingTexts } from "../booking/booking-texts.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import { textsOf } from "../../lib/texts/catalog.ts";
import type { Whose } from "../../lib/texts/whose.ts";

// What staff read while they act for somebody says whose it is, and never "you": that would be the reader.

const ana = "Ana Ferreira";
const booking = textsOf(bookingTexts);
const bookings = textsOf(bookingsTexts);
const rule = { id: "r", name: "Two hours" };
const format = formatIn("UTC");

const lots: UsedLot[] = (["plan", "rollover", "pack", "gift", "returned"] as const).flatMap((source) =>
  (["person", "team"] as const).flatMap((owner) =>
    [false, true].map((isPlanned) => ({
      lotId: "l",
      label: "10 hours",
      source,
      owner,
      isPlanned,
      quantity: 60,
      leftAfter: 0,
      expiresAt: null,
    })),
  ),
);
const keptLine: Extract<QuoteLine, { kind: "kept_credits" }> = {
  kind: "kept_credits",
  unit: "room_minutes",
  quantity: 30,
  earlierQuantity: 60,
  amountMinor: 0,
};
const refusals: BookingRefusal[] = [
  { code: "too_far_ahead", windowDays: 60, latestEndsAt: "2026-12-25T00:00:00Z", rule },
  { code: "not_for_you", rule },
  { code: "too_many_holds", max: 3 },
  { code: "held_before", againAt: "2026-11-26T10:00:00Z" },
  ...(["person", "team"] as const).flatMap((whose): BookingRefusal[] => [
    { code: "too_many_at_once", max: 1, whose, rule },
    { code: "too_many_minutes_a_day", maxMinutes: 60, usedMinutes: 30, date: "2026-11-26", whose, rule },
    { code: "too_many_upcoming", max: 3, whose, rule },
  ]),
];
const tiers = [{ hoursBefore: 24, feePercent: 50 }];
const policy = (owedCredits?: { unit: "room_minutes"; quantity: number }[]) => ({
  policyName: null,
  tiers,
  ...(owedCredits ? { owedCredits } : {}),
});
const policyOf = (whose: Whose, owed?: { unit: "room_minutes"; quantity: number }[]) =>
  policyWords(
    { policy: policy(owed), totalMinor: 2400, lines: [] },
    "2026-11-26T10:00:00Z",
    Date.parse("2026-11-20T10:00:00Z"),
    format,
    whose,
  );

const sentencesFor = (whose: Whose): string[] => [
  ...lots.map((lot) => booking.lineLot("1 h", lot, "December", whose)),
  ...refusals.map((refusal) => bookingRefusalSentence(refusal, format, whose)),
  booking.lineKeptCredits(keptLine, whose),
  booking.needsApproval(whose),
  booking.booked("Lantern", whose),
  policyOf(whose),
  policyOf(whose, [{ unit: "room_minutes", quantity: 30 }]),
  bookings.cancelledKept("30 min", "$12.00", whose),
  bookings.placeOnArrival(whose),
  bookings.heldTitle("9:05", whose),
  bookings.confirmed("Lantern", whose),
  bookings.pendingText(whose),
  bookings.cancelFee("$12.00", 50, whose),
  bookings.cancelKeeps("30 min", whose),
  bookings.cancelKeepsPercent("30 min", 50, whose),
  bookings.cancelKeepsPercent("30 min", 0, whose),
  bookings.comesBack("30 min", whose),
  bookings.cameBack("30 min", whose),
];

describe("a sentence about a member's booking", () => {
  test("names the member where staff read it, and never says you", () => {
    for (const sentence of sentencesFor(ana)) expect(sentence).not.toMatch(/\byou(r|rs|rself)?\b/i);
    expect(sentencesFor(ana).filter((sentence) => !sentence.includes(ana))).toEqual([]);
  });

  test("says you where the member reads it", () => {
    expect(sentencesFor(null).join(" ")).not.toContain("null");
    expect(booking.lineKeptCredits(keptLine, null)).toBe("30 min of your credits stay used");
    expect(bookings.cancelFee("$12.00", 50, null)).toBe(
      "It costs $12.00: 50% of the price, as agreed when you booked.",
    );
  });

  test("reads well", () => {
    expect(booking.lineKeptCredits(keptLine, ana)).toBe("30 min of Ana Ferreira’s credits stay used");
    expect(bookings.cancelFee("$12.00", 50, ana)).toBe(
      "It costs Ana Ferreira $12.00: 50% of the price, as agreed with the booking.",
    );
    expect(refusals.slice(0, 3).map((refusal) => bookingRefusalSentence(refusal, format, ana))).toEqual([
      "Ana Ferreira can book 60 days ahead: bookings end by Thu 24 Dec.",
      "This one is not open to Ana Ferreira’s plan or role.",
      "Ana Ferreira holds 3 times already. Book one of them, or let one go.",
    ]);
  });
});
