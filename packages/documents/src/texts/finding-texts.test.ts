import { describe, expect, test } from "vitest";
import type { EInvoice } from "../model/invoice.ts";
import { checkInvoice, type Finding, RULE_IDS } from "../rules/check-invoice.ts";
import { line, totals, vat } from "../testing/changes.ts";
import { LAWFUL } from "../testing/lawful-invoice.ts";
import { CATEGORY_MUTATIONS, SPECIAL_MUTATIONS } from "../testing/mutations/of-categories.ts";
import { FIGURE_MUTATIONS } from "../testing/mutations/of-figures.ts";
import { NETWORK_MUTATIONS, XRECHNUNG_MUTATIONS } from "../testing/mutations/of-profiles.ts";
import { TERM_MUTATIONS } from "../testing/mutations/of-terms.ts";
import { germanFindingWords } from "./finding-texts.de.ts";
import { findingSentence, findingWords } from "./finding-texts.ts";

const german = (decimal: string): string => decimal.replace(".", ",");
const sentences = (invoice: EInvoice, rule: string): string[] =>
  checkInvoice(invoice, "en16931")
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => [
      findingSentence(findingWords, finding, (decimal) => decimal),
      findingSentence(germanFindingWords, finding, german),
    ]);

test.each([
  [
    line({ unit: "month" })(LAWFUL),
    "BR-CL-23",
    ["Line 1: There is no unit month.", "Position 1: Die Einheit month gibt es nicht."],
  ],
  [
    totals({ due: "396.00" })(LAWFUL),
    "BR-CO-16",
    ["The amount due should be 395.96, but is 396.00.", "Der fällige Betrag müsste 395,96 sein, ist aber 396,00."],
  ],
  [
    vat({ taxAmount: "1.00" })(LAWFUL),
    "BR-S-09",
    [
      "The standard rate (19%): the tax should be 54.63, but is 1.00.",
      "Regelsteuersatz (19 %): Die Steuer müsste 54,63 sein, ist aber 1,00.",
    ],
  ],
  [
    vat({ taxAmount: "1.00" })(LAWFUL),
    "BR-CO-17",
    ["The tax at 19% should be 54.63, but is 1.00.", "Die Steuer zu 19 % müsste 54,63 sein, ist aber 1,00."],
  ],
])("%#: what is said names what is wrong, as the reader writes figures", (invoice, rule, expected) => {
  expect(sentences(invoice, rule)).toEqual(expected);
});

const CATEGORIES = CATEGORY_MUTATIONS.map(([, invoice]) => [invoice] as const);
const ALL: readonly Finding[] = [
  ...[...Object.values({ ...TERM_MUTATIONS, ...FIGURE_MUTATIONS, ...SPECIAL_MUTATIONS }), ...CATEGORIES].flatMap(
    ([invoice]) => checkInvoice(invoice, "en16931"),
  ),
  ...Object.values(XRECHNUNG_MUTATIONS).flatMap(([invoice]) => checkInvoice(invoice, "xrechnung")),
  ...Object.values(NETWORK_MUTATIONS).flatMap(([invoice]) => checkInvoice(invoice, "peppol")),
];

describe.each([
  ["English", findingWords],
  ["German", germanFindingWords],
])("in %s", (_, words) => {
  test.each(RULE_IDS)("%s is a sentence without a gap", (id) => {
    const found = ALL.filter(({ rule }) => rule === id).map((finding) => findingSentence(words, finding, german));
    expect(found.length).toBeGreaterThan(0);
    for (const sentence of found) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/undefined|\s{2}/);
    }
  });
});
