import { currencyExponent, dateFormat, numberFormat, type LocalDate } from "@working-social/kernel";
import { locale } from "../../../lib/locale.ts";

// Figures of a table whose heading says the currency, and days of no one clock: an invoice is dated, not timed.

/** 1838.00 → "1,838.00" */
export function amountText(minor: number, currency: string): string {
  return figure(minor, currency, "auto");
}

/** "+1,838.00", "−1,770.00" with a true minus, "0.00" */
export function changeText(minor: number, currency: string): string {
  return figure(minor, currency, "exceptZero");
}

function figure(minor: number, currency: string, signDisplay: "auto" | "exceptZero"): string {
  const digits = currencyExponent(currency);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay };
  return numberFormat(locale, options)
    .format(minor / 10 ** digits)
    .replace("-", "−");
}

/** 1 Dec 2026 */
export function shortDayText(day: LocalDate): string {
  return written(day, { day: "numeric", month: "short", year: "numeric" });
}

/** 1 December */
export function dayOfYearText(day: LocalDate): string {
  return written(day, { day: "numeric", month: "long" });
}

/** December */
export function monthText(day: LocalDate): string {
  return written(day, { month: "long" });
}

function written(day: LocalDate, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(locale, { ...options, timeZone: "UTC" }).format(Date.parse(`${day}T12:00:00Z`));
}
