import type { PriceMode, Tax } from "@working-social/kernel";
import { partOfPrice } from "./parts.ts";
import type { TaxedTotals, TaxTotal } from "./tax.ts";
import { totalsOf } from "./tax.ts";

/** A line of an issued invoice, as it is stored, and how much of it is credited. */
export interface CreditableLine extends Tax {
  readonly id: string;
  /** Net or gross, as the invoice's prices are. */
  readonly amountMinor: number;
  readonly netMinor: number;
  /** In whole units above 0, as small as this line is ever credited in: thousandths where half a month can be. */
  readonly quantity: number;
  /** By earlier credit notes, in the same units. */
  readonly creditedQuantity: number;
  /** By this one; 0 leaves the line out. */
  readonly creditQuantity: number;
}

export interface CreditedLine {
  readonly id: string;
  readonly quantity: number;
  readonly amountMinor: number;
  readonly netMinor: number;
}

/** What a credit note gives back: amounts above zero for what was charged. */
export interface CreditNote extends TaxedTotals {
  readonly lines: readonly CreditedLine[];
  /** What all credit notes leave of the invoice. Below zero they would exceed it: such a note must not be issued. */
  readonly leftMinor: number;
}

/**
 * A credit note for parts of an invoice's lines, out of what is stored and never computed anew: quantity b after a of Q is
 * round(P·(a+b)/Q) − round(P·a/Q). Tax is what all that is credited comes to, less what it came to before. So notes in any
 * steps add up to the invoice: lines, nets, taxes, rounding and what is due.
 * `lines`: all of the invoice, in minor units. Throws RangeError for more than a line's quantity and for less than nothing.
 */
export function creditNoteOf(lines: readonly CreditableLine[], mode: PriceMode): CreditNote {
  const before = creditedTotals(lines, mode, (line) => line.creditedQuantity);
  const after = creditedTotals(lines, mode, (line) => line.creditedQuantity + line.creditQuantity);
  const whole = totalsOf(lines, mode);
  const credited = lines.filter((line) => line.creditQuantity !== 0);
  return {
    lines: credited.map(creditedLine),
    taxes: after.taxes.filter((tax) => credited.some((line) => isOf(line, tax))).flatMap((tax) => since(before, tax)),
    netMinor: after.netMinor - before.netMinor,
    taxMinor: after.taxMinor - before.taxMinor,
    roundingMinor: after.roundingMinor - before.roundingMinor,
    dueMinor: after.dueMinor - before.dueMinor,
    leftMinor: whole.dueMinor - after.dueMinor,
  };
}

function creditedLine({ id, quantity, creditedQuantity, creditQuantity, ...stored }: CreditableLine): CreditedLine {
  const part = (minor: number) => partOfPrice(minor, quantity, creditedQuantity, creditedQuantity + creditQuantity);
  return { id, quantity: creditQuantity, amountMinor: part(stored.amountMinor), netMinor: part(stored.netMinor) };
}

/** What is credited of the invoice, as far as `quantityOf` says of each line. */
function creditedTotals(
  lines: readonly CreditableLine[],
  mode: PriceMode,
  quantityOf: (line: CreditableLine) => number,
): TaxedTotals {
  const credited = lines.map((line) => {
    const part = (minor: number) => partOfPrice(minor, line.quantity, 0, quantityOf(line));
    return { ...line, amountMinor: part(line.amountMinor), netMinor: part(line.netMinor) };
  });
  return totalsOf(credited, mode);
}

/** What came to a tax since then; both have the categories and rates of all lines. */
function since(before: TaxedTotals, tax: TaxTotal): TaxTotal[] {
  return before.taxes
    .filter((earlier) => isOf(earlier, tax))
    .map((earlier) => ({
      ...tax,
      netMinor: tax.netMinor - earlier.netMinor,
      taxMinor: tax.taxMinor - earlier.taxMinor,
    }));
}

function isOf(one: Tax, { category, basisPoints }: Tax): boolean {
  return one.category === category && one.basisPoints === basisPoints;
}
