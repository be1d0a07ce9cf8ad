import fc from "fast-check";
import { expect, test } from "vitest";
import type { PriceMode } from "./tax.ts";
import { taxedPrice, taxInside, taxOf, taxOnTop } from "./tax.ts";

test.each([
  // Net 10.00 at 19 %; JPY 917 with 10 % inside; BHD 1.875 with 10 % on top, a half that goes up.
  [1000, "net", 1900, 1000, 190, 1190],
  [917, "gross", 1000, 834, 83, 917],
  [1875, "net", 1000, 1875, 188, 2063],
  [1000, "gross", 1900, 840, 160, 1000],
  [0, "gross", 1900, 0, 0, 0],
  [500, "net", 0, 500, 0, 500],
] as const)(
  "%d %s at %d basis points is %d net and %d tax",
  (price, mode, basisPoints, netMinor, taxMinor, amountMinor) => {
    const tax = taxOf({ taxBasisPoints: basisPoints, zeroTaxCategory: "E" });
    expect(tax.category).toBe(basisPoints > 0 ? "S" : "E");
    expect(taxedPrice(price, mode, tax)).toEqual({ ...tax, mode, netMinor, taxMinor, amountMinor });
  },
);

test("halves go away from zero, also of what comes back", () => {
  expect(taxOnTop(50, 100)).toBe(1);
  expect(taxOnTop(-50, 100)).toBe(-1);
  expect(taxInside(11, 1000)).toBe(1);
  expect(taxInside(-11, 1000)).toBe(-1);
});

test("net and tax are the amount, the given one is what was given, and tax is within half a unit of exact", () => {
  const cases = fc.tuple(
    fc.nat(1_000_000_000_000),
    fc.constantFrom<PriceMode>("net", "gross"),
    fc.integer({ min: 1, max: 10_000 }),
  );
  fc.assert(
    fc.property(cases, ([price, mode, basisPoints]) => {
      const { netMinor, taxMinor, amountMinor } = taxedPrice(price, mode, { category: "S", basisPoints });
      expect(netMinor + taxMinor).toBe(amountMinor);
      expect(mode === "net" ? netMinor : amountMinor).toBe(price);
      const parts = BigInt(mode === "net" ? 10_000 : 10_000 + basisPoints);
      const off = BigInt(taxMinor) * parts - BigInt(price) * BigInt(basisPoints);
      expect(off * 2n <= parts && off * 2n > -parts).toBe(true);
    }),
  );
});
