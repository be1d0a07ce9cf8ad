import { expect, test } from "vitest";
import type { Draft, DraftLine } from "../../invoices/rules/draft.ts";
import { NO_CAUSE } from "../../invoices/rules/draft.ts";
import { taxInvoice } from "../../rules/tax.ts";
import { A_BUYER, A_SELLER } from "../../testing/some-documents.ts";
import { checkBeforeIssue } from "./check-before-issue.ts";

const ACCOUNT: Draft["account"] = {
  ...A_BUYER,
  accountId: "a",
  personId: "p",
  teamId: null,
  legalName: null,
  exemptionReason: null,
  exemptionCode: null,
  paymentDays: null,
  language: null,
};
const SELLER: Draft["seller"] = {
  sellerId: "s",
  priceMode: "gross",
  taxPoint: "invoice_date",
  takesTaxOut: true,
  leadDays: 0,
  paymentDays: 14,
  language: "en",
};
const LINE: DraftLine = {
  ...NO_CAUSE,
  sellerId: "s",
  currency: "EUR",
  productId: "p",
  productKind: "item",
  item: { code: "item", data: { description: "Locker" } },
  quantity: 3,
  unitCode: "C62",
  amountMinor: 100_00,
  tax: { category: "S", basisPoints: 1900, exemptionReason: null, exemptionCode: null },
  serviceFrom: "2026-12-01",
  serviceUntil: "2026-12-02",
  locationId: null,
};

function aDraft(account: Partial<Draft["account"]> = {}, currency = "EUR"): Draft {
  const totals = taxInvoice([{ id: "0", amountMinor: LINE.amountMinor, category: "S", basisPoints: 1900 }], "gross");
  const days = { serviceFrom: LINE.serviceFrom, serviceUntil: LINE.serviceUntil };
  const dates = { issueDate: "2026-12-01", taxPoint: "2026-12-01", dueDate: "2026-12-15", ...days };
  const seller = SELLER;
  return { account: { ...ACCOUNT, ...account }, seller, currency, outcome: "invoice", lines: [LINE], totals, ...dates };
}

const fieldsOf = (draft: Draft, profile: "en16931" | "xrechnung", seller = A_SELLER) =>
  checkBeforeIssue(draft, seller, profile).map((one) => (one.code === "rule" ? one.finding.field : one.code));

test("a draft of complete parties may be issued", () => {
  expect(fieldsOf(aDraft(), "en16931")).toEqual([]);
  expect(fieldsOf(aDraft(), "xrechnung")).toEqual([]);
});

test("what a party lacks is told with where it is entered", () => {
  expect(fieldsOf(aDraft({ country: null }), "en16931")).toEqual(["buyer.address.country"]);
  expect(fieldsOf(aDraft({ buyerReference: null }), "xrechnung")).toEqual(["buyer.reference"]);
  expect(fieldsOf(aDraft(), "xrechnung", { ...A_SELLER, iban: null })).toEqual(["payment.means"]);
});

test("a currency with three decimals has no e-invoice, whatever its figures are", () => {
  expect(fieldsOf(aDraft({}, "KWD"), "en16931")).toContain("currency_too_fine");
});
