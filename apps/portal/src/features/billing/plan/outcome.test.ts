import type { DraftView } from "@working-social/billing/schema";
import { expect, test } from "vitest";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { draftTaxes } from "../shared/tax-rows.ts";
import { invoiceSentence } from "./invoice-sentence.ts";
import { outcomeOf, withoutIt } from "./outcome.ts";
import { planTexts } from "./plan-texts.ts";

const texts = textsOf(planTexts);
const draft = (more: Partial<DraftView> = {}): DraftView => ({
  outcome: "invoice",
  sellerId: "seller",
  currency: "USD",
  issueDate: "2027-01-01",
  dueDate: "2027-01-15",
  priceMode: "net",
  netMinor: 320_00,
  taxMinor: 19_20,
  roundingMinor: 0,
  dueMinor: 339_20,
  lines: [],
  ...more,
});

test("what is the same with the change and without it is no outcome", () => {
  const others = draft({ currency: "EUR" });
  expect(outcomeOf({ before: [draft(), others], after: [draft(), others] })).toBeNull();
  const cheaper = draft({ dueMinor: 190_80 });
  const outcome = outcomeOf({ before: [draft(), others], after: [cheaper, others] });
  expect(outcome).toEqual({ before: [draft()], after: [cheaper] });
  expect(withoutIt(outcome?.before ?? [], cheaper)).toBe(339_20);
  expect(withoutIt([], cheaper)).toBeNull();
  expect(withoutIt([draft({ outcome: "credit_note" })], cheaper)).toBe(-339_20);
  expect(withoutIt([others], cheaper)).toBeNull();
});

test.each<[Partial<DraftView>, string]>([
  [{}, "On **1 January 2027** your invoice of **$339.20** comes. Please pay it by **15 January 2027**."],
  [
    { issueDate: "2026-12-11", dueDate: "2026-12-25" },
    "Tomorrow, **11 December**, your invoice of **$339.20** comes. Please pay it by **25 December**.",
  ],
  [
    { issueDate: "2026-12-10", dueDate: "2026-12-24" },
    "Today, **10 December**, your invoice of **$339.20** comes. Please pay it by **24 December**.",
  ],
  [{ dueMinor: 0 }, "On **1 January 2027** your invoice comes, and there is **nothing to pay**."],
  [
    { outcome: "carried", dueMinor: -81_38 },
    "On **1 January 2027** there is nothing to pay: **$81.38** come off the invoice after it.",
  ],
  [{ outcome: "credit_note", dueMinor: 81_38 }, "**$81.38** come back to you, with a credit note."],
])("the next invoice as a sentence: %j", (more, sentence) => {
  expect(invoiceSentence(draft(more), "2026-12-10", texts)).toBe(sentence);
});

test("the tax of a draft is worked out once for each rate", () => {
  const line = {
    item: { code: "item", data: { description: "A key" } },
    productKind: "item",
    quantity: 1,
    unitCode: "C62",
    amountMinor: 10_05,
    taxCategory: "S",
    taxBasisPoints: 1000,
    serviceFrom: "2027-01-01",
    serviceUntil: "2027-01-02",
  } as const;
  expect(draftTaxes({ lines: [line, line], priceMode: "net" })).toEqual([
    { category: "S", basisPoints: 1000, netMinor: 20_10, taxMinor: 2_01 },
  ]);
});
