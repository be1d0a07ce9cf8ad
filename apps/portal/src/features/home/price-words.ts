import type { FreeNowHit } from "@working-social/booking/schema";
import { formatMinutes, formatPrice } from "../../lib/format.ts";
import type { HomeTexts } from "./home-texts.ts";

type Offer = Pick<FreeNowHit["offer"], "totalMinor" | "currency" | "credits">;

/** What an offer costs, in minor units of its currency; null: no price can be told. */
export function priceWords({ totalMinor, currency, credits }: Offer, texts: HomeTexts): string {
  if (totalMinor === null) return texts.noPrice;
  const parts = credits.map(({ unit, quantity }) =>
    unit === "day_passes" ? texts.passes(quantity) : texts.credit(formatMinutes(quantity)),
  );
  if (totalMinor > 0) parts.push(formatPrice(totalMinor, currency));
  return parts.join(" + ") || texts.freeOfCharge;
}
