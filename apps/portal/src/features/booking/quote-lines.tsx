import type { QuoteLine, QuoteView } from "@working-social/booking/schema";
import { DescriptionList, type DescriptionListItem } from "@working-social/ui";
import { formatPrice } from "../../lib/format.ts";
import { useTexts } from "../../texts/catalog.ts";
import { bookingTexts, type BookingTexts } from "../../texts/booking.ts";

type PricedQuote = Pick<QuoteView, "currency" | "lines" | "totalMinor">;

/** The price, line by line, each with its reason; the same words stay with the booking. */
export function QuoteLines({ quote }: { quote: PricedQuote }) {
  const texts = useTexts(bookingTexts);
  const isFree = quote.totalMinor === 0;
  const total: DescriptionListItem = {
    id: "total",
    term: isFree ? texts.nothing : texts.total,
    detail: formatPrice(quote.totalMinor, quote.currency),
    isTotal: true,
  };
  const items = quote.lines.map((line, index) => lineItem(line, index, quote.currency, texts));
  return <DescriptionList align="figures" items={[...items, total]} />;
}

function lineItem(line: QuoteLine, index: number, currency: string, texts: BookingTexts): DescriptionListItem {
  const item = { id: `${index} ${line.kind}`, detail: formatPrice(line.amountMinor, currency) };
  switch (line.kind) {
    case "time":
      return { ...item, term: texts.lineTime(line, currency), note: line.rateName };
    case "minimum":
      return { ...item, term: texts.lineMinimum(line, currency), note: line.rateName };
    case "kept":
      return { ...item, term: texts.lineKept, note: texts.lineKeptWhy(line, currency) };
    case "kept_credits":
      return { ...item, term: texts.lineKeptCredits(line), note: texts.lineKeptCreditsWhy(line) };
    case "credit":
      return { ...item, term: texts.lineCredit(line), note: texts.lineCreditFrom(line) };
    case "free":
      return { ...item, term: texts.lineFree(line) };
    case "tax":
      return { ...item, term: texts.lineTax(line), note: line.inclusive ? texts.includesTax : undefined };
  }
}
