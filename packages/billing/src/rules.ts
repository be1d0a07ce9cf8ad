import { scaleRounded } from "@working-social/kernel";

/**
 * What a line still costs when `openQuantity` of its `quantity` is unpaid: always computed from the whole, so that
 * settling in many steps rounds as settling at once does, and the last step leaves nothing.
 */
export function openAmount(amountMinor: number, quantity: number, openQuantity: number): number {
  return scaleRounded(amountMinor, openQuantity, quantity);
}
