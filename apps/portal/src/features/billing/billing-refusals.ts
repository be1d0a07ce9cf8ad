import type { BillingRefusal } from "@working-social/billing/schema";
import { formatList, type WordsLike } from "@working-social/kernel";
import { type Format, formatIn } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
import { bringRefusals } from "../../lib/texts/brought-refusals.ts";
import { catalog } from "../../lib/texts/catalog.ts";

/** A sentence for each code of billing: one without does not compile. */
export type BillingSentences = {
  [Code in BillingRefusal["code"]]: (refusal: Extract<BillingRefusal, { code: Code }>, format: Format) => string;
};

/** The words of billing for a refusal that may be another domain's. */
export function billingSentence(
  sentences: BillingSentences,
  refusal: { readonly code: string },
  format: Format,
): string | null {
  // The table has a sentence for each code, which takes exactly that refusal; TypeScript can't follow the pair.
  const sentence = (sentences as Partial<Record<string, (refusal: object, format: Format) => string>>)[refusal.code];
  return sentence?.(refusal, format) ?? null;
}

/** A calendar day, as the reader writes it. */
const day = (date: string) => formatIn("UTC").fullDay(`${date}T12:00:00Z`);

const sentences: BillingSentences = {
  books_closed: ({ lockedUntil }) =>
    `The books are closed until ${day(lockedUntil)}: nothing can be dated into that time.`,
  seller_sells: ({ locations }) => `It sells at ${formatList(locale, locations)}. Give that to another seller first.`,
  number_patterns_collide: ({ kind, pattern }) =>
    `${kind === "invoice" ? "Invoices" : "Credit notes"} are numbered by ${pattern}, which could give the same numbers. Tell them apart by a letter.`,
  number_would_repeat: ({ number }) => `The number ${number} is issued already, and this pattern would give it again.`,
  location_invoiced: ({ lastIssueDate }) =>
    `The seller until now has issued an invoice there on ${day(lastIssueDate)}. Choose a later day.`,
  contract_over: ({ endsOn }) => `The contract ends on ${day(endsOn)}: nothing of it can change after that.`,
  before_contract: ({ startsOn }) => `The contract begins on ${day(startsOn)} only.`,
  not_retroactively: () => "What is over can’t be changed any more. Choose a day that is still to come.",
  no_price_yet: () => "Nobody has said yet what it costs, and from when. The managers of the space do that.",
  billed_already: ({ billFrom }) => `It is billed already, from ${day(billFrom)} on. Change its plan instead.`,
  interval_at_renewal: () => "How often it is paid can change with the next period, not within this one.",
  day_pass_is_no_contract: () => "A day pass is bought for a day: it is no membership.",
  currency_of_contract: ({ currency }) => `This contract is in ${currency}. Choose a price in that currency.`,
  no_plan_in_contract: () => "This contract has no plan that could change.",
  ends_before_it_begins: () => "It has to end after it begins.",
  pause_overlaps: ({ startsOn }) => `It is paused already from ${day(startsOn)} on.`,
  not_paused: ({ on }) => `It is not paused on ${day(on)}.`,
  earliest_end: ({ endsOn }) => `As agreed, it can end on ${day(endsOn)} at the earliest.`,
  nothing_to_undo: () => "There is nothing left to take back: it has begun, or was never there.",
  membership_overlaps: () => "There is a membership already on one of these days. End it first, or begin after it.",
  unknown_coupon: () => "This coupon is unknown, over, or of another currency.",
  coupon_used_up: () => "This coupon was used as often as it could be.",
  no_team_to_pay: () => "This person is in no team that could pay.",
  not_an_invoice: () => "A credit note is not corrected by another one.",
  credited_already: () => "Nothing is left of this invoice that could be credited.",
  partly_returned: () =>
    "Some of these days came back on a later invoice already. Change the contract: the rest comes back the same way.",
  too_much_credited: () => "That is more than is left of this invoice.",
  run_in_progress: () => "A billing run is under way. Wait until it is done.",
  no_e_invoice: ({ rules }) => `This document can’t be an e-invoice yet: it breaks ${formatList(locale, rules)}.`,
  too_far_ahead_to_bill: ({ latest }) => `Invoices can be dated until ${day(latest)} at the latest.`,
};

const en = {
  sentence: (refusal: { readonly code: string }, format: Format) => billingSentence(sentences, refusal, format),
};

export const billingRefusals = catalog<WordsLike<typeof en>>({ en, de: () => import("./billing-refusals.de.ts") });
bringRefusals(billingRefusals);
