import type { Delivery, EInvoice, PaymentInstructions } from "@working-social/documents";
import { decimalOf } from "@working-social/documents";
import { isSEPACountry } from "ibantools";
import type { InvoiceDocument } from "./document.ts";
import type { DocumentWords } from "./document-words.ts";
import { eInvoiceLines, inclusive } from "./e-invoice-lines.ts";
import { addressOf, eInvoiceBuyer, eInvoiceSeller } from "./e-invoice-parties.ts";
import { eInvoiceTaxes, isOutside } from "./e-invoice-taxes.ts";
import { paymentReference } from "../../invoices/rules/payment-reference.ts";

/** UNTDID 1001. */
const TYPE_CODES = { invoice: "380", credit_note: "381" } as const;
/** UNTDID 4461: a transfer in SEPA, any other, and a way that nobody has said. */
const MEANS = { sepa: "58", transfer: "30", unsaid: "1" } as const;

/**
 * A document of ours as EN 16931 means it: out of what is stored, nothing computed anew. Whether it keeps the rules, `checkInvoice` says;
 * what a party lacks, it lacks here.
 */
export function eInvoiceOf(invoice: InvoiceDocument, words: DocumentWords): EInvoice {
  const { buyer, seller, preceding, reason, issueDate, taxPoint } = invoice;
  const outside = isOutside(invoice);
  const isToPay = invoice.kind === "invoice" && invoice.dueMinor > 0;
  return {
    number: invoice.number,
    issueDate,
    typeCode: TYPE_CODES[invoice.kind],
    currency: invoice.currency,
    taxPointDate: taxPoint === issueDate ? null : taxPoint,
    dueDate: isToPay ? invoice.dueDate : null,
    buyerReference: buyer.buyerReference,
    orderReference: buyer.orderReference,
    paymentTerms: isToPay ? words.page.payBy(words.date(invoice.dueDate)) : null,
    notes: reason === null ? [] : [{ text: words.page.reason(reason) }],
    precedingInvoices: preceding === null ? [] : [preceding],
    seller: eInvoiceSeller(seller, outside),
    buyer: eInvoiceBuyer(buyer, outside),
    delivery: deliveryOf(invoice),
    period: inclusive(invoice.serviceFrom, invoice.serviceUntil),
    payment: paymentOf(invoice, isToPay),
    allowances: [],
    charges: [],
    totals: totalsOf(invoice),
    vat: eInvoiceTaxes(invoice, words),
    attachments: [],
    lines: eInvoiceLines(invoice, words),
  };
}

function totalsOf({ netMinor, taxMinor, roundingMinor, dueMinor, currency }: InvoiceDocument): EInvoice["totals"] {
  const text = (minor: number) => decimalOf(minor, currency);
  return {
    lines: text(netMinor),
    net: text(netMinor),
    tax: text(taxMinor),
    gross: text(netMinor + taxMinor),
    rounding: roundingMinor === 0 ? null : text(roundingMinor),
    due: text(dueMinor),
  };
}

/** By transfer to the seller's account. What is not to be paid says that no way is said: an account on it would be paid to. */
function paymentOf({ seller, number, currency }: InvoiceDocument, isToPay: boolean): PaymentInstructions | null {
  if (!isToPay) return { meansCode: MEANS.unsaid, transfers: [] };
  const { iban, bic, accountHolder } = seller;
  if (iban === null) return null;
  const isSepa = currency === "EUR" && isSEPACountry(iban.slice(0, 2));
  return {
    meansCode: isSepa ? MEANS.sepa : MEANS.transfer,
    remittance: paymentReference(number),
    transfers: [{ account: iban, accountName: accountHolder ?? seller.name, provider: bic }],
  };
}

/** A supply within the Union says where it went and until when (BR-IC-11, BR-IC-12). */
function deliveryOf({ taxes, buyer, serviceFrom, serviceUntil }: InvoiceDocument): Delivery | null {
  if (!taxes.some(({ category }) => category === "K")) return null;
  return { date: inclusive(serviceFrom, serviceUntil).end, address: addressOf(buyer) };
}
