import { LINE_CODES } from "@working-social/charges/schema";
import type { PriceMode, TaxCategory } from "@working-social/kernel";
import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";
import type { DocumentKind } from "../sellers/schema.ts";
import { Id } from "../shared.ts";

const Discounted = z.object({ basisPoints: z.int(), amountMinor: z.int(), isFree: z.boolean() }).nullable();

/** Days of a contract line: what they cost is a part of the price of their whole period. */
const fee = z.object({
  /** The plan, the unit that is let, or what a manager calls an item. */
  name: z.string(),
  /** Seats or desks. */
  quantity: z.int(),
  /** Of one, for a whole period, as agreed. */
  unitPriceMinor: z.int(),
  days: z.int(),
  daysInPeriod: z.int(),
  discount: Discounted,
});

/**
 * What a line of an invoice is about: a code with the data that a sentence needs. The language of the invoice makes the sentence;
 * what somebody typed stays as it was.
 */
export const INVOICE_LINE_CODES = {
  ...LINE_CODES,
  plan_fee: fee,
  letting_fee: fee,
  item_fee: fee,
  setup_fee: z.object({ name: z.string() }),
  deposit: z.object({ name: z.string() }),
  /** Days, or a deposit, that come back: of which document. */
  returned: z.object({ name: z.string(), number: z.string(), days: z.int(), daysInPeriod: z.int() }),
  /** What changed of usage after an invoice had it. */
  usage_lowered: z.object({ name: z.string(), number: z.string() }),
  item: z.object({ description: z.string() }),
};
export type InvoiceLineCode = keyof typeof INVOICE_LINE_CODES;
export type InvoiceLineItem = {
  [Code in InvoiceLineCode]: { code: Code; data: z.infer<(typeof INVOICE_LINE_CODES)[Code]> };
}[InvoiceLineCode];

/** A legal entity, a person or a team as a document names it. */
export const Party = z.object({
  name: z.string(),
  street: z.string().nullable(),
  extraLine: z.string().nullable(),
  city: z.string().nullable(),
  postCode: z.string().nullable(),
  region: z.string().nullable(),
  country: z.string().nullable(),
  vatId: z.string().nullable(),
  taxId: z.string().nullable(),
  electronicAddress: z.string().nullable(),
  electronicScheme: z.string().nullable(),
});
export type Party = z.infer<typeof Party>;

export const SellerParty = Party.extend({
  registration: z.string().nullable(),
  contactName: z.string().nullable(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  accountHolder: z.string().nullable(),
  iban: z.string().nullable(),
  bic: z.string().nullable(),
});
export type SellerParty = z.infer<typeof SellerParty>;

export const BuyerParty = Party.extend({
  buyerReference: z.string().nullable(),
  orderReference: z.string().nullable(),
  taxTreatment: z.enum(["domestic", "reverse_charge", "intra_community", "exempt", "export"]),
  /** Whether a gross catalogue price was divided by the domestic rate for them. */
  tookTaxOut: z.boolean(),
});
export type BuyerParty = z.infer<typeof BuyerParty>;

export interface InvoiceLineView {
  id: string;
  position: number;
  item: InvoiceLineItem;
  productKind: string;
  quantity: number;
  unitCode: string;
  amountMinor: number;
  netMinor: number;
  taxCategory: TaxCategory;
  taxBasisPoints: number;
  exemptionReason: string | null;
  exemptionCode: string | null;
  serviceFrom: string;
  serviceUntil: string;
  locationId: string | null;
  /** How much of its quantity credit notes have given back. */
  creditedQuantity: number;
  /** Some of its days came back on a later invoice: no credit note takes it any more. */
  isReturned: boolean;
}

export interface InvoiceTaxView {
  category: TaxCategory;
  basisPoints: number;
  netMinor: number;
  taxMinor: number;
}

/** A line that an invoice would have now. */
export interface DraftLineView {
  item: InvoiceLineItem;
  productKind: string;
  quantity: number;
  unitCode: string;
  amountMinor: number;
  taxCategory: TaxCategory;
  taxBasisPoints: number;
  serviceFrom: string;
  serviceUntil: string;
}

/** What an account would get now from one seller in one currency: computed anew when it is issued. */
export interface DraftView {
  outcome: "invoice" | "credit_note" | "carried";
  sellerId: string;
  currency: string;
  issueDate: string;
  dueDate: string;
  priceMode: PriceMode;
  netMinor: number;
  taxMinor: number;
  roundingMinor: number;
  dueMinor: number;
  lines: DraftLineView[];
}

/** One of a list. */
export interface InvoiceSummary {
  id: string;
  kind: DocumentKind;
  number: string;
  accountId: string;
  buyerName: string;
  issueDate: string;
  dueDate: string;
  currency: string;
  dueMinor: number;
}

/** A document as it was issued. */
export interface InvoiceView extends InvoiceSummary {
  /** What the payer writes: made of the number, and checks itself. */
  reference: string;
  sellerId: string;
  taxPoint: string;
  serviceFrom: string;
  serviceUntil: string;
  priceMode: PriceMode;
  language: string;
  seller: SellerParty;
  buyer: BuyerParty;
  correctsId: string | null;
  correctsNumber: string | null;
  reason: string | null;
  netMinor: number;
  taxMinor: number;
  roundingMinor: number;
  lines: InvoiceLineView[];
  taxes: InvoiceTaxView[];
  /** What has corrected it so far, the oldest first. */
  creditNotes: Pick<InvoiceSummary, "id" | "number" | "issueDate" | "dueMinor">[];
  issuedAt: string;
}

export const InvoiceIdInput = z.strictObject({ id: Id });
export type InvoiceIdInput = z.infer<typeof InvoiceIdInput>;
export const ListInvoicesInput = z.strictObject({ accountId: Id.nullable(), cursor: Id.nullable() });
export type ListInvoicesInput = z.infer<typeof ListInvoicesInput>;
export const MyInvoicesInput = z.strictObject({ cursor: Id.nullable() });
export type MyInvoicesInput = z.infer<typeof MyInvoicesInput>;

/** Lines with how much of their quantity comes back; null: all that is left of the invoice. */
export const CreditInvoiceInput = z.strictObject({
  id: Id,
  lines: z
    .array(z.strictObject({ id: Id, quantity: z.int().min(1) }))
    .min(1)
    .max(1000)
    .nullable(),
  reason: typedLine({ max: 300 }),
});
export type CreditInvoiceInput = z.infer<typeof CreditInvoiceInput>;
