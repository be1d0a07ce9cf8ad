import { useQuery } from "@tanstack/react-query";
import type { QuoteView } from "@working-social/booking/schema";
import { DescriptionList, VisuallyHidden, type DescriptionListItem } from "@working-social/ui";
import { useForWhom } from "../../lib/for-whom.ts";
import { formatPrice } from "../../lib/format.ts";
import { useNow } from "../../lib/now.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingTexts } from "./booking-texts.ts";
import { walletOptions } from "../credits/wallet-query.ts";
import { creditSentence, itemNote, itemTerm, type PriceWords } from "./price-words.ts";
import { priceItems, type PriceItem } from "./price-items.ts";

type PricedQuote = Pick<QuoteView, "currency" | "lines" | "totalMinor">;

interface QuoteLinesProps {
  quote: PricedQuote;
  /** Says what credits pay in a sentence whenever it changes: where a slot is being chosen. */
  isLive?: boolean;
  /** The price of a booking that was made: what was left of the credits at that moment is no news any more. */
  isAgreed?: boolean;
}

/** The price, line by line, each with its reason; the same words stay with the booking. */
export function QuoteLines({ quote, isLive = false, isAgreed = false }: QuoteLinesProps) {
  const words = usePriceWords(quote.currency);
  const { texts } = words;
  const items = priceItems(quote);
  const total: DescriptionListItem = {
    id: "total",
    term: quote.totalMinor === 0 ? texts.nothing : texts.total,
    detail: formatPrice(quote.totalMinor, quote.currency),
    isTotal: true,
  };
  const lines = items.map((item, index) => {
    const line = listItem(item, index, words);
    if (!isAgreed || item.kind !== "lot") return line;
    return { ...line, term: itemTerm(item, words).term, note: item.lot.isPlanned ? line.note : undefined };
  });
  return (
    <>
      <DescriptionList align="figures" items={[...lines, total]} />
      {isLive && <VisuallyHidden role="status">{creditSentence(items, words)}</VisuallyHidden>}
    </>
  );
}

/** Credits end by one clock in all of the organization: the wallet's. */
function usePriceWords(currency: string): PriceWords {
  const texts = useTexts(bookingTexts);
  const now = useNow();
  const { data: wallet } = useQuery(walletOptions());
  return { texts, currency, now, timeZone: wallet?.timeZone ?? "UTC", whose: useForWhom() };
}

function listItem(item: PriceItem, index: number, words: PriceWords): DescriptionListItem {
  const { term, aside } = itemTerm(item, words);
  return {
    id: `${index} ${item.kind}`,
    term: (
      <span className="wrap-anywhere">
        {term} {aside && <span className="inline-block text-second">({aside})</span>}
      </span>
    ),
    detail: formatPrice(item.amountMinor, words.currency),
    note: itemNote(item, words),
  };
}
