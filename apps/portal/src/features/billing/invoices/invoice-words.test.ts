import type { InvoiceLineView, Party } from "@working-social/billing/schema";
import { expect, test } from "vitest";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { nearDayWords, spanWords } from "../shared/day-words.ts";
import { lineTexts } from "../shared/line-texts.ts";
import { quantityWords } from "../shared/quantity-words.ts";
import { taxWords } from "../shared/tax-words.ts";
import { groupedIban } from "./iban.ts";
import { lineGroups } from "./line-groups.ts";
import { partyLines } from "./party-lines.ts";

const texts = textsOf(lineTexts);
const line = (position: number, productKind: string): InvoiceLineView => ({
  id: String(position),
  position,
  item: { code: "item", data: { description: "A key" } },
  productKind,
  quantity: 1,
  unitCode: "C62",
  amountMinor: 100,
  netMinor: 100,
  taxCategory: "S",
  taxBasisPoints: 600,
  exemptionReason: null,
  exemptionCode: null,
  serviceFrom: "2026-12-01",
  serviceUntil: "2027-01-01",
  locationId: null,
  creditedQuantity: 0,
  isReturned: false,
});

test("lines stand together by what was sold, in the order of the document", () => {
  const groups = lineGroups([line(3, "plan_fee"), line(2, "copier_pages"), line(1, "plan_fee")]);
  expect(groups.map(({ kind, lines }) => [kind, lines.map(({ position }) => position)])).toEqual([
    ["plan_fee", [1, 3]],
    ["copier_pages", [2]],
  ]);
});

test("an account number stands in groups of four", () => {
  expect(groupedIban("PT50000201231234567890154")).toBe("PT50 0002 0123 1234 5678 9015 4");
  expect(groupedIban("DE89 3704 0044 0532 0130 00")).toBe("DE89 3704 0044 0532 0130 00");
});

test("a party as an envelope has it, without what is missing", () => {
  const nobody: Party = {
    name: "Vela & Norte, Lda.",
    street: null,
    extraLine: null,
    city: null,
    postCode: null,
    region: null,
    country: null,
    vatId: null,
    taxId: null,
    electronicAddress: null,
    electronicScheme: null,
  };
  expect(partyLines(nobody)).toEqual(["Vela & Norte, Lda."]);
  expect(
    partyLines({ ...nobody, street: "Rua 8", postCode: "1200-202", city: "Lisboa", region: "LX", country: "PT" }),
  ).toEqual(["Vela & Norte, Lda.", "Rua 8", "1200-202 Lisboa, LX", "Portugal"]);
});

test.each<[Partial<InvoiceLineView>, string | null]>([
  [{}, null],
  [{ quantity: 3 }, "3 ×"],
  [{ quantity: 90, unitCode: "MIN" }, "1 h 30 min"],
  [{ quantity: 2, unitCode: "HUR" }, "2 h"],
  [{ quantity: 2, unitCode: "DAY" }, "2 days"],
  [{ unitCode: "MON" }, null],
])("how much of it: %j", (more, words) => {
  expect(quantityWords({ ...line(1, "item"), ...more }, texts)).toBe(words);
});

test("days and taxes as people say them", () => {
  expect(spanWords("2026-12-01", "2027-01-01")).toMatch(/^1\s–\s31 December 2026$|^1–31 December 2026$/);
  expect(spanWords("2026-12-01", "2026-12-02")).toBe("1 December 2026");
  expect(nearDayWords("2026-12-24", "2026-12-10")).toBe("24 December");
  expect(nearDayWords("2027-01-01", "2026-12-10")).toBe("1 January 2027");
  expect(taxWords({ category: "S", basisPoints: 825 }, "Sales tax", texts)).toBe("Sales tax 8.25%");
  expect(taxWords({ category: "S", basisPoints: 825 }, null, texts)).toBe("Tax 8.25%");
  expect(taxWords({ category: "AE", basisPoints: 0 }, "VAT", texts)).toMatch(/reverse charge/);
});
