import type { Profile } from "@working-social/documents";
import type { Draft } from "../../invoices/rules/draft.ts";
import { buyerOf } from "../../invoices/rules/buyer-of.ts";
import type { SellerParty } from "../../invoices/schema.ts";
import type { InvoiceDocument } from "./document.ts";
import { documentWords } from "./document-words.ts";
import { eInvoiceOf } from "./e-invoice.ts";
import type { DocumentFinding } from "./findings.ts";
import { findingsOf } from "./findings.ts";

/** Stands for the number that a draft has none of yet. */
const NUMBER = "0";

/**
 * What its e-invoice would break if a draft were issued as it stands, and where that is entered; nothing, if it may be sent. `seller`: as its
 * documents name it now.
 */
export function checkBeforeIssue(draft: Draft, seller: SellerParty, profile: Profile): DocumentFinding[] {
  const document = documentOf(draft, seller);
  return findingsOf(eInvoiceOf(document, documentWords(document)), profile);
}

function documentOf(draft: Draft, seller: SellerParty): InvoiceDocument {
  const { totals, issueDate, dueDate, taxPoint, serviceFrom, serviceUntil, currency } = draft;
  const { netMinor, taxMinor, roundingMinor, dueMinor } = totals;
  return {
    kind: draft.outcome === "credit_note" ? "credit_note" : "invoice",
    number: NUMBER,
    issueDate,
    dueDate,
    taxPoint,
    serviceFrom,
    serviceUntil,
    currency,
    priceMode: draft.seller.priceMode,
    language: draft.account.language ?? draft.seller.language,
    seller,
    buyer: buyerOf(draft),
    reason: null,
    netMinor,
    taxMinor,
    roundingMinor,
    dueMinor,
    taxes: [...totals.taxes],
    lines: linesOf(draft),
    preceding: null,
  };
}

function linesOf({ lines, totals }: Draft): InvoiceDocument["lines"] {
  return lines.map(({ item, productKind, quantity, unitCode, amountMinor, tax, serviceFrom, serviceUntil }, place) => ({
    position: place + 1,
    item,
    productKind,
    quantity,
    unitCode,
    amountMinor,
    netMinor: totals.lineNets[place]?.netMinor ?? 0,
    taxCategory: tax.category,
    taxBasisPoints: tax.basisPoints,
    exemptionReason: tax.exemptionReason,
    exemptionCode: tax.exemptionCode,
    serviceFrom,
    serviceUntil,
  }));
}
