import {
  currencyExponent,
  dateFormat,
  formatMoney,
  numberFormat,
  readerOf,
  type LocalDate,
} from "@working-social/kernel";
import type { InvoiceSheet } from "../sheet.ts";

/** How a sheet writes what is no word: in the locale of its reader. */
export interface SheetFormats {
  /** "€1,475.50". */
  readonly money: (minor: number) => string;
  /** "1,475.50": for a column that names the currency. A price may have up to four more digits than its currency. */
  readonly amount: (minor: number) => string;
  /** "23 %": from basis points. */
  readonly rate: (basisPoints: number) => string;
  /** "1 December 2026". */
  readonly date: (date: LocalDate) => string;
  /** "Tuesday 15 December 2026". */
  readonly dayAndDate: (date: LocalDate) => string;
  /** "1 – 31 December 2026": both days belong to it. */
  readonly period: (firstDay: LocalDate, lastDay: LocalDate) => string;
}

export function formatsOf(sheet: Pick<InvoiceSheet, "language" | "region" | "currency">): SheetFormats {
  const { currency } = sheet;
  const { locale } = readerOf({ languages: [sheet.language], regions: [sheet.region] });
  const digits = currencyExponent(currency);
  const prices = numberFormat(locale, { style: "currency", currency, maximumFractionDigits: digits + 4 });
  const percent = numberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const day = dateFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const weekday = dateFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  return {
    money: (minor) => withMinus(formatMoney({ minor, currency }, locale)),
    amount: (minor) => withMinus(figuresOf(prices.formatToParts(minor / 10 ** digits))),
    rate: (basisPoints) => percent.format(basisPoints / 10_000),
    date: (date) => day.format(noonOf(date)),
    dayAndDate: (date) => weekday.format(noonOf(date)),
    period: (firstDay, lastDay) => day.formatRange(noonOf(firstDay), noonOf(lastDay)),
  };
}

/** Without the currency, and otherwise the same: some locales (en-PT) write other numbers with other points. */
function figuresOf(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.flatMap(({ type, value }) => (type === "currency" || type === "literal" ? [] : [value])).join("");
}

function noonOf(date: LocalDate): number {
  return Date.parse(`${date}T12:00:00Z`);
}

/** A minus as wide as a plus: a hyphen before a figure is easily overlooked. */
function withMinus(text: string): string {
  return text.replace(/^-|(?<=\P{L})-(?=\d)/u, "\u2212");
}
