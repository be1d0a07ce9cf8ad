import { expect, it } from "vitest";
import { taxSentence } from "./tax.ts";

it.each([
  [{ taxName: "VAT", taxBasisPoints: 810, taxInclusive: false }, "VAT 8.1% on top"],
  [{ taxName: "GST", taxBasisPoints: 1000, taxInclusive: true }, "GST 10% included"],
  [{ taxName: null, taxBasisPoints: 725, taxInclusive: false }, "Tax 7.25% on top"],
  [{ taxName: "VAT", taxBasisPoints: 0, taxInclusive: true }, "No tax"],
])("says what is charged: %o", (tax, sentence) => {
  expect(taxSentence(tax)).toBe(sentence);
});
