import type { BillingRefusal } from "@working-social/billing/schema";
import type { WordsLike } from "@working-social/kernel";
import { type Format, formatIn } from "../../lib/format.ts";
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
    `The books are closed until ${formatIn("UTC").date(`${lockedUntil}T12:00:00Z`)}: nothing can be dated into that time.`,
};

const en = {
  sentence: (refusal: { readonly code: string }, format: Format) => billingSentence(sentences, refusal, format),
};

const billingRefusals = catalog<WordsLike<typeof en>>({ en, de: () => import("./billing-refusals.de.ts") });
bringRefusals(billingRefusals);
