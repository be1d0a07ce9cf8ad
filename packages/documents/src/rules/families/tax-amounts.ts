import type { VatBreakdown } from "../../model/tax.ts";
import { type Exact, exactOf, isEqual, isWithin, ONE, rounded, textOfExact, times, ZERO } from "../exact.ts";
import type { Broken } from "../rule.ts";

const PERCENT: Exact = { units: 1n, scale: 2 };

/** BT-116 × BT-119, rounded to the cent. Null where either is missing; a missing rate is none. */
export function taxDue({ taxableAmount, rate }: VatBreakdown): Exact | null {
  const taxable = exactOf(taxableAmount);
  return taxable === null ? null : rounded(times(times(taxable, exactOf(rate) ?? ZERO), PERCENT), 2);
}

/**
 * A tax amount that is not what is due. The standard asks for the cent; the official Schematron lets pass what is less than one
 * unit away, since tax may have been computed line by line. Within that it is a warning, beyond it fatal.
 */
export function unlikeTax({ taxAmount, rate }: VatBreakdown, due: Exact | null): readonly Broken[] {
  return unlikeWithin(taxAmount, due, rate);
}

export function unlikeWithin(text: string, due: Exact | null, rate?: string | null): readonly Broken[] {
  const actual = exactOf(text);
  if (actual === null || due === null || isEqual(actual, due)) return [];
  const data = { expected: textOfExact(due), actual: text, ...(rate != null && { rate }) };
  return [isWithin(actual, due, ONE) ? { ...data, severity: "warning" } : data];
}
