import type { DraftView } from "../schema.ts";
import type { Draft } from "./draft.ts";

/** A draft for people to read. */
export function draftView({ outcome, seller, currency, issueDate, dueDate, totals, lines }: Draft): DraftView {
  const { netMinor, taxMinor, roundingMinor, dueMinor } = totals;
  return {
    outcome,
    currency,
    issueDate,
    dueDate,
    netMinor,
    taxMinor,
    roundingMinor,
    dueMinor,
    sellerId: seller.sellerId,
    priceMode: seller.priceMode,
    lines: lines.map(({ item, productKind, quantity, unitCode, amountMinor, tax, serviceFrom, serviceUntil }) => ({
      item,
      productKind,
      quantity,
      unitCode,
      amountMinor,
      serviceFrom,
      serviceUntil,
      taxCategory: tax.category,
      taxBasisPoints: tax.basisPoints,
    })),
  };
}
