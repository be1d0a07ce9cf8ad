import type { InvoiceLineView, InvoiceView } from "../../invoices/schema.ts";

/** The invoice that a credit note corrects. */
interface Preceding {
  readonly number: string;
  readonly issueDate: string;
}

/** What of an invoice its e-invoice and its page are made of; of one that is still to be issued, too. */
export type InvoiceDocument = Pick<
  InvoiceView,
  | "kind"
  | "number"
  | "issueDate"
  | "dueDate"
  | "taxPoint"
  | "serviceFrom"
  | "serviceUntil"
  | "currency"
  | "priceMode"
  | "language"
  | "seller"
  | "buyer"
  | "reason"
  | "netMinor"
  | "taxMinor"
  | "roundingMinor"
  | "dueMinor"
  | "taxes"
> & {
  readonly lines: readonly DocumentLine[];
  /** Null for an invoice, and for a credit note over what several invoices had. */
  readonly preceding: Preceding | null;
};

/** What later documents did to it is no part of what it says. */
export type DocumentLine = Omit<InvoiceLineView, "id" | "locationId" | "creditedQuantity" | "isReturned">;
