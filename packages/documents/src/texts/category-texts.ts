import type { CategoryName, CategoryStep } from "../rules/families/categories.ts";
import type { FindingData } from "../rules/rule.ts";

/** What a kind of tax is called within a sentence, and what it asks for. */
interface CategoryWords {
  readonly name: string;
  /** Who has to have which tax ids. */
  readonly ids: string;
  readonly rate: string;
  readonly reason: string;
}

const knownSeller = "the seller needs a VAT id or a tax number";
const noReason = "there is tax, so that no reason for none may be given";
const reason = "why there is no tax has to be said";
const zero = "the rate is zero";

const categories: Record<CategoryName, CategoryWords> = {
  S: { name: "The standard rate", ids: knownSeller, rate: "the rate is above zero", reason: noReason },
  Z: { name: "A rate of zero", ids: knownSeller, rate: zero, reason: "no reason for no tax may be given" },
  E: { name: "An exemption", ids: knownSeller, rate: zero, reason },
  AE: {
    name: "Reverse charge",
    ids: "the seller needs a VAT id or a tax number, the buyer a VAT id or a registration number",
    rate: zero,
    reason,
  },
  IC: { name: "A supply to another EU country", ids: "seller and buyer need a VAT id", rate: zero, reason },
  G: { name: "An export", ids: "the seller needs a VAT id", rate: zero, reason },
  O: { name: "Not subject to VAT", ids: "nobody may have a VAT id on the invoice", rate: "there is no rate", reason },
  AF: { name: "IGIC", ids: knownSeller, rate: "the rate is zero or above", reason: noReason },
  AG: { name: "IPSI", ids: knownSeller, rate: "the rate is zero or above", reason: noReason },
};

/** The ten rules that each kind of tax has. */
const steps: Record<CategoryStep, (of: CategoryWords, found: FindingData) => string> = {
  "01": ({ name }) => `${name}: the tax breakdown does not have it as lines, allowances and charges do.`,
  "02": ({ name, ids }) => `${name} on lines: ${ids}.`,
  "03": ({ name, ids }) => `${name} on an allowance: ${ids}.`,
  "04": ({ name, ids }) => `${name} on a charge: ${ids}.`,
  "05": ({ name, rate }) => `${name}: ${rate}.`,
  "06": ({ name, rate }) => `${name} on an allowance: ${rate}.`,
  "07": ({ name, rate }) => `${name} on a charge: ${rate}.`,
  "08": ({ name }, { expected, actual, rate }) =>
    `${name}${atRate(rate)}: the tax breakdown says ${actual}, but lines, allowances and charges come to ${expected}.`,
  "09": ({ name }, { expected, actual, rate }) =>
    `${name}${atRate(rate)}: the tax should be ${expected}, but is ${actual}.`,
  "10": ({ name, reason: said }) => `${name}: ${said}.`,
};

/** Where there are several rates, which. */
function atRate(rate: string | undefined): string {
  return rate === undefined ? "" : ` (${rate}%)`;
}

export const categoryTexts = { categories, steps };
