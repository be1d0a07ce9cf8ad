import type { SheetLine } from "@working-social/documents";
import type { TaxCategory } from "@working-social/kernel";
import { countedOf } from "./counted.ts";
import type { Counted } from "./counted.ts";
import type { DocumentLine } from "./document.ts";
import type { DocumentWords } from "./document-words.ts";
import { wordingOf } from "./line-wording.ts";
import { isUntaxed } from "./tax-wording.ts";

/** A line as it stands on paper; what comes back has a quantity below zero, as in the e-invoice. */
export function sheetLine(line: DocumentLine, words: DocumentWords): SheetLine {
  const { quantity, unit } = readable(countedOf(line));
  const signed = line.amountMinor < 0 ? -quantity : quantity;
  return {
    ...wordingOf(line, words),
    quantity: words.number(signed).replace(/^-/, "\u2212"),
    unit: words.lines.units[unit](quantity),
    unitPriceMinor: isPartOfPeriod(line) ? null : unitPriceOf(Math.abs(line.amountMinor), quantity),
    amountMinor: line.amountMinor,
    taxMark: taxMark(line, words),
  };
}

/** People read hours: 90 minutes are 1.5. */
function readable({ quantity, unit }: Counted): Counted {
  return unit === "MIN" && quantity % 15 === 0 ? { quantity: quantity / 60, unit: "HUR" } : { quantity, unit };
}

/** Days of a period are a part of its price: one of them has none of its own. */
function isPartOfPeriod({ item }: DocumentLine): boolean {
  return "daysInPeriod" in item.data && item.data.days < item.data.daysInPeriod;
}

/** A page shows four digits more than the currency has; a price that would be rounded there says nothing. */
const FINEST = 10_000;

function unitPriceOf(amountMinor: number, quantity: number): number | null {
  const price = Math.round((amountMinor * FINEST) / quantity) / FINEST;
  return Math.round(price * FINEST) * quantity === amountMinor * FINEST ? price : null;
}

function taxMark({ taxCategory, taxBasisPoints }: DocumentLine, words: DocumentWords): string {
  return isUntaxed(taxCategory) ? words.page.marks[taxCategory] : words.percent(taxBasisPoints);
}

/** What a tax is called in the sum. */
export function taxLabel(category: TaxCategory, { page: { taxes } }: DocumentWords): string {
  return category === "AE" || category === "L" || category === "M" ? taxes[category] : taxes.vat;
}
