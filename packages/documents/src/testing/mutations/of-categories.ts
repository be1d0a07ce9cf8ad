import type { EInvoice } from "../../model/invoice.ts";
import type { CategoryRuleId } from "../../rules/check-invoice.ts";
import { CATEGORIES, type CategoryName, type CategoryStep } from "../../rules/families/categories.ts";
import type { SPECIAL_CATEGORY_RULES } from "../../rules/families/special-categories.ts";
import { lawfulOf } from "../categories.ts";
import * as change from "../changes.ts";
import { DRAFT, totalled } from "../lawful-invoice.ts";
import type { Mutation } from "./mutation.ts";
import type { TaxCategory } from "../../model/tax.ts";

const NAMES = Object.keys(CATEGORIES) as readonly CategoryName[];
const STEPS: readonly CategoryStep[] = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];

/** The category on lines alone, so that one rule speaks of it. */
function taxedOnlyIn(name: CategoryName, where: "lines" | "allowances" | "charges"): EInvoice {
  const lawful = lawfulOf(name);
  const tax = { category: "" };
  return {
    ...lawful,
    ...(where !== "lines" && { lines: lawful.lines.map((line) => ({ ...line, tax })) }),
    ...(where !== "allowances" && { allowances: lawful.allowances.map((one) => ({ ...one, tax })) }),
    ...(where !== "charges" && { charges: lawful.charges.map((one) => ({ ...one, tax })) }),
  };
}

/** Nobody is known to the tax office, or for the category that asks for that, everybody. */
function withOtherIds(invoice: EInvoice, name: CategoryName): EInvoice {
  if (name === "O") return change.seller({ vatId: "DE123456789" })(invoice);
  const nobody = { vatId: null, registration: null };
  return change.buyer(nobody)(change.seller({ vatId: null, taxRegistration: null })(invoice));
}

const wrongRate = (name: CategoryName) => {
  const { code, rate } = CATEGORIES[name];
  return { tax: { category: code, rate: rate === "positive" ? "0" : rate === "notNegative" ? "-1" : "19" } };
};

/** How to break a step of a category. */
const BREAK: Readonly<Record<CategoryStep, (name: CategoryName) => EInvoice>> = {
  "01": (name) => change.document({ vat: [] })(lawfulOf(name)),
  "02": (name) => withOtherIds(taxedOnlyIn(name, "lines"), name),
  "03": (name) => withOtherIds(taxedOnlyIn(name, "allowances"), name),
  "04": (name) => withOtherIds(taxedOnlyIn(name, "charges"), name),
  "05": (name) => change.line(wrongRate(name))(lawfulOf(name)),
  "06": (name) => change.allowance(wrongRate(name))(lawfulOf(name)),
  "07": (name) => change.charge(wrongRate(name))(lawfulOf(name)),
  "08": (name) => change.vat({ taxableAmount: "1.00" })(lawfulOf(name)),
  "09": (name) => change.vat({ taxAmount: "1000.00" })(lawfulOf(name)),
  "10": (name) =>
    change.vat({ exemptionReason: CATEGORIES[name].reason === "required" ? null : "None." })(lawfulOf(name)),
};

/** Each of the ten rules of each category, broken. */
export const CATEGORY_MUTATIONS: readonly (readonly [CategoryRuleId, EInvoice])[] = NAMES.flatMap((name) =>
  STEPS.map((step) => [`BR-${name}-${step}`, BREAK[step](name)] as const),
);

/** A line with the Italian split payment beside one of another category, in a country. */
function withSplitPayment(country: string, other: TaxCategory): EInvoice {
  const address = { ...DRAFT.seller.address, country };
  return totalled({
    ...DRAFT,
    seller: { ...DRAFT.seller, address },
    buyer: { ...DRAFT.buyer, address },
    allowances: [],
    charges: [],
    lines: DRAFT.lines.map((line, index) => ({ ...line, tax: index === 0 ? B : other })),
  });
}

type Special = keyof typeof SPECIAL_CATEGORY_RULES;
const S = { category: "S", rate: "19" };
const B = { category: "B", rate: "22" };

/** What single categories ask for, broken. */
export const SPECIAL_MUTATIONS: Readonly<Record<Special, Mutation>> = {
  "BR-IC-11": [change.document({ period: null })(change.delivery({ date: null })(lawfulOf("IC")))],
  "BR-IC-12": [change.delivery({ address: null })(lawfulOf("IC"))],
  "BR-O-11": [
    change.document({ vat: [...lawfulOf("O").vat, { ...S, taxableAmount: "0.00", taxAmount: "0.00" }] })(lawfulOf("O")),
    "BR-S-01",
  ],
  "BR-O-12": [change.line({ tax: S })(lawfulOf("O")), "BR-O-08", "BR-S-01"],
  "BR-O-13": [change.allowance({ tax: S })(lawfulOf("O")), "BR-O-08", "BR-S-01"],
  "BR-O-14": [change.charge({ tax: S })(lawfulOf("O")), "BR-O-08", "BR-S-01"],
  "BR-B-01": [withSplitPayment("DE", B)],
  "BR-B-02": [withSplitPayment("IT", S)],
};
