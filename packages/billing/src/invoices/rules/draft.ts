import type { LocalDate, PriceMode } from "@working-social/kernel";
import type { ReasonedTax, TaxClass } from "../../products/schema.ts";
import type { TaxedInvoice } from "../../rules/index.ts";
import type { AccountRow } from "../queries/account-facts.ts";
import type { InvoiceLineItem } from "../schema.ts";

/** A location, as far as its invoices ask. */
export interface DraftPlace {
  readonly locationId: string;
  /** The day there on which the run is committed: usage counts to the end of the day before. */
  readonly today: LocalDate;
  /** Who sells there on a day; null: nobody does. */
  sellerOn(day: LocalDate): string | null;
  /** The domestic tax of a class on a day; null: no rate is known. */
  taxOn(taxClass: TaxClass, day: LocalDate): ReasonedTax | null;
  /** Days on which the seller or the rate of the class changes: what is charged across one is cut there. */
  cuts(taxClass: TaxClass): readonly LocalDate[];
}

export interface DraftSeller {
  readonly sellerId: string;
  readonly priceMode: PriceMode;
  readonly taxPoint: "service_date" | "invoice_date";
  readonly takesTaxOut: boolean;
  readonly leadDays: number;
  readonly paymentDays: number;
  readonly language: string;
}

export interface DraftProduct {
  readonly id: string;
  readonly kind: string;
  readonly taxClass: TaxClass;
}

/** All that decides on drafts beside the account itself. */
export interface DraftWorld {
  readonly issueDate: LocalDate;
  place(locationId: string): DraftPlace;
  /** Where what was sold in no place is counted; null: there is no location. */
  anyPlace(): string | null;
  seller(sellerId: string): DraftSeller;
  productOf(kind: string): DraftProduct;
  product(id: string): DraftProduct;
  /** The tax of a buyer, out of the domestic one. */
  taxFor(account: AccountRow, domestic: ReasonedTax): ReasonedTax;
}

/** Days of a contract that this line charges. */
export interface DraftFee {
  readonly contractLineId: string;
  readonly kind: "fee" | "setup_fee" | "deposit";
  readonly termId: string | null;
  readonly periodFrom: LocalDate;
  readonly periodUntil: LocalDate;
  /** Of the whole period, in the invoice's mode; and as it was agreed. */
  readonly priceMinor: number;
  readonly agreedPriceMinor: number;
}

/** What a line is made of: exactly one cause. */
export interface DraftCause {
  readonly fee: DraftFee | null;
  /** What comes back: of which line of an invoice, and with which charged days; null: no days of a contract come back with it. */
  readonly returned: { readonly chargedId: string | null; readonly invoiceLineId: string } | null;
  readonly chargeLineId: string | null;
  readonly adjustmentId: string | null;
  readonly itemId: string | null;
}

export interface DraftLine extends DraftCause {
  readonly sellerId: string;
  readonly currency: string;
  readonly productId: string;
  readonly productKind: string;
  readonly item: InvoiceLineItem;
  readonly quantity: number;
  readonly unitCode: string;
  /** In the seller's mode. */
  readonly amountMinor: number;
  readonly tax: ReasonedTax;
  readonly serviceFrom: LocalDate;
  readonly serviceUntil: LocalDate;
  readonly locationId: string | null;
}

export type DraftOutcome = "invoice" | "credit_note" | "carried";

/** What an account is to get from one seller in one currency, as it stands at this moment. */
export interface Draft {
  readonly account: AccountRow;
  readonly seller: DraftSeller;
  readonly currency: string;
  readonly outcome: DraftOutcome;
  readonly lines: readonly DraftLine[];
  /** Of a credit note with the signs of one: above zero for what comes back. */
  readonly totals: TaxedInvoice;
  readonly issueDate: LocalDate;
  readonly taxPoint: LocalDate;
  readonly dueDate: LocalDate;
  readonly serviceFrom: LocalDate;
  readonly serviceUntil: LocalDate;
}

/** Why an account can't be billed as it stands. */
export type DraftProblem =
  | { readonly code: "no_seller"; readonly locationId: string }
  | { readonly code: "no_tax_rate"; readonly locationId: string; readonly taxClass: TaxClass };

/** Thrown by the rules of drafts; the run holds the account back with it. */
export class CannotDraft extends Error {
  readonly problem: DraftProblem;

  constructor(problem: DraftProblem) {
    super(problem.code);
    this.name = "CannotDraft";
    this.problem = problem;
  }
}

export const NO_CAUSE: DraftCause = { fee: null, returned: null, chargeLineId: null, adjustmentId: null, itemId: null };
