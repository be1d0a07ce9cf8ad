import type { Difference, RunOutcome } from "@working-social/billing/schema";
import { formatList, plural, type WordsLike } from "@working-social/kernel";
import { locale } from "../../../../lib/locale.ts";
import { catalog } from "../../../../lib/texts/catalog.ts";
import type { GroupId } from "./run-groups.ts";

const accounts = (n: number) => plural("en", n, { one: `${n} account`, other: `${n} accounts` });
const invoices = (n: number) => plural("en", n, { one: `${n} invoice`, other: `${n} invoices` });
const is = (n: number) => plural("en", n, { one: "is", other: "are" });

const groups: Record<GroupId, string> = {
  new: "New",
  ended: "Ended",
  plans: "Changed",
  usage: "Usage",
  held: "Not now",
  same: "The same",
};

const differences: Record<Difference["kind"], (product: string, amount: string) => string> = {
  new: (product, amount) => `${product} ${amount}`,
  ended: (product, amount) => `${product} ended ${amount}`,
  more: (product, amount) => `${product} ${amount}`,
  less: (product, amount) => `${product} ${amount}`,
};

const outcomes: Record<RunOutcome, string> = {
  waiting: "Waiting",
  issued: "Issued",
  nothing: "Nothing to bill",
  carried: "Carried forward",
  held_back: "Held back",
};

const en = {
  /** December’s run */
  title: (month: string) => `${month}’s run`,
  /** dated 1 December, due 15 December */
  dated: (issued: string, due: readonly string[]) =>
    due.length === 0 ? `Dated ${issued}` : `Dated ${issued}, due ${formatList(locale, due)}`,
  issueDate: "Date of the invoices",
  issueDateHint: "Usage counts to the end of yesterday, whatever the date.",
  issue: (n: number) => `Issue ${invoices(n)}`,
  net: (net: string, tax: string) => `${net} net + ${tax} tax`,
  from: (what: string) => `From the run before to this one, in ${what}`,
  before: "Last run",
  now: "This run",
  difference: "Difference",
  account: "Account",
  groups,
  accounts,
  invoices,
  differences,
  /** What is taken once ends by itself. */
  onceOnly: (product: string, amount: string) => `${product} only once ${amount}`,
  why: "What differs, and why",
  whatFor: "Who is billed, and what for",
  showSame: "Show those that are the same",
  hideSame: "Hide those that are the same",
  becomesCreditNote: "becomes a credit note",
  carried: "below zero: carried to the next invoice",
  emptyTitle: "Nothing to bill",
  emptyText:
    "No contract has a period to charge, and nothing that was used is open. Contracts and usage come here by themselves.",
  toContracts: "Look at the contracts",
  clearTitle: "To clear first",
  clearText: "None of these stops the other accounts.",
  clearNone: "Nothing is in the way.",
  heldBack: "Held back",
  noSeller: (place: string) => `Nobody sells at ${place}`,
  noSellerText: (names: string) => `An invoice needs a seller there: ${names} wait until it has one.`,
  noTaxRate: (place: string) => `${place} has no rate of tax for this`,
  noTaxRateText: (names: string) =>
    `A product there is taxed by a class without a rate: ${names} wait until it has one.`,
  fault: "Something of ours failed",
  faultText: (names: string) => `${names} could not be worked out. The others are not touched; try again, and tell us.`,
  toSellers: "Open the sellers",
  toProducts: "Open the products",
  unpriced: (name: string) => `${name} has no price`,
  unpricedText: (plan: string) => `Nothing is charged for ${plan} until it has one.`,
  unpricedMore: (n: number) => `${n} more have no price`,
  setPrice: "Set the price",
  seeContracts: "See the contracts",
  carriedTitle: (n: number) => `${accounts(n)} ${is(n)} below zero`,
  carriedText: (names: string) => `What ${names} get back is more than what is due. It is taken off the next invoice.`,
  whenTitle: "When you issue",
  when: (n: number, day: string) =>
    `${invoices(n)} ${is(n)} numbered in order, dated ${day}, and stand in the journal at once.`,
  whenHeld: (n: number) => `${accounts(n)} ${is(n)} held back and can be billed once cleared.`,
  whenNever: "Issued invoices are never changed, only credited.",
  confirmTitle: (n: number) => `Issue ${invoices(n)}?`,
  confirmText: (sum: string, day: string) =>
    `${sum} in all, dated ${day}. They can’t be changed afterwards, only credited.`,
  running: "A run is under way",
  runningText: "One at a time: the next one can begin when it is done.",
  seeRun: "See how far it is",
  earlier: "Earlier runs",
  noEarlier: "This is the first run.",
  runOf: (day: string) => `Run of ${day}`,
  runDone: (n: number) => `${invoices(n)} issued`,
  runHeld: (n: number) => `${n} held back`,
  runUnderWay: "under way",
  outcome: "Result",
  outcomes,
  documents: "Documents",
  amount: "Amount",
  progress: "Accounts looked at",
  progressOf: (done: number, all: number) => `${done} of ${all}`,
  progressText: "You can leave this page: the run goes on.",
  doneText: (n: number) => `${invoices(n)} issued.`,
  startedAt: (when: string) => `Started ${when}`,
  resultsNone: "No account had anything to bill.",
  toInvoices: "All invoices",
  drawerTitle: (name: string) => `Invoice of ${name}`,
  asOf: "As it would be issued now.",
};

export type RunTexts = WordsLike<typeof en>;
export const runTexts = catalog<RunTexts>({ en, de: () => import("./run-texts.de.ts") });
