/** The amount itself. Throws RangeError unless it is a whole number of minor units that is exact (a safe integer). */
export function requireMinor(amountMinor: number): number {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`${amountMinor} is no exact amount in minor units.`);
  return amountMinor;
}

/** The amount itself, where none below zero makes sense: a price, a quantity. Throws RangeError otherwise. */
export function requireNotNegative(value: number): number {
  if (requireMinor(value) < 0) throw new RangeError(`${value} is below zero.`);
  return value;
}

/** The sum in minor units; 0 of nothing. Throws RangeError as soon as it is no longer exact. */
export function sumMinor(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => requireMinor(sum + requireMinor(amount)), 0);
}
