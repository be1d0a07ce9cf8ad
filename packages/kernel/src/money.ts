import { numberFormat } from "./texts/formats.ts";

/** An amount in the smallest unit of its currency: 1250 USD is $12.50, 1250 JPY is ¥1,250, 1250 BHD is 1.250. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** Digits after the decimal point of an ISO 4217 currency: 2 for USD, 0 for JPY, 3 for BHD. */
export function currencyExponent(currency: string): number {
  return numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Whether the runtime knows this as a currency code that is in use. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}

/**
 * The amount as a person reads it, in their language: $12.00, 12,00 €. The narrow symbol is for places that know one
 * dollar only: en-GB writes US$12.00 otherwise.
 */
export function formatMoney(
  { minor, currency }: Money,
  locale = "en-US",
  currencyDisplay: "symbol" | "narrowSymbol" = "symbol",
): string {
  const format = numberFormat(locale, { style: "currency", currency, currencyDisplay });
  return format.format(minor / 10 ** currencyExponent(currency));
}
