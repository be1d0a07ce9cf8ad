import type { PriceMode, Tax, TaxedPrice } from "@working-social/kernel";
import { OUTSIDE_OF_TAX, taxedPrice } from "@working-social/kernel";
import type { PackPurpose } from "./schema.ts";

/**
 * The tax of selling a pack. Multi-purpose: none, its use is taxed. Single-purpose: that of the places that it is good for; null
 * when they have none in common: then it is no single-purpose voucher, whatever it is called.
 */
export function packTax(purpose: PackPurpose, taxesOfPlaces: readonly Tax[]): Tax | null {
  if (purpose === "multi_purpose") return OUTSIDE_OF_TAX;
  const [tax, ...others] = taxesOfPlaces;
  return tax && others.length === 0 ? tax : null;
}

/** What is paid for a pack. Without a tax at its sale, the price is all of it. */
export function packPrice(pack: {
  priceMinor: number;
  priceMode: PriceMode;
  purpose: PackPurpose;
  tax: Tax | null;
}): TaxedPrice {
  const mode = pack.purpose === "multi_purpose" ? "gross" : pack.priceMode;
  return taxedPrice(pack.priceMinor, mode, pack.tax ?? OUTSIDE_OF_TAX);
}
