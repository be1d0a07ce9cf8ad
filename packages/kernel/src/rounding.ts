/**
 * numerator / denominator to the nearest integer, halves away from zero: the way invoices round.
 * Exact for safe integers; throws RangeError beyond them.
 */
export function divideRounded(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError("divideRounded takes safe integers and a positive denominator.");
  }
  const sign = Math.sign(numerator);
  const magnitude = Math.abs(numerator);
  const quotient = Math.floor(magnitude / denominator);
  const rest = magnitude - quotient * denominator;
  const rounded = sign * (quotient + (rest * 2 >= denominator ? 1 : 0));
  return rounded === 0 ? 0 : rounded;
}

/**
 * amount × numerator / denominator to the nearest integer, halves away from zero, exact however large the product is:
 * a price for an hour × minutes / 60, an amount × basis points / 10,000. Throws RangeError when the result is not a safe
 * integer.
 */
export function scaleRounded(amount: number, numerator: number, denominator: number): number {
  const product = amount * numerator;
  if (Number.isSafeInteger(product)) return divideRounded(product, denominator);
  const exact = BigInt(amount) * BigInt(numerator);
  const twice = (exact < 0n ? -exact : exact) * 2n;
  const divisor = BigInt(denominator);
  const magnitude = Number((twice + divisor) / (divisor * 2n));
  if (!Number.isSafeInteger(magnitude)) throw new RangeError("The amount is too large to be exact.");
  return exact < 0n ? -magnitude : magnitude;
}
