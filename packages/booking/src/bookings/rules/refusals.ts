import { DomainError } from "@working-social/kernel";
import type { UnitQuantity } from "../../cancellation/schema.ts";
import type { BookingCommandRefusal } from "../../errors.ts";
import type { BookingRefusal } from "../../rules/refusals.ts";
import { bookingError } from "../../errors.ts";
import { areSameCredits, keptOfLines } from "../../rules/credit-line.ts";
import type { QuoteView, SlotView } from "../../rules/quote-view.ts";

/** Refuses with what stands in the way; suggestions are found after the rollback, when nothing is locked any more. */
export function cannotBook(
  refusals: BookingRefusal[],
  suggestions: SlotView[] = [],
): DomainError<BookingCommandRefusal> {
  return bookingError({ code: "cannot_book", refusals, suggestions });
}

/** Refuses when the price, or what is kept of earlier credits, is not what the person saw. */
export function requirePrice(
  quote: QuoteView,
  expectedTotalMinor: number,
  expectedKept: readonly UnitQuantity[] = [],
): void {
  const isSame = quote.totalMinor === expectedTotalMinor && areSameCredits(keptOfLines(quote.lines), expectedKept);
  if (!isSame) throw bookingError({ code: "price_changed", quote });
}

export function wrongState(status: string, action: string): DomainError<BookingCommandRefusal> {
  return bookingError({ code: "wrong_state", status, action });
}

/** Runs `work`; when it can't book, refuses in the same words with the slots that `suggest` finds now. */
export async function withSuggestions<T>(suggest: () => Promise<SlotView[]>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refusal = error.refusal as BookingCommandRefusal;
    if (refusal.code !== "cannot_book") throw error;
    throw cannotBook(refusal.refusals, await suggest());
  }
}
