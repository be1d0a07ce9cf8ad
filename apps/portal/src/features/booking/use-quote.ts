import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { QuoteAnswer, QuoteInput, QuoteView } from "@working-social/booking/schema";
import { refusalOf, type AppRefusal } from "../../lib/refusals.ts";
import { trpc } from "../../lib/trpc.ts";

export interface QuoteState {
  /** The answer for this slot; while the next one is asked for, the one before, so that nothing jumps. */
  answer: QuoteAnswer | undefined;
  isStale: boolean;
  failure: AppRefusal | null;
  retry: () => void;
  /** The server told a newer price: shows it. */
  replace: (quote: QuoteView) => void;
}

/** What a slot costs and whether it can be booked; again after each live change. */
export function useQuote(input: QuoteInput): QuoteState {
  const client = useQueryClient();
  const options = trpc.bookings.quote.queryOptions(input, { placeholderData: keepPreviousData });
  const { data, isPlaceholderData, error, refetch } = useQuery(options);
  return {
    answer: data,
    isStale: isPlaceholderData,
    failure: error ? refusalOf(error) : null,
    retry: () => void refetch(),
    replace: (quote) => client.setQueryData(options.queryKey, { isBookable: true, quote }),
  };
}
