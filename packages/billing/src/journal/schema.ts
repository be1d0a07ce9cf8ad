import { z } from "zod";
import { Day, Id } from "../shared.ts";

export const TrialBalanceInput = z.strictObject({ sellerId: Id, on: Day });
export type TrialBalanceInput = z.infer<typeof TrialBalanceInput>;

/** What an account comes to at the end of a day. Debits are above zero. */
export interface BalanceRow {
  account: string;
  productKind: string | null;
  locationId: string | null;
  locationName: string | null;
  taxCategory: string | null;
  taxBasisPoints: number | null;
  currency: string;
  debitMinor: number;
  creditMinor: number;
  balanceMinor: number;
}

/** The sums of each currency are zero, at every day. */
export interface TrialBalance {
  on: string;
  rows: BalanceRow[];
  sums: { currency: string; debitMinor: number; creditMinor: number }[];
}

export const ListEntriesInput = z.strictObject({ sellerId: Id, cursor: Id.nullable() });
export type ListEntriesInput = z.infer<typeof ListEntriesInput>;

export interface JournalEntryView {
  id: string;
  bookedOn: string;
  causeType: "invoice" | "recognition";
  /** Of a document: its number and id. */
  invoiceId: string | null;
  number: string | null;
  postings: {
    account: string;
    accountName: string | null;
    productKind: string | null;
    taxBasisPoints: number | null;
    currency: string;
    amountMinor: number;
  }[];
}
export interface JournalPage {
  entries: JournalEntryView[];
  nextCursor: string | null;
}
