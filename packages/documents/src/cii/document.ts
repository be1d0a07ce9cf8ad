import type { EInvoice } from "../model/invoice.ts";
import { at, type Codec, many, maybe, optional, optionalText, paymentTerms, text, within } from "../xml/codec.ts";
import { group, whole } from "../xml/group.ts";
import { date, optionalDate } from "./dates.ts";
import { INVOICED_OBJECT, line, objectId, period } from "./line.ts";
import { buyer, payee, seller, taxRepresentative } from "./parties.ts";
import { payment } from "./payment.ts";
import { attachments, delivery, notes, precedingInvoices, TENDER } from "./references.ts";
import { taxPointCode, taxPointDate, totals } from "./settlement.ts";
import { ALLOWANCE, CHARGE, documentAllowances, vatBreakdown } from "./tax.ts";

const TRANSACTION = "rsm:SupplyChainTradeTransaction";
const SETTLEMENT = [TRANSACTION, "ram:ApplicableHeaderTradeSettlement"];

const ofContext = <T>(inner: Codec<T>): Codec<T> => at("rsm:ExchangedDocumentContext", inner);
const ofDocument = <T>(inner: Codec<T>): Codec<T> => at("rsm:ExchangedDocument", inner);
const ofAgreement = <T>(inner: Codec<T>): Codec<T> =>
  within([TRANSACTION, "ram:ApplicableHeaderTradeAgreement"], inner);
const ofDelivery = <T>(inner: Codec<T>): Codec<T> => within([TRANSACTION, "ram:ApplicableHeaderTradeDelivery"], inner);
const ofSettlement = <T>(inner: Codec<T>): Codec<T> => within(SETTLEMENT, inner);
const ofTerms = <T>(inner: Codec<T>): Codec<T> => ofSettlement(at("ram:SpecifiedTradePaymentTerms", inner));

const reference = (name: string): Codec<string | null> => at(name, optionalText("ram:IssuerAssignedID"));

/** CII wants a project to have a name beside its number, which EN 16931 has no term for. */
const project: Codec<string | null> = {
  read: at("ram:SpecifiedProcuringProject", optionalText("ram:ID")).read,
  write: (to, value, wire) => {
    at("ram:SpecifiedProcuringProject", optionalText("ram:ID")).write(to, value, wire);
    at("ram:SpecifiedProcuringProject", optionalText("ram:Name")).write(to, value, wire);
  },
};

/** Where each term of the standard stands in CII D16B (EN 16931-3-3). */
export const ciiDocument: Codec<EInvoice> = group<EInvoice>({
  businessProcess: ofContext(at("ram:BusinessProcessSpecifiedDocumentContextParameter", text("ram:ID"))),
  specification: ofContext(at("ram:GuidelineSpecifiedDocumentContextParameter", text("ram:ID"))),
  number: ofDocument(text("ram:ID")),
  typeCode: ofDocument(text("ram:TypeCode")),
  issueDate: ofDocument(date("ram:IssueDateTime")),
  notes: ofDocument(notes),
  lines: at(TRANSACTION, many("ram:IncludedSupplyChainTradeLineItem", line)),
  buyerReference: ofAgreement(optionalText("ram:BuyerReference")),
  seller: ofAgreement(seller),
  buyer: ofAgreement(buyer),
  taxRepresentative: ofAgreement(taxRepresentative),
  salesOrderReference: ofAgreement(reference("ram:SellerOrderReferencedDocument")),
  orderReference: ofAgreement(reference("ram:BuyerOrderReferencedDocument")),
  contractReference: ofAgreement(reference("ram:ContractReferencedDocument")),
  tenderReference: ofAgreement(maybe("ram:AdditionalReferencedDocument", text("ram:IssuerAssignedID"), TENDER)),
  invoicedObject: ofAgreement(maybe("ram:AdditionalReferencedDocument", objectId, INVOICED_OBJECT)),
  attachments: ofAgreement(attachments),
  projectReference: ofAgreement(project),
  delivery: ofDelivery(delivery),
  despatchReference: ofDelivery(reference("ram:DespatchAdviceReferencedDocument")),
  receiptReference: ofDelivery(reference("ram:ReceivingAdviceReferencedDocument")),
  currency: ofSettlement(text("ram:InvoiceCurrencyCode")),
  taxCurrency: ofSettlement(optionalText("ram:TaxCurrencyCode")),
  payee: ofSettlement(payee),
  payment: ofSettlement(payment),
  vat: ofSettlement(vatBreakdown),
  taxPointDate: ofSettlement(taxPointDate),
  taxPointCode: ofSettlement(taxPointCode),
  period: ofSettlement(at("ram:BillingSpecifiedPeriod", whole(period))),
  allowances: ofSettlement(documentAllowances(ALLOWANCE)),
  charges: ofSettlement(documentAllowances(CHARGE)),
  paymentTerms: ofTerms(paymentTerms("ram:Description")),
  dueDate: ofTerms(optionalDate("ram:DueDateDateTime")),
  totals: ofSettlement(totals),
  precedingInvoices: ofSettlement(precedingInvoices),
  buyerAccounting: ofSettlement(at("ram:ReceivableSpecifiedTradeAccountingAccount", optional(text("ram:ID")))),
});
