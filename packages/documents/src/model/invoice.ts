import type { DateText, DecimalText, Identifier, Period } from "./decimal-text.ts";
import type { InvoiceLine } from "./line.ts";
import type { Address, Buyer, Payee, Seller, TaxRepresentative } from "./party.ts";
import type { PaymentInstructions } from "./payment.ts";
import type { DocumentAllowance, VatBreakdown } from "./tax.ts";

/** BG-1. */
export interface Note {
  /** BT-21: UNTDID 4451. */
  readonly subject?: string | null;
  /** BT-22. */
  readonly text: string;
}

/** BG-3. */
export interface PrecedingInvoice {
  /** BT-25. */
  readonly number: string;
  /** BT-26. */
  readonly issueDate?: DateText | null;
}

/** BG-13. */
export interface Delivery {
  /** BT-70. */
  readonly name?: string | null;
  /** BT-71. */
  readonly location?: Identifier | null;
  /** BT-72. */
  readonly date?: DateText | null;
  /** BG-15. */
  readonly address?: Address | null;
}

/** BG-24. */
export interface Attachment {
  /** BT-122. */
  readonly reference: string;
  /** BT-123. */
  readonly description?: string | null;
  /** BT-124. */
  readonly url?: string | null;
  /** BT-125. */
  readonly file?: AttachedFile | null;
}

export interface AttachedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly base64: string;
}

/** BG-22. */
export interface Totals {
  /** BT-106: the sum of the lines. */
  readonly lines: DecimalText;
  /** BT-107. */
  readonly allowances?: DecimalText | null;
  /** BT-108. */
  readonly charges?: DecimalText | null;
  /** BT-109: without tax. */
  readonly net: DecimalText;
  /** BT-110. */
  readonly tax?: DecimalText | null;
  /** BT-111: the tax in the currency that the tax office counts in (BT-6). */
  readonly taxInTaxCurrency?: DecimalText | null;
  /** BT-112: with tax. */
  readonly gross: DecimalText;
  /** BT-113. */
  readonly paid?: DecimalText | null;
  /** BT-114: what is added so that the sum due is the one that was agreed. */
  readonly rounding?: DecimalText | null;
  /** BT-115. */
  readonly due: DecimalText;
}

/**
 * An invoice or a credit note as EN 16931-1 means it, in whatever syntax it is written. Names are ours, the comments say which
 * business term (BT) or group (BG) of the standard each is. A text that every invoice must have is "" where one has none: then
 * the rules say so. What else is missing is null or absent. Amounts are of `currency`, in decimals.
 */
export interface EInvoice {
  /** BT-24 as it was read, "" where there was none; absent for an invoice of ours, since the profile says what it is. */
  readonly specification?: string | null;
  /** BT-23, likewise. */
  readonly businessProcess?: string | null;
  /** BT-1. */
  readonly number: string;
  /** BT-2. */
  readonly issueDate: DateText;
  /** BT-3: UNTDID 1001, such as 380 (invoice) and 381 (credit note). */
  readonly typeCode: string;
  /** BT-5: ISO 4217. */
  readonly currency: string;
  /** BT-6. */
  readonly taxCurrency?: string | null;
  /** BT-7: when the tax is owed, where that is another day than the standard one. */
  readonly taxPointDate?: DateText | null;
  /** BT-8 as UNTDID 2005 has it: 3 issue, 35 delivery, 432 payment. */
  readonly taxPointCode?: string | null;
  /** BT-9. */
  readonly dueDate?: DateText | null;
  /** BT-10: in Germany the Leitweg-ID of an office. */
  readonly buyerReference?: string | null;
  /** BT-11. */
  readonly projectReference?: string | null;
  /** BT-12. */
  readonly contractReference?: string | null;
  /** BT-13. */
  readonly orderReference?: string | null;
  /** BT-14. */
  readonly salesOrderReference?: string | null;
  /** BT-15. */
  readonly receiptReference?: string | null;
  /** BT-16. */
  readonly despatchReference?: string | null;
  /** BT-17. */
  readonly tenderReference?: string | null;
  /** BT-18. */
  readonly invoicedObject?: Identifier | null;
  /** BT-19. */
  readonly buyerAccounting?: string | null;
  /** BT-20. */
  readonly paymentTerms?: string | null;
  readonly notes: readonly Note[];
  readonly precedingInvoices: readonly PrecedingInvoice[];
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly payee?: Payee | null;
  readonly taxRepresentative?: TaxRepresentative | null;
  readonly delivery?: Delivery | null;
  /** BG-14. */
  readonly period?: Period | null;
  readonly payment?: PaymentInstructions | null;
  /** BG-20. */
  readonly allowances: readonly DocumentAllowance[];
  /** BG-21. */
  readonly charges: readonly DocumentAllowance[];
  readonly totals: Totals;
  readonly vat: readonly VatBreakdown[];
  readonly attachments: readonly Attachment[];
  readonly lines: readonly InvoiceLine[];
}

/** The documents of UNTDID 1001 that UBL writes as a CreditNote; every other is an Invoice. */
export const CREDIT_NOTE_CODES: readonly string[] = [
  "81",
  "83",
  "261",
  "262",
  "296",
  "308",
  "381",
  "396",
  "420",
  "458",
  "502",
  "503",
  "532",
];
