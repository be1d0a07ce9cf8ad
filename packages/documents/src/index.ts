// Who imports this package from another program sees its types, and not what lies beside them.
// oxlint-disable-next-line typescript/triple-slash-reference -- ambient declarations are no module that could be imported
/// <reference path="./pdf/typesetting/untyped.d.ts" />

export { type CiiProfile, writeCii } from "./cii/write-cii.ts";
export { decimalOf } from "./decimal.ts";
export type * from "./model/decimal-text.ts";
export type * from "./model/invoice.ts";
export type * from "./model/line.ts";
export type * from "./model/party.ts";
export type * from "./model/payment.ts";
export type * from "./model/tax.ts";
export { type Profile, PROFILES } from "./model/profile.ts";
export { readInvoice } from "./read-invoice.ts";
export {
  type CategoryRuleId,
  checkInvoice,
  type Finding,
  isFatal,
  type NamedRuleId,
  type RuleId,
} from "./rules/check-invoice.ts";
export type { Field } from "./rules/fields.ts";
export type { FindingData, Severity, Term } from "./rules/rule.ts";
export { writeUbl } from "./ubl/write-ubl.ts";
export { InvoiceNotReadError, type NotReadReason } from "./xml/not-read.ts";
export { type InvoicePdfParts, renderInvoicePdf } from "./pdf/render-invoice-pdf.ts";
export { type LogoProblem, logoProblem } from "./pdf/archive/logo-problem.ts";
export { epcPayload, type EpcProblem, type Transfer } from "./pdf/rules/epc-payload.ts";
export { isRfReference, rfReference } from "./pdf/rules/rf-reference.ts";
export type { InvoiceSheet, SheetGroup, SheetLine, SheetLogo, SheetPayment } from "./pdf/sheet.ts";
