import type { Interval, PriceMode, Tax } from "@working-social/kernel";
import { scaleRounded, taxOf } from "@working-social/kernel";
import type { QuoteView } from "./quote-view.ts";
import type { UnitQuantity } from "../cancellation/schema.ts";
import type { CreditLine } from "./credit-line.ts";
import { creditsNeeded, hasCreditsFor, keptOfLines } from "./credit-line.ts";
import { quoteBooking } from "./quote.ts";
import type { BookingSituation, RuleResource } from "./situation.ts";

/** How a quote is paid: what the ledger takes, what it promises, and what is charged. */
export interface Payment {
  /** Credits that are there. */
  readonly taken: UnitQuantity | null;
  /** Credits still to come, and what they save: the price of those that will not come. */
  readonly promised: (UnitQuantity & { readonly priceMinor: number }) | null;
  /** Charged for the slot, tax and all. */
  readonly chargedMinor: number;
  /** The tax of all that the booking costs; in what is charged for the slot, so much. */
  readonly tax: Tax & { readonly mode: PriceMode; readonly taxMinor: number };
  /** How much is charged: what credits don't pay of the slot, in their unit. */
  readonly billed: UnitQuantity;
  /** What no credits pay of the slot, for credits that arrive late; null where they would save nothing. */
  readonly uncovered: UnitQuantity | null;
  /** Charged beside it: what stays owed of an earlier slot. */
  readonly keptMinor: number;
  /** Credits of the earlier slot that stay used. */
  readonly keptCredits: readonly UnitQuantity[];
}

/** How the quote of this slot is paid by this person. */
export function paymentFor(
  situation: BookingSituation,
  resource: RuleResource,
  slot: Interval,
  quote: Pick<QuoteView, "lines" | "totalMinor">,
): Payment {
  const credit = quote.lines.find((line): line is CreditLine => line.kind === "credit");
  const keptMinor = sum(quote.lines.map((line) => (line.kind === "kept" ? line.amountMinor : 0)));
  const chargedMinor = quote.totalMinor - keptMinor;
  const needed = creditsNeeded(resource, slot, situation.location.timeZone);
  const quantity = needed.quantity - (credit?.quantity ?? 0);
  const billed = { unit: needed.unit, quantity };
  const isSpared = !credit && hasCreditsFor(situation, resource, slot);
  return {
    taken: takenOf(credit),
    promised: promisedOf(
      credit,
      () => quoteBooking({ ...situation, lots: [] }, resource, slot).totalMinor - chargedMinor,
    ),
    chargedMinor,
    tax: taxOfQuote(quote.lines, situation.location, chargedMinor),
    billed,
    uncovered: chargedMinor > 0 && quantity > 0 && !isSpared ? billed : null,
    keptMinor,
    keptCredits: keptOfLines(quote.lines),
  };
}

/** As it was agreed: a price without a line of tax was made where none is taken; of a free slot, as it is now. */
function taxOfQuote(
  lines: QuoteView["lines"],
  location: BookingSituation["location"],
  chargedMinor: number,
): Payment["tax"] {
  const line = lines.find((one) => one.kind === "tax");
  if (!line) {
    const tax = taxOf(chargedMinor > 0 ? { ...location, taxBasisPoints: 0 } : location);
    return { ...tax, mode: location.taxInclusive ? "gross" : "net", taxMinor: 0 };
  }
  const { basisPoints, inclusive, amountMinor: taxMinor } = line;
  return { category: "S", basisPoints, mode: inclusive ? "gross" : "net", taxMinor };
}

function takenOf(credit: CreditLine | undefined): Payment["taken"] {
  const quantity = sum(credit?.lots.map((lot) => (lot.isPlanned ? 0 : lot.quantity)) ?? []);
  return credit && quantity > 0 ? { unit: credit.unit, quantity } : null;
}

/** The planned part has its share of what all the credits save. */
function promisedOf(credit: CreditLine | undefined, savedMinor: () => number): Payment["promised"] {
  const quantity = sum(credit?.lots.map((lot) => (lot.isPlanned ? lot.quantity : 0)) ?? []);
  if (!credit || quantity === 0) return null;
  return { unit: credit.unit, quantity, priceMinor: scaleRounded(savedMinor(), quantity, credit.quantity) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
