import { formatPrice } from "../../lib/format.ts";
import type { HomeTexts } from "../../texts/home.ts";

/** What an offer costs, in minor units of its currency; null: no price can be told. */
export function priceWords(offer: { totalMinor: number | null; currency: string }, texts: HomeTexts): string {
  if (offer.totalMinor === null) return texts.noPrice;
  return offer.totalMinor === 0 ? texts.freeOfCharge : formatPrice(offer.totalMinor, offer.currency);
}
