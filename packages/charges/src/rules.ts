import type { EpochMs } from "@working-social/kernel";
import { addDays, dayInterval, scaleRounded, toLocal } from "@working-social/kernel";

/**
 * What a line still costs when `openQuantity` of its `quantity` is unpaid: always computed from the whole, so that
 * settling in many steps rounds as settling at once does, and the last step leaves nothing.
 */
export function openAmount(amountMinor: number, quantity: number, openQuantity: number): number {
  return scaleRounded(amountMinor, openQuantity, quantity);
}

/** A line of a charge with usage behind it. */
export interface UsedLine {
  amountMinor: number;
  quantity: number;
  openQuantity: number;
  openMinor: number;
}

/** The fewest units of a line that cost at least `worthMinor`; none for nothing, and never more than there are. */
export function quantityWorth(
  { amountMinor, quantity }: Pick<UsedLine, "amountMinor" | "quantity">,
  worthMinor: number,
) {
  if (worthMinor <= 0) return 0;
  if (amountMinor === 0) return quantity;
  // openAmount(x) >= worth when x / quantity of the amount is at least worth - ½, since halves are rounded up.
  const [amount, worth, whole] = [BigInt(amountMinor), BigInt(worthMinor), BigInt(quantity)];
  const least = ((2n * worth - 1n) * whole + 2n * amount - 1n) / (2n * amount);
  return Math.min(quantity, Number(least));
}

/**
 * How much of a line's usage late credits may still pay: what has been paid in money, or taken off by hand, is not paid
 * again, and what credits pay never takes more off than is open.
 */
export function unpaidQuantity(line: UsedLine): number {
  const paidMinor = openAmount(line.amountMinor, line.quantity, line.openQuantity) - line.openMinor;
  return line.openMinor <= 0 ? 0 : Math.max(0, line.openQuantity - quantityWorth(line, paidMinor));
}

/** When a pack's credits end: with the local day, so that who buys in the evening loses nothing of the last one. null: never. */
export function packExpiry(boughtAt: EpochMs, validDays: number | null, zone: string): EpochMs | null {
  if (validDays === null) return null;
  return dayInterval(addDays(toLocal(boughtAt, zone).date, validDays), zone).end;
}
