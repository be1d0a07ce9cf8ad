import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { BookingRefusal, BookingView, QuoteView, SlotView } from "@working-social/booking/schema";
import { formatInstant, type Interval } from "@working-social/kernel";
import { refusalOf, type AppRefusal } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";

export interface ChangeQuoteState {
  price: QuoteView | null;
  refused: { refusals: BookingRefusal[]; suggestions: SlotView[] } | null;
  failure: AppRefusal | null;
  /** The answer is of the wish before, or there is none yet. */
  isStale: boolean;
}

/** What the changed booking would cost, and whether it may be; null: nothing is wished yet. */
export function useChangeQuote(booking: BookingView, resourceId: string, slot: Interval | null): ChangeQuoteState {
  const wished = slot ?? { start: Date.parse(booking.startsAt), end: Date.parse(booking.endsAt) };
  const input = {
    bookingId: booking.id,
    resourceId,
    startsAt: formatInstant(wished.start),
    endsAt: formatInstant(wished.end),
  };
  const { data, isPlaceholderData, isPending, error } = useQuery(
    trpc.bookings.quoteChange.queryOptions(input, { enabled: slot !== null, placeholderData: keepPreviousData }),
  );
  if (slot === null) return { price: null, refused: null, failure: null, isStale: false };
  return {
    price: data?.quote ?? null,
    refused: data && !data.isBookable ? data : null,
    failure: error ? refusalOf(error) : null,
    isStale: isPending || isPlaceholderData,
  };
}
