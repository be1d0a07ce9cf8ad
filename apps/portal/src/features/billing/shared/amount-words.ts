import { formatPrice } from "../../../lib/format.ts";

/** $12.00, and below zero with a true minus: −$12.00. */
export function amountWords(minor: number, currency: string): string {
  return minor < 0 ? `−${formatPrice(-minor, currency)}` : formatPrice(minor, currency);
}
