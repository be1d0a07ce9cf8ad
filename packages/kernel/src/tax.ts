import { scaleRounded } from "./rounding.ts";

/**
 * UNTDID 5305, as far as EN 16931 knows them: standard (any rate above zero), zero-rated, exempt, reverse charge, supply within
 * the EU, export, outside of the scope of tax, Canary Islands, Ceuta and Melilla.
 */
export const TAX_CATEGORIES = ["S", "Z", "E", "AE", "K", "G", "O", "L", "M"] as const;
export type TaxCategory = (typeof TAX_CATEGORIES)[number];

/** What 0 % can mean where a seller takes no tax from anybody. */
export const ZERO_TAX_CATEGORIES = ["Z", "E", "O"] as const satisfies readonly TaxCategory[];
export type ZeroTaxCategory = (typeof ZERO_TAX_CATEGORIES)[number];

/** What a price says: without tax, or with the tax in it. */
export const PRICE_MODES = ["net", "gross"] as const;
export type PriceMode = (typeof PRICE_MODES)[number];

/** 100 basis points are 1 %. */
export interface Tax {
  readonly category: TaxCategory;
  readonly basisPoints: number;
}

/** Nothing that tax is about: a voucher whose use is taxed, a deposit. */
export const OUTSIDE_OF_TAX: Tax = { category: "O", basisPoints: 0 };

/** A price with its tax. amountMinor = netMinor + taxMinor; `mode` says which of net and amount was given. */
export interface TaxedPrice extends Tax {
  readonly mode: PriceMode;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly amountMinor: number;
}

/** The tax that a location takes, by what is set there. */
export function taxOf(place: { readonly taxBasisPoints: number; readonly zeroTaxCategory: ZeroTaxCategory }): Tax {
  const { taxBasisPoints: basisPoints, zeroTaxCategory } = place;
  return { category: basisPoints > 0 ? "S" : zeroTaxCategory, basisPoints };
}

/** The tax that comes on top of a net amount, rounded halves away from zero. */
export function taxOnTop(netMinor: number, basisPoints: number): number {
  return scaleRounded(netMinor, basisPoints, 10_000);
}

/** The tax inside of a gross amount, rounded halves away from zero. */
export function taxInside(grossMinor: number, basisPoints: number): number {
  return scaleRounded(grossMinor, basisPoints, 10_000 + basisPoints);
}

/** A price by its mode: tax is added to what is net, and taken out of what is gross. */
export function taxedPrice(priceMinor: number, mode: PriceMode, { category, basisPoints }: Tax): TaxedPrice {
  const taxMinor = mode === "net" ? taxOnTop(priceMinor, basisPoints) : taxInside(priceMinor, basisPoints);
  const netMinor = mode === "net" ? priceMinor : priceMinor - taxMinor;
  return { mode, category, basisPoints, netMinor, taxMinor, amountMinor: netMinor + taxMinor };
}
