import { describe, expect, test } from "vitest";
import type { EInvoice } from "../model/invoice.ts";
import type { Profile } from "../model/profile.ts";
import * as changes from "../testing/changes.ts";
import { lawfulOf } from "../testing/categories.ts";
import { LAWFUL } from "../testing/lawful-invoice.ts";
import { CATEGORY_MUTATIONS, SPECIAL_MUTATIONS } from "../testing/mutations/of-categories.ts";
import { FIGURE_MUTATIONS } from "../testing/mutations/of-figures.ts";
import { NETWORK_MUTATIONS, XRECHNUNG_MUTATIONS } from "../testing/mutations/of-profiles.ts";
import { TERM_MUTATIONS } from "../testing/mutations/of-terms.ts";
import { checkInvoice, RULE_IDS } from "./check-invoice.ts";
import { CATEGORIES, type CategoryName } from "./families/categories.ts";

const rulesOf = (invoice: EInvoice, profile: Profile): string[] =>
  [...new Set(checkInvoice(invoice, profile).map(({ rule }) => rule))].sort();

const NAMED = Object.entries({ ...TERM_MUTATIONS, ...FIGURE_MUTATIONS, ...SPECIAL_MUTATIONS });

describe("a lawful invoice breaks no rule", () => {
  test.each(["en16931", "peppol", "xrechnung"] as const)("of %s", (profile) => {
    expect(checkInvoice(LAWFUL, profile)).toEqual([]);
  });
  test.each(Object.keys(CATEGORIES) as CategoryName[])("with tax by %s", (name) => {
    expect(checkInvoice(lawfulOf(name), "en16931")).toEqual([]);
  });
});

/** What else breaks with a step of a category "*": sums that name it, and the parts that were taken out of the way. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "01": ["BR-CO-14", "BR-CO-18"],
  "02": ["BR-32", "BR-37", "BR-*-08"],
  "03": ["BR-CO-04", "BR-37", "BR-*-08"],
  "04": ["BR-CO-04", "BR-32", "BR-*-08"],
  "05": ["BR-*-08"],
  "06": ["BR-*-08"],
  "07": ["BR-*-08"],
  "08": ["BR-CO-17", "BR-*-09"],
  "09": ["BR-CO-14", "BR-CO-17"],
};

describe("one change of it breaks a rule, and no other than is said", () => {
  test.each(NAMED)("%s", (id, [invoice, ...others]) => {
    expect(rulesOf(invoice, "en16931")).toEqual([id, ...others].sort());
  });
  test.each(Object.entries(XRECHNUNG_MUTATIONS))("%s", (id, [invoice, ...others]) => {
    expect(rulesOf(invoice, "xrechnung")).toEqual([id, ...others].sort());
  });
  test.each(Object.entries(NETWORK_MUTATIONS))("%s", (id, [invoice, ...others]) => {
    expect(rulesOf(invoice, "peppol")).toEqual([id, ...others].sort());
  });
  test.each(CATEGORY_MUTATIONS)("%s", (id, invoice) => {
    const [, name = "", step = ""] = id.split("-");
    const others = ALSO[step]?.map((rule) => rule.replace("*", name)) ?? [];
    const rules = rulesOf(invoice, "en16931");
    expect(rules).toContain(id);
    expect(rules.filter((rule) => rule !== id && !others.includes(rule))).toEqual([]);
  });
});

test("every rule is broken by one of them", () => {
  const ids = [...NAMED, ...Object.entries(XRECHNUNG_MUTATIONS), ...Object.entries(NETWORK_MUTATIONS)].map(
    ([id]) => id,
  );
  expect([...ids, ...CATEGORY_MUTATIONS.map(([id]) => id)].sort()).toEqual([...RULE_IDS].sort());
});

const { buyer, buyerAddress, deliveryAddress, document, seller, vat } = changes;
const unknown = { vatId: null, taxRegistration: null };

test.each([
  ["BR-CL-14", buyerAddress({ country: "ZZ" })(LAWFUL), "buyer.address.country", "BT-55"],
  ["BR-CL-14", deliveryAddress({ country: "ZZ" })(LAWFUL), "delivery.address.country", "BT-80"],
  ["BR-CL-10", buyer({ ids: [{ id: "1", scheme: "1" }] })(LAWFUL), "buyer.ids", "BT-46"],
  ["BR-CL-10", document({ payee: { name: "P", id: { id: "1", scheme: "1" } } })(LAWFUL), "payee", "BT-60"],
  ["BR-CL-11", buyer({ registration: { id: "1", scheme: "1" } })(LAWFUL), "buyer.registration", "BT-47"],
  ["BR-CL-25", buyer({ electronicAddress: { id: "1", scheme: "1" } })(LAWFUL), "buyer.electronicAddress", "BT-49"],
  ["BR-CO-09", buyer({ vatId: "1" })(LAWFUL), "buyer.vatId", "BT-48"],
  ["BR-AE-02", buyer({ vatId: null, registration: null })(lawfulOf("AE")), "buyer.vatId", "BT-48"],
  ["BR-AE-02", seller(unknown)(lawfulOf("AE")), "seller.vatId", "BT-31"],
  ["BR-IC-02", buyer({ vatId: null })(lawfulOf("IC")), "buyer.vatId", "BT-48"],
  ["BR-O-02", buyer({ vatId: "DE1" })(lawfulOf("O")), "buyer.vatId", "BT-48"],
])("%s leads to where it is entered: %3$s", (rule, invoice, field, term) => {
  expect(checkInvoice(invoice, "en16931").filter((finding) => finding.rule === rule)).toMatchObject([{ field, term }]);
});

test.each([
  ["54.63", []],
  ["54.62", ["warning"]],
  ["55.62", ["warning"]],
  ["55.63", ["fatal"]],
])("a tax of %s instead of 54.63: %j", (taxAmount, expected) => {
  const found = checkInvoice(vat({ taxAmount })(LAWFUL), "en16931").filter(({ rule }) => rule === "BR-CO-17");
  expect(found.map(({ severity }) => severity)).toEqual(expected);
});

test("between two Germans Peppol asks for what XRechnung asks for", () => {
  const invoice = seller({ contact: null })(LAWFUL);
  expect(rulesOf(invoice, "peppol")).toEqual(["BR-DE-2"]);
  expect(rulesOf(buyerAddress({ country: "AT" })(invoice), "peppol")).toEqual([]);
});
