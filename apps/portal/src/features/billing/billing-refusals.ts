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

const sentences: BillingSentences = {
  books_closed: ({ lockedUntil }) =>
    `The books are closed until ${formatIn("UTC").fullDay(`${lockedUntil}T12:00:00Z`)}: nothing can be dated into that time.`,
  seller_sells: ({ locations }) => `It sells at ${formatList(locale, locations)}. Give that to another seller first.`,
  number_patterns_collide: ({ kind, pattern }) =>
    `${kind === "invoice" ? "Invoices" : "Credit notes"} are numbered by ${pattern}, which could give the same numbers. Tell them apart by a letter.`,
  number_would_repeat: ({ number }) => `The number ${number} is issued already, and this pattern would give it again.`,
  location_invoiced: ({ lastIssueDate }) =>
    `The seller until now has issued an invoice there on ${formatIn("UTC").fullDay(`${lastIssueDate}T12:00:00Z`)}. Choose a later day.`,
};

const en = {
  sentence: (refusal: { readonly code: string }, format: Format) => billingSentence(sentences, refusal, format),
};

export const billingRefusals = catalog<WordsLike<typeof en>>({ en, de: () => import("./billing-refusals.de.ts") });
bringRefusals(billingRefusals);
