import type { EInvoice } from "../../model/invoice.ts";
import type { TaxCategory, VatBreakdown } from "../../model/tax.ts";
import { compare, type Exact, exactOf, isEqual, minus, sumOf, textOfExact, ZERO } from "../exact.ts";
import { anyLine, anyOf, type Broken, isMissing, once, type Rule } from "../rule.ts";
import { taxDue, unlikeTax, unlikeWithin } from "./tax-amounts.ts";

/** How the standard names the rules of a category: BR-S-01 … */
export type CategoryName = "S" | "Z" | "E" | "AE" | "IC" | "G" | "O" | "AF" | "AG";

/** What differs between the categories of UNTDID 5305. */
interface Category {
  readonly code: string;
  /** Whether several rates of it may stand in one invoice. */
  readonly rates: "several" | "one";
  /** Who has to be known to the tax office, or may not be. */
  readonly ids: "seller" | "sellerAndBuyer" | "sellerVat" | "bothVat" | "none";
  readonly rate: "positive" | "notNegative" | "zero" | "absent";
  /** Why there is no tax: it has to be said, or may not be. */
  readonly reason: "required" | "forbidden";
}

/** BR-AF and BR-AG are what the standard calls IGIC (Canaries) and IPSI (Ceuta and Melilla). */
export const CATEGORIES: Readonly<Record<CategoryName, Category>> = {
  S: { code: "S", rates: "several", ids: "seller", rate: "positive", reason: "forbidden" },
  Z: { code: "Z", rates: "one", ids: "seller", rate: "zero", reason: "forbidden" },
  E: { code: "E", rates: "one", ids: "seller", rate: "zero", reason: "required" },
  AE: { code: "AE", rates: "one", ids: "sellerAndBuyer", rate: "zero", reason: "required" },
  IC: { code: "K", rates: "one", ids: "bothVat", rate: "zero", reason: "required" },
  G: { code: "G", rates: "one", ids: "sellerVat", rate: "zero", reason: "required" },
  O: { code: "O", rates: "one", ids: "none", rate: "absent", reason: "required" },
  AF: { code: "L", rates: "several", ids: "seller", rate: "notNegative", reason: "forbidden" },
  AG: { code: "M", rates: "several", ids: "seller", rate: "notNegative", reason: "forbidden" },
};

/** The ten rules that each category has. */
export type CategoryStep = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10";

/** The ten rules of a category, by their steps. */
export function rulesOfCategory(category: Category): Readonly<Record<CategoryStep, Rule>> {
  const { code } = category;
  const lines = ({ lines: all }: EInvoice) => all.map(({ tax }) => tax);
  const allowances = (invoice: EInvoice) => invoice.allowances.map(({ tax }) => tax);
  const charges = (invoice: EInvoice) => invoice.charges.map(({ tax }) => tax);
  const isRateWrong = (tax: TaxCategory): boolean => tax.category === code && !isRateLawful(tax, category);
  const breakdowns = (invoice: EInvoice) => invoice.vat.filter((one) => one.category === code);
  const known = (list: (invoice: EInvoice) => readonly TaxCategory[]): Rule => ({
    term: "BT-31",
    field: "seller.vatId",
    broken: (invoice) => (list(invoice).some((tax) => tax.category === code) ? unknownIn(invoice, category) : []),
  });
  return {
    "01": { term: "BG-23", field: "document.vat", broken: once((invoice) => isBrokenDown(invoice, category)) },
    "02": known(lines),
    "03": known(allowances),
    "04": known(charges),
    "05": { term: "BT-152", field: "line.tax", broken: anyLine(({ tax }) => isRateWrong(tax)) },
    "06": { term: "BT-96", field: "document.allowances", broken: anyOf(allowances, isRateWrong) },
    "07": { term: "BT-103", field: "document.charges", broken: anyOf(charges, isRateWrong) },
    "08": {
      term: "BT-116",
      field: "document.vat",
      broken: (invoice) => breakdowns(invoice).flatMap((one) => unlikeTaxed(one, invoice, category)),
    },
    "09": {
      term: "BT-117",
      field: "document.vat",
      broken: (invoice) => breakdowns(invoice).flatMap((one) => unlikeTaxOf(one, category)),
    },
    "10": {
      term: "BT-120",
      field: "document.vat",
      broken: anyOf(breakdowns, (one) => hasReason(one) !== (category.reason === "required")),
    },
  };
}

/** What is taxed is broken down, and what is broken down is taxed; a category without a rate of its own only once. */
function isBrokenDown(invoice: EInvoice, { code, rates }: Category): boolean {
  const count = invoice.vat.filter(({ category }) => category === code).length;
  const isUsed = taxedParts(invoice).some(({ tax }) => tax.category === code);
  return rates === "several" ? isUsed !== count > 0 : (isUsed || count > 0) && count !== 1;
}

const OF_SELLER: Broken = {};
const OF_BUYER: Broken = { term: "BT-48", field: "buyer.vatId" };

/** Whom the tax office does not know, or knows and must not, for this category: the seller first, since that is set up once. */
function unknownIn({ seller, buyer, taxRepresentative }: EInvoice, { ids }: Category): readonly Broken[] {
  const hasVat = !isMissing(seller.vatId) || !isMissing(taxRepresentative?.vatId);
  const buyerHasVat = !isMissing(buyer.vatId);
  if (ids === "none") return hasVat ? [OF_SELLER] : buyerHasVat ? [OF_BUYER] : [];
  const isVatAsked = ids === "sellerVat" || ids === "bothVat";
  if (!hasVat && (isVatAsked || isMissing(seller.taxRegistration))) return [OF_SELLER];
  const isBuyerKnown = buyerHasVat || (ids === "sellerAndBuyer" && buyer.registration != null);
  const isBuyerAsked = ids === "sellerAndBuyer" || ids === "bothVat";
  return isBuyerAsked && !isBuyerKnown ? [OF_BUYER] : [];
}

function isRateLawful({ rate: text }: TaxCategory, { rate }: Category): boolean {
  const value = exactOf(text);
  if (rate === "absent") return isMissing(text);
  if (value === null) return false;
  const sign = compare(value, ZERO);
  return rate === "positive" ? sign > 0 : rate === "notNegative" ? sign >= 0 : sign === 0;
}

interface Taxed {
  readonly tax: TaxCategory;
  /** Below zero of what is less. */
  readonly amount: Exact | null;
}

function taxedParts({ lines, allowances, charges }: EInvoice): readonly Taxed[] {
  return [
    ...lines.map(({ tax, netAmount }) => ({ tax, amount: exactOf(netAmount) })),
    ...allowances.map(({ tax, amount }) => ({ tax, amount: minus(ZERO, exactOf(amount) ?? ZERO) })),
    ...charges.map(({ tax, amount }) => ({ tax, amount: exactOf(amount) })),
  ];
}

/** The sum of what is taxed so, at this rate where there are several. */
function unlikeTaxed(one: VatBreakdown, invoice: EInvoice, { code, rates }: Category): readonly Broken[] {
  const rate = exactOf(one.rate);
  const isOfRate = (tax: TaxCategory): boolean => {
    const other = exactOf(tax.rate);
    return rates === "one" || (rate !== null && other !== null && isEqual(rate, other));
  };
  const parts = taxedParts(invoice).filter(({ tax }) => tax.category === code && isOfRate(tax));
  const sum = sumOf(parts.map(({ amount }) => amount));
  const data = rates === "several" ? one.rate : null;
  const [unlike] = unlikeWithin(one.taxableAmount, sum, data);
  if (unlike === undefined) return [];
  // Official rules are exact where there is one rate, and of the standard rate in one of the two syntaxes.
  return rates === "one" ? [{ ...unlike, severity: "fatal" }] : [unlike];
}

function unlikeTaxOf(one: VatBreakdown, { rate }: Category): readonly Broken[] {
  if (rate === "positive" || rate === "notNegative") return unlikeTax(one, taxDue(one));
  const actual = exactOf(one.taxAmount);
  return actual === null || isEqual(actual, ZERO) ? [] : [{ expected: textOfExact(ZERO), actual: one.taxAmount }];
}

const hasReason = (one: VatBreakdown): boolean => !isMissing(one.exemptionReason) || !isMissing(one.exemptionCode);
