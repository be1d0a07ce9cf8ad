import type { TaxCategory } from "@working-social/kernel";
import * as fc from "fast-check";
import type { TaxableLine } from "../rules/tax.ts";

const RATES: readonly (readonly [TaxCategory, number])[] = [
  ["S", 1900],
  ["S", 700],
  ["S", 825],
  ["S", 550],
  ["S", 2300],
  ["Z", 0],
  ["AE", 0],
];

/** Lines of an invoice at several rates, what comes back among them. */
export function someLines(least = -200_000): fc.Arbitrary<TaxableLine[]> {
  const amountMinor = fc.oneof(
    fc.integer({ min: Math.max(least, -5), max: 5 }),
    fc.integer({ min: least, max: 2_000_000 }),
  );
  const line = fc.record({ amountMinor, rate: fc.constantFrom(...RATES) });
  return fc.array(line, { maxLength: 9 }).map((lines) =>
    lines.map(({ amountMinor: amount, rate: [category, basisPoints] }, place) => ({
      id: `line ${place}`,
      amountMinor: amount,
      category,
      basisPoints,
    })),
  );
}
