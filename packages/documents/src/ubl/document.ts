import type { EInvoice } from "../model/invoice.ts";
import { at, type Codec, many, maybe, optional, optionalText, paymentTerms, text } from "../xml/codec.ts";
import { childNamed } from "../xml/elements.ts";
import { group } from "../xml/group.ts";
import { INVOICED_OBJECT, line, objectId } from "./line.ts";
import { buyer, payee, seller, taxRepresentative } from "./parties.ts";
import { payment } from "./payment.ts";
import { attachments, delivery, invoicePeriod, notes, precedingInvoices, PROJECT } from "./references.ts";
import { ALLOWANCE, CHARGE, documentAllowances } from "./tax.ts";
import { totals, vat } from "./totals.ts";

const reference = (name: string): Codec<string | null> => at(name, optionalText("cbc:ID"));

/** UBL wants the buyer's order where only the seller's number of it is known: "NA" stands for it. */
const ORDER_UNKNOWN = "NA";
const order: Codec<string | null> = {
  read: (from, wire) => {
    const found = reference("cac:OrderReference").read(from, wire);
    return found === ORDER_UNKNOWN ? null : found;
  },
  write: (to, value, wire) => reference("cac:OrderReference").write(to, value, wire),
};

const salesOrder: Codec<string | null> = {
  read: (from, wire) => at("cac:OrderReference", optionalText("cbc:SalesOrderID")).read(from, wire),
  write: (to, value, wire) => {
    if (order.read(to, wire) === null) order.write(to, ORDER_UNKNOWN, wire);
    at("cac:OrderReference", optionalText("cbc:SalesOrderID")).write(to, value, wire);
  },
};

/** A CreditNote has a place for its due date beside its means of payment; without them it has none. */
function withPayment(inner: Codec<string | null>): Codec<string | null> {
  return {
    read: (from, wire) => inner.read(childNamed(from, "cac:PaymentMeans"), wire),
    write: (to, value, wire) => {
      const means = childNamed(to, "cac:PaymentMeans");
      if (means !== null) inner.write(means, value, wire);
    },
  };
}

/** What an Invoice and a CreditNote of UBL 2.1 name differently. */
export interface DocumentNames {
  readonly root: string;
  readonly typeCode: string;
  readonly line: string;
  readonly quantity: string;
  readonly dueDate: Codec<string | null>;
  readonly project: Codec<string | null>;
}

export const INVOICE: DocumentNames = {
  root: "inv:Invoice",
  typeCode: "cbc:InvoiceTypeCode",
  line: "cac:InvoiceLine",
  quantity: "cbc:InvoicedQuantity",
  dueDate: optionalText("cbc:DueDate"),
  project: reference("cac:ProjectReference"),
};

export const CREDIT_NOTE: DocumentNames = {
  root: "cn:CreditNote",
  typeCode: "cbc:CreditNoteTypeCode",
  line: "cac:CreditNoteLine",
  quantity: "cbc:CreditedQuantity",
  dueDate: withPayment(optionalText("cbc:PaymentDueDate")),
  project: maybe("cac:AdditionalDocumentReference", text("cbc:ID"), PROJECT),
};

/** Where each term of the standard stands in UBL 2.1 (EN 16931-3-2). */
export function ublDocument(names: DocumentNames): Codec<EInvoice> {
  return group<EInvoice>({
    specification: text("cbc:CustomizationID"),
    businessProcess: text("cbc:ProfileID"),
    number: text("cbc:ID"),
    issueDate: text("cbc:IssueDate"),
    typeCode: text(names.typeCode),
    notes,
    taxPointDate: optionalText("cbc:TaxPointDate"),
    currency: text("cbc:DocumentCurrencyCode"),
    taxCurrency: optionalText("cbc:TaxCurrencyCode"),
    buyerAccounting: optionalText("cbc:AccountingCost"),
    buyerReference: optionalText("cbc:BuyerReference"),
    period: invoicePeriod,
    taxPointCode: at("cac:InvoicePeriod", optional(text("cbc:DescriptionCode"))),
    orderReference: order,
    salesOrderReference: salesOrder,
    precedingInvoices,
    despatchReference: reference("cac:DespatchDocumentReference"),
    receiptReference: reference("cac:ReceiptDocumentReference"),
    tenderReference: reference("cac:OriginatorDocumentReference"),
    contractReference: reference("cac:ContractDocumentReference"),
    invoicedObject: maybe("cac:AdditionalDocumentReference", objectId, INVOICED_OBJECT),
    attachments,
    projectReference: names.project,
    seller,
    buyer,
    payee,
    taxRepresentative,
    delivery,
    payment,
    dueDate: names.dueDate,
    paymentTerms: at("cac:PaymentTerms", paymentTerms("cbc:Note")),
    allowances: documentAllowances(ALLOWANCE),
    charges: documentAllowances(CHARGE),
    totals,
    vat,
    lines: many(names.line, line(names.quantity)),
  });
}
