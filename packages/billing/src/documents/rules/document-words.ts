import type { Language, LocalDate } from "@working-social/kernel";
import { addDays, dateFormat, formatMoney, formatPercent, numberFormat, readerOf } from "@working-social/kernel";
import { exemptionTexts } from "../../products/texts/exemption-texts.ts";
import type { ExemptionTexts } from "../../products/texts/exemption-texts.ts";
import { lineTexts } from "../texts/line-texts.ts";
import type { LineTexts } from "../texts/line-texts.ts";
import { pageTexts } from "../texts/page-texts.ts";
import type { PageTexts } from "../texts/page-texts.ts";
import type { InvoiceDocument } from "./document.ts";

/** The texts of a document's language, and how its reader writes dates and figures. */
export interface DocumentWords {
  readonly language: Language;
  readonly lines: LineTexts;
  readonly page: PageTexts;
  readonly exemptions: ExemptionTexts;
  /** "1 December 2026". */
  date(day: LocalDate): string;
  /** "1 – 31 December 2026" of half-open days; one day stands alone. */
  days(from: LocalDate, until: LocalDate): string;
  /** "€1,475.50". */
  money(minor: number): string;
  number(figure: number): string;
  /** "19%" of 1900. */
  percent(basisPoints: number): string;
}

/** A document speaks the language that it was issued in, and writes figures as in the seller's country. */
export function documentWords({
  language: issuedIn,
  seller,
  currency,
}: Pick<InvoiceDocument, "language" | "currency"> & {
  readonly seller: Pick<InvoiceDocument["seller"], "country">;
}): DocumentWords {
  const { language, locale } = readerOf({ languages: [issuedIn], regions: [seller.country] });
  const long = dateFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const figures = numberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  });
  return {
    language,
    lines: lineTexts[language],
    page: pageTexts[language],
    exemptions: exemptionTexts[language],
    date: (day) => long.format(noonOf(day)),
    days: (from, until) => {
      const lastDay = addDays(until, -1);
      return lastDay <= from ? long.format(noonOf(from)) : long.formatRange(noonOf(from), noonOf(lastDay));
    },
    money: (minor) => formatMoney({ minor, currency }, locale),
    number: (figure) => figuresOf(figures.formatToParts(figure)),
    percent: (basisPoints) => formatPercent(locale, basisPoints / 10_000),
  };
}

/** As amounts are written, without the currency: some locales (en-DE) write other numbers with other points. */
function figuresOf(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.flatMap(({ type, value }) => (type === "currency" || type === "literal" ? [] : [value])).join("");
}

function noonOf(day: LocalDate): number {
  return Date.parse(`${day}T12:00:00Z`);
}
