import type { InvoiceSheet, SheetGroup, SheetLogo, SheetPayment } from "@working-social/documents";
import type { Party, SellerParty } from "../../invoices/schema.ts";
import type { InvoiceDocument } from "./document.ts";
import type { DocumentWords } from "./document-words.ts";
import { headingOf } from "./line-wording.ts";
import { paymentReference } from "../../invoices/rules/payment-reference.ts";
import { sheetLine, taxLabel } from "./sheet-lines.ts";
import { inclusive } from "./e-invoice-lines.ts";
import { reasonOf } from "./tax-wording.ts";

/** A document as it stands on paper: its lines by product, what is to pay, until when and how. The logo is the seller's, or none. */
export function sheetOf(invoice: InvoiceDocument, words: DocumentWords, logo: SheetLogo | null): InvoiceSheet {
  const { seller, buyer, preceding, taxPoint, issueDate } = invoice;
  const { start: firstDay, end: lastDay } = inclusive(invoice.serviceFrom, invoice.serviceUntil);
  const isToPay = invoice.kind === "invoice" && invoice.dueMinor > 0;
  return {
    language: words.language,
    region: seller.country,
    kind: invoice.kind === "invoice" ? "invoice" : "creditNote",
    number: invoice.number,
    currency: invoice.currency,
    prices: invoice.priceMode,
    seller: { ...sellerOf(seller, words), logo },
    buyer: {
      name: buyer.name,
      address: addressLines(buyer, words),
      vatId: buyer.vatId,
      reference: buyer.buyerReference,
      order: buyer.orderReference,
      contract: null,
    },
    dates: {
      issued: issueDate,
      taxPoint: taxPoint === issueDate ? null : taxPoint,
      due: isToPay ? invoice.dueDate : null,
      service: { firstDay, lastDay },
    },
    preceding: preceding === null ? null : { number: preceding.number, issued: preceding.issueDate },
    groups: groupsOf(invoice, words),
    taxes: taxesOf(invoice, words),
    totals: totalsOf(invoice),
    payment: isToPay ? paymentOf(invoice) : { kind: "none" },
    notes: [
      ...(isToPay ? [words.page.payBy(words.date(invoice.dueDate))] : []),
      ...(invoice.reason === null ? [] : [words.page.reason(invoice.reason)]),
    ],
    link: null,
  };
}

function sellerOf(seller: SellerParty, words: DocumentWords): Omit<InvoiceSheet["seller"], "logo"> {
  const { name, vatId, taxId, registration, contactEmail, contactPhone } = seller;
  const ids = [
    vatId === null ? null : words.page.vatId(vatId),
    taxId === null ? null : words.page.taxId(taxId),
    registration,
  ];
  return {
    name,
    place: seller.city,
    legalName: name,
    address: addressLines(seller, words),
    ids: ids.filter((id) => id !== null),
    contact: contactEmail ?? contactPhone,
  };
}

function addressLines(party: Party, { language }: DocumentWords): string[] {
  const { street, extraLine, postCode, city, region, country } = party;
  const place = [postCode, city].filter((part) => part !== null).join(" ");
  const land = country === null ? null : (new Intl.DisplayNames([language], { type: "region" }).of(country) ?? country);
  return [street, extraLine, place === "" ? null : place, region, land].filter((line) => line !== null);
}

/** By product, in the order of the lines. A heading only where there are several. */
function groupsOf(invoice: InvoiceDocument, words: DocumentWords): SheetGroup[] {
  const groups = [...Map.groupBy(invoice.lines, ({ productKind }) => productKind)];
  const isOnly = groups.length < 2;
  return groups.map(([productKind, lines]) => ({
    heading: isOnly ? null : headingOf(productKind, words),
    detail: null,
    lines: lines.map((line) => sheetLine(line, words)),
    sumMinor: isOnly ? null : lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }));
}

function taxesOf(invoice: InvoiceDocument, words: DocumentWords): InvoiceSheet["taxes"] {
  return invoice.taxes.map(({ category, basisPoints, netMinor, taxMinor }) => ({
    label: taxLabel(category, words),
    detail: null,
    wording: reasonOf(invoice, category, words),
    basisPoints,
    netMinor,
    taxMinor,
  }));
}

function totalsOf({ netMinor, roundingMinor, dueMinor }: InvoiceDocument): InvoiceSheet["totals"] {
  return { netMinor, roundingMinor, grossMinor: dueMinor, paidMinor: 0, carriedMinor: 0, dueMinor };
}

function paymentOf({ seller, number }: InvoiceDocument): SheetPayment {
  const { iban, bic, accountHolder, name } = seller;
  if (iban === null) return { kind: "none" };
  const to = { name: accountHolder ?? name, iban, bic };
  return { kind: "transfer", to, reference: paymentReference(number), code: true };
}
