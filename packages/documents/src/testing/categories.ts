import type { EInvoice } from "../model/invoice.ts";
import { CATEGORIES, type CategoryName } from "../rules/families/categories.ts";
import { DRAFT, totalled } from "./lawful-invoice.ts";

/** The lawful invoice with everything taxed by one category, and with the ids and reasons that it asks for. */
export function lawfulOf(name: CategoryName): EInvoice {
  const { code, rate, reason, ids } = CATEGORIES[name];
  const tax = { category: code, ...(rate !== "absent" && { rate: rate === "zero" ? "0" : "7" }) };
  const isUnknown = ids === "none";
  return totalled({
    ...DRAFT,
    seller: { ...DRAFT.seller, vatId: isUnknown ? null : "DE123456789" },
    buyer: { ...DRAFT.buyer, vatId: isUnknown ? null : "DE987654321" },
    reason: reason === "required" ? "No tax is due." : null,
    lines: DRAFT.lines.map((line) => ({ ...line, tax })),
    allowances: DRAFT.allowances.map((one) => ({ ...one, tax })),
    charges: DRAFT.charges.map((one) => ({ ...one, tax })),
  });
}
