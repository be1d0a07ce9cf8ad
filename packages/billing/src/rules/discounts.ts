import { scaleRounded } from "@working-social/kernel";
import { requireNotNegative } from "./minor.ts";

/** What is taken off each period's price, before anything is cut. There is one of them a contract. */
export interface Discount {
  /** 10,000 are the whole price. */
  readonly basisPoints: number;
  /** Taken off after the percentage, in minor units of a whole period. */
  readonly amountMinor: number;
  /** For how many periods percentage and amount hold, the free ones among them; null: for ever. */
  readonly periods: number | null;
  /** So many periods cost nothing first, before the percentage and the amount hold for what is left of `periods`. */
  readonly freePeriods: number;
  /** The first period that it holds for. */
  readonly fromPeriod: number;
}

/**
 * The price of period `periodIndex` in minor units, never below 0: nothing in a free period, else the percentage off, rounded, and
 * then the amount. A period counts whether it is cut, paused or whole. Throws RangeError for a price or a discount below zero,
 * and for more than 100 %.
 */
export function discountedPrice(priceMinor: number, discount: Discount | null, periodIndex: number): number {
  requireNotNegative(priceMinor);
  if (discount === null) return priceMinor;
  requireDiscount(discount);
  const counted = periodIndex - discount.fromPeriod;
  if (counted < 0) return priceMinor;
  if (counted < discount.freePeriods) return 0;
  if (discount.periods !== null && counted >= discount.periods) return priceMinor;
  return Math.max(0, scaleRounded(priceMinor, 10_000 - discount.basisPoints, 10_000) - discount.amountMinor);
}

function requireDiscount({ basisPoints, amountMinor, periods, freePeriods, fromPeriod }: Discount): void {
  [basisPoints, amountMinor, periods ?? 0, freePeriods, fromPeriod].forEach(requireNotNegative);
  if (basisPoints > 10_000) throw new RangeError(`${basisPoints} basis points are more than the whole price.`);
}
