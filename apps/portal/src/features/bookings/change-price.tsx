import type { BookingView } from "@working-social/booking/schema";
import { Callout, classNames, Section, Skeleton } from "@working-social/ui";
import { refusalSentence } from "../../lib/refusals.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingTexts } from "../booking/booking-texts.ts";
import { bookingsTexts } from "./bookings-texts.ts";
import { costWords } from "../booking/price-words.ts";
import { QuoteLines } from "../booking/quote-lines.tsx";
import type { ChangeQuoteState } from "./use-change-quote.ts";

/** The price after the change beside the one before. */
export function ChangePrice({ booking, state }: { booking: BookingView; state: ChangeQuoteState }) {
  const texts = useTexts(bookingsTexts);
  const words = useTexts(bookingTexts);
  if (state.failure)
    return (
      <Callout tone="red" isLive>
        {refusalSentence(state.failure)}
      </Callout>
    );
  if (state.price === null) return state.isStale ? <Skeleton className="h-28" /> : null;
  const before = booking.quote;
  return (
    <Section title={texts.price} level={3}>
      <div className={classNames("flex flex-col gap-2 transition-opacity", state.isStale && "opacity-55")}>
        <QuoteLines quote={state.price} />
        {before && (
          <p className="text-sm text-second" role="status">
            {costWords(before, words) === costWords(state.price, words)
              ? texts.samePrice
              : texts.priceBefore(costWords(before, words))}
          </p>
        )}
      </div>
    </Section>
  );
}
