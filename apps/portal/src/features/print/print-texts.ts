import { formatList, numberFormat, plural, type WordsLike } from "@working-social/kernel";
import type { PrintJobStatus } from "@working-social/copier/schema";
import { formatPrice } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
import { catalog } from "../../lib/texts/catalog.ts";
import type { PageSource } from "./split.ts";

const statuses: Record<PrintJobStatus, string> = {
  held: "waiting",
  released: "printing",
  settled: "printed",
  cancelled: "deleted",
  expired: "not released in time",
  unassigned: "with the front desk",
  unpriced: "price to come",
  uncounted: "being counted",
  house: "on the house",
};

const whose: Record<PageSource, string> = {
  plan: "your plan",
  team_plan: "your team’s plan",
  pack: "your pack",
  credits: "your credits",
};

const en = {
  title: "Print",
  subtitle: "What waits at the copier, what each document costs, and what you printed.",

  waiting: "Waiting for you",
  waitingCount: (n: number) =>
    n === 0 ? "Nothing waits" : plural("en", n, { one: "1 document waits", other: `${n} documents wait` }),
  nothingTitle: "Nothing waits for you",
  nothingText:
    "Print to the copier’s queue from your computer, with your e‑mail address as the user name. The document waits here, with its price, until you release it.",
  untitled: "Document without a title",
  pages: (sides: number, colour: "mono" | "colour") =>
    colour === "colour"
      ? plural("en", sides, { one: "1 colour page", other: `${sides} colour pages` })
      : plural("en", sides, { one: "1 black and white page", other: `${sides} black and white pages` }),
  copies: (n: number) => plural("en", n, { one: "1 copy", other: `${n} copies` }),
  duplex: (sheets: number) =>
    plural("en", sheets, { one: "both sides, 1 sheet", other: `both sides, ${sheets} sheets` }),
  otherPaper: "other paper",
  expires: (when: string) => `waits until ${when}`,
  fromCredits: (pages: readonly string[], source: PageSource) => `${formatList("en-GB", pages)} from ${whose[source]}`,
  times: (n: number, each: number, total: number, currency: string) =>
    `${n} × ${formatPrice(each, currency)} = ${formatPrice(total, currency)}`,
  restMoney: (total: number, currency: string) => `the rest ${formatPrice(total, currency)}`,
  allMoney: (total: number, currency: string) => formatPrice(total, currency),
  /** "20 colour pages from your plan, 10 × $0.25 = $2.50" */
  split: (parts: readonly string[]) => formatList("en", parts, "unit"),
  free: "free of charge",
  noPriceYet: "Nobody has set a price for this kind of print yet. Ask the front desk.",
  after: (left: string) => `${left} left after this`,
  owedAfter: (owed: string) => `${owed} owed after this`,
  release: "Print",
  releaseFor: (price: string) => `Print for ${price}`,
  releaseName: (button: string, title: string, split: string) => `${button}: ${title}, ${split}`,
  released: (title: string) => `“${title}” is printing`,
  printing: "Released: it comes out now",
  printingText: "What it costs is settled on the pages that really come out.",
  releaseAll: (n: number) => (n === 2 ? "Print both" : `Print all ${n}`),
  releaseAllFor: (n: number, price: string) => (n === 2 ? `Print both for ${price}` : `Print all ${n} for ${price}`),
  allTogether: (n: number) => (n === 2 ? "Both together" : `All ${n} together`),
  nothingMore: "nothing to pay",
  allReleased: (n: number) => `${n} documents are printing`,
  someReleased: (done: number, n: number) => `${done} of ${n} are printing. The next one was refused:`,
  cancel: "Delete",
  cancelName: (title: string) => `Delete: ${title}`,
  cancelTitle: "Delete this document?",
  cancelText: (title: string) => `“${title}” will not be printed, and costs nothing. To print it later, send it again.`,
  cancelConfirm: "Delete the document",
  cancelled: "Deleted. Nothing was charged.",
  buyInstead: "Buy a pack first",
  buyInsteadName: (title: string) => `Buy a pack first, for ${title}`,

  balances: "Pages left",
  balance: (pages: string) => `${pages} left`,
  balanceHeld: (pages: string, held: string) => `${pages} left, ${held} set aside for what waits`,
  balanceOwed: (pages: string) => `${pages} owed`,

  atCopier: "At the copier",
  codeText:
    "Hold the code before the copier’s screen, or type your PIN there. Then release what waits, beside the copier.",
  showCode: "Show my code",
  newCode: "Show a new code",
  codeName: "QR code that opens your documents at the copier",
  codeLeft: (clock: string) => `Good for ${clock}`,
  codeOver: "This code has expired.",
  makePin: "Make a new PIN",
  pinText: "Six digits, made for you. A PIN that you had before stops working.",
  pinIs: "Your PIN",
  pinOnce: "Shown this once: keep it where only you find it.",

  prices: "Prices",
  pricesAt: (place: string) => `Prices in ${place}`,
  pricesText: "For each printed side. Credits are used first.",
  pricesPlusTax: (percent: string) => `Tax of ${percent} comes on top.`,
  noPrices: "No prices yet.",
  paper: "Paper",
  mono: "Black and white",
  colour: "Colour",
  bothSides: (price: string) => `${price} on both sides`,
  counts: (n: number) =>
    n === 0 ? "takes no credits" : plural("en", n, { one: "counts as 1 page", other: `counts as ${n} pages` }),
  paperName: (name: string) => (name === "other" ? "Other" : name),

  history: "Printed",
  noHistoryTitle: "You have not printed here yet",
  noHistoryText: "Every document stays in this list with its pages, and with what paid for them.",
  status: (status: PrintJobStatus) => statuses[status],
  refunded: "given back",
  paidLater: (amount: string) => `${amount} of it paid by credit`,
  /** What paid for it; the pages stand beside it. */
  credits: (n: number) => plural("en", n, { one: "1 credit", other: `${numberFormat(locale).format(n)} credits` }),
  more: "Show earlier ones",
};

export type PrintTexts = WordsLike<typeof en>;
export const printTexts = catalog<PrintTexts>({ en, de: () => import("./print-texts.de.ts") });
