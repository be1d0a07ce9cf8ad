import type { EInvoice, Finding, Profile } from "@working-social/documents";
import { checkInvoice, isFatal } from "@working-social/documents";
import { currencyExponent } from "@working-social/kernel";

/** What keeps a document from being an e-invoice: a broken rule, or a currency that is finer than the standard (BR-DEC: two digits). */
export type DocumentFinding =
  | { readonly code: "rule"; readonly finding: Finding }
  | { readonly code: "currency_too_fine"; readonly currency: string };

const FINEST = 2;

/** Everything that a profile says of an e-invoice; nothing, if it may be sent. */
export function findingsOf(eInvoice: EInvoice, profile: Profile): DocumentFinding[] {
  const { currency } = eInvoice;
  const tooFine: DocumentFinding[] =
    currencyExponent(currency) > FINEST ? [{ code: "currency_too_fine", currency }] : [];
  return [...tooFine, ...checkInvoice(eInvoice, profile).map((finding) => ({ code: "rule", finding }) as const)];
}

/** The fatal ones by their names; a currency that is too fine breaks BR-DEC-18, whatever its digits are. */
export function fatalRules(eInvoice: EInvoice, profile: Profile): string[] {
  const rules = findingsOf(eInvoice, profile).flatMap((one) => {
    if (one.code === "currency_too_fine") return ["BR-DEC-18"];
    return isFatal(one.finding) ? [one.finding.rule] : [];
  });
  return [...new Set(rules)];
}

/** Whether it may be sent. */
export function isLawful(eInvoice: EInvoice, profile: Profile): boolean {
  return fatalRules(eInvoice, profile).length === 0;
}
