import type { WordsLike } from "@working-social/kernel";
import type { DocumentKind } from "@working-social/billing/schema";
import { catalog } from "../../../lib/texts/catalog.ts";

const kinds: Record<DocumentKind, string> = { invoice: "Invoice", credit_note: "Credit note" };

const en = {
  title: "Invoices",
  subtitle: "Every invoice and credit note, the newest first.",
  list: "Invoices",
  kind: (kind: DocumentKind) => kinds[kind],
  named: (kind: DocumentKind, number: string) => `${kinds[kind]} ${number}`,
  columnDay: "Date",
  columnNumber: "Number",
  columnFor: "For",
  columnAmount: "Amount",
  columnDue: "Pay by",
  more: "Show earlier invoices",
  emptyTitle: "No invoices yet",
  emptyText:
    "Your invoices come here when the space bills its plans and what was used, usually at the beginning of a month. Each says line by line what it is for, and how to pay it.",
  emptyPlan: "See what comes next",

  back: "Invoices",
  pay: "To pay",
  payBy: (day: string) => `Please pay by **${day}**.`,
  nothingToPay: "There is nothing to pay.",
  comesBack: "Comes back to you",
  comesBackText: "You need not do anything.",
  corrects: (number: string) => `It corrects invoice ${number}.`,
  reason: (reason: string) => `Reason: ${reason}`,
  issued: "Date",
  taxPoint: "Tax point",
  service: "For the days",
  reference: "Your reference",
  order: "Your order",
  to: "To",
  from: "From",
  vatId: (id: string) => `VAT id ${id}`,
  taxId: (id: string) => `Tax id ${id}`,
  lines: "What it is for",
  net: "Net",
  gross: "In all",
  total: "To pay",
  how: "How to pay",
  openPdf: "Open the PDF",
  transfer: "By transfer to",
  holder: "Account holder",
  iban: "IBAN",
  bic: "BIC",
  withReference: "With this reference",
  noAccount: "The front desk tells you how to pay it.",
  questions: (contact: string) => `Questions? ${contact}`,
  copy: (what: string) => `Copy: ${what}`,
  copied: (what: string) => `${what} is copied.`,
};

export type InvoiceTexts = WordsLike<typeof en>;
export const invoiceTexts = catalog<InvoiceTexts>({ en, de: () => import("./invoice-texts.de.ts") });
