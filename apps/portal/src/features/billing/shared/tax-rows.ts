import { taxInvoice } from "@working-social/billing/rules";
import type { DraftView } from "@working-social/billing/schema";
import type { TaxCategory } from "@working-social/kernel";

/** The tax of all lines of one category and rate. */
export interface TaxRow {
  category: TaxCategory;
  basisPoints: number;
  netMinor: number;
  taxMinor: number;
}

/** The taxes of a bill that is not issued yet, once for each rate: by the rule that the issued one has them from. */
export function draftTaxes({ lines, priceMode }: Pick<DraftView, "lines" | "priceMode">): readonly TaxRow[] {
  const taxable = lines.map(({ amountMinor, taxCategory, taxBasisPoints }, place) => ({
    id: String(place),
    amountMinor,
    category: taxCategory,
    basisPoints: taxBasisPoints,
  }));
  return taxInvoice(taxable, priceMode).taxes;
}

/** Whether a tax is worth a line: a rate, or a reason why there is none. What is outside of tax by itself says nothing. */
export function isToldTax({ category, basisPoints }: TaxRow): boolean {
  return basisPoints > 0 || (category !== "O" && category !== "Z");
}
