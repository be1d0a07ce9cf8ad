import type { JournalEntryView } from "@working-social/billing/schema";
import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../../../lib/texts/catalog.ts";

const accounts = {
  receivable: "Receivables",
  revenue: "Revenue",
  deferred_revenue: "Deferred revenue",
  tax_payable: "Tax to pay",
  deposits_held: "Deposits held",
  prepaid_packs: "Prepaid packs",
  cash: "Cash",
  bank: "Bank",
  card_clearing: "Cards on their way",
  fees: "Fees",
  write_offs: "Written off",
  rounding: "Rounding",
  breakage: "Breakage",
  other: "Other",
};

const causes: Record<JournalEntryView["causeType"], string> = {
  invoice: "Issued",
  recognition: "Earned by days that have passed",
};

const en = {
  subtitle: "What the books say, at any day: every sum is zero.",
  seller: "Seller",
  on: "At the end of",
  balance: "Trial balance",
  account: "Account",
  debit: "Debit",
  credit: "Credit",
  difference: "Balance",
  sum: (currency: string) => `Sum ${currency}`,
  isZero: "Debits and credits agree.",
  isNotZero: "Debits and credits don’t agree: tell us.",
  none: "Nothing was booked until then.",
  entries: "Entries",
  entriesHint: "The newest first; none is ever changed.",
  booked: "Booked",
  cause: "Cause",
  noEntries: "No entries yet. They come with the first invoice.",
  noSellerTitle: "First, a seller",
  noSellerText: "The books belong to who sells. A location’s first seller is made with it.",
  accounts,
  causes,
};

export type JournalTexts = WordsLike<typeof en>;
export const journalTexts = catalog<JournalTexts>({ en, de: () => import("./journal-texts.de.ts") });
