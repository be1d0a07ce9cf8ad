import { creditNoteOf, type CreditNote } from "@working-social/billing/rules";
import type { InvoiceLineView, InvoiceView } from "@working-social/billing/schema";

/** How much of each line is to come back, by its id. */
export type Quantities = Readonly<Record<string, number>>;

export function leftOf({ quantity, creditedQuantity, isReturned }: InvoiceLineView): number {
  return isReturned ? 0 : quantity - creditedQuantity;
}

/** All that is left of an invoice. */
export function allOf({ lines }: Pick<InvoiceView, "lines">): Quantities {
  return Object.fromEntries(lines.map((line) => [line.id, line.quantity - line.creditedQuantity]));
}

/** What would come back, by the rule that issues it. */
export function creditOf({ lines, priceMode }: Pick<InvoiceView, "lines" | "priceMode">, of: Quantities): CreditNote {
  const creditable = lines.map((line) => ({
    id: line.id,
    amountMinor: line.amountMinor,
    netMinor: line.netMinor,
    quantity: line.quantity,
    category: line.taxCategory,
    basisPoints: line.taxBasisPoints,
    creditedQuantity: line.creditedQuantity,
    creditQuantity: of[line.id] ?? 0,
  }));
  return creditNoteOf(creditable, priceMode);
}

/** The names of what the next run charges anew: days of a contract that come back as a whole. */
export function chargedAnew({ lines }: Pick<InvoiceView, "lines">, of: Quantities): string[] {
  const names = lines.flatMap(({ id, item, quantity }) =>
    (item.code === "plan_fee" || item.code === "letting_fee" || item.code === "item_fee") && of[id] === quantity
      ? [item.data.name]
      : [],
  );
  return [...new Set(names)];
}
