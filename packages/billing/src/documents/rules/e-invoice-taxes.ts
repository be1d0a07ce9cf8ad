import type { TaxCategory as WrittenTax, VatBreakdown } from "@working-social/documents";
import { decimalOf } from "@working-social/documents";
import type { TaxCategory } from "@working-social/kernel";
import type { InvoiceDocument } from "./document.ts";
import type { DocumentWords } from "./document-words.ts";
import { isUntaxed, reasonCodeOf, reasonOf } from "./tax-wording.ts";

/**
 * The category as the standard lets it be written: "not subject to VAT" may stand beside no other (BR-O-11, BR-O-12), which a first fee with
 * its deposit has. There it is written as exempt, with the words that it is not subject to VAT.
 */
function writtenCategory({ taxes }: Pick<InvoiceDocument, "taxes">, category: TaxCategory): TaxCategory {
  return category === "O" && taxes.some((tax) => tax.category !== "O") ? "E" : category;
}

/** Whether nothing of the invoice is subject to VAT: then nobody's VAT id stands on it (BR-O-02). */
export function isOutside({ taxes }: Pick<InvoiceDocument, "taxes">): boolean {
  return taxes.length > 0 && taxes.every(({ category }) => category === "O");
}

/** BG-30: "not subject to VAT" has no rate (BR-O-05). */
export function writtenTax(invoice: InvoiceDocument, category: TaxCategory, basisPoints: number): WrittenTax {
  const written = writtenCategory(invoice, category);
  return { category: written, rate: written === "O" ? null : percentText(basisPoints) };
}

/** BG-23: what is stored, one for each category and rate as they are written. */
export function eInvoiceTaxes(invoice: InvoiceDocument, words: DocumentWords): VatBreakdown[] {
  const groups = Map.groupBy(invoice.taxes, (tax) => `${writtenCategory(invoice, tax.category)} ${tax.basisPoints}`);
  return [...groups.values()].map((group) => breakdownOf(invoice, group, words));
}

function breakdownOf(invoice: InvoiceDocument, group: InvoiceDocument["taxes"], words: DocumentWords): VatBreakdown {
  const { currency } = invoice;
  const [first] = group;
  const category = first ? writtenCategory(invoice, first.category) : "Z";
  const sum = (amounts: number[]) =>
    decimalOf(
      amounts.reduce((total, one) => total + one, 0),
      currency,
    );
  const reasons = new Set(group.map((tax) => reasonOf(invoice, tax.category, words)));
  return {
    category,
    // Of what is not subject to VAT the standard asks for none, and the German authorities for zero (BR-DE-14).
    rate: percentText(first?.basisPoints ?? 0),
    taxableAmount: sum(group.map(({ netMinor }) => netMinor)),
    taxAmount: sum(group.map(({ taxMinor }) => taxMinor)),
    ...(isUntaxed(category) && {
      exemptionReason: [...reasons].join("; "),
      exemptionCode: codeOf(invoice, group, category),
    }),
  };
}

/** A code says one reason for all, and one of its own category. */
function codeOf(invoice: InvoiceDocument, group: InvoiceDocument["taxes"], category: TaxCategory): string | null {
  return group.every((tax) => tax.category === category) ? reasonCodeOf(invoice, category) : null;
}

/** 1900 → "19.00". */
function percentText(basisPoints: number): string {
  return (basisPoints / 100).toFixed(2);
}
