import type { EInvoice } from "../../model/invoice.ts";
import type { DocumentAllowance, VatBreakdown } from "../../model/tax.ts";
import { type Exact, add, exactOf, isEqual, minus, rounded, sumOf, textOfExact, ZERO } from "../exact.ts";
import { type Broken, anyOf, isMissing, once, type Rules } from "../rule.ts";
import { taxDue, unlikeTax } from "./tax-amounts.ts";

const isNoNumber = (text: string | null | undefined): boolean => exactOf(text) === null;
const amounts = (list: readonly DocumentAllowance[]): Exact => sumOf(list.map(({ amount }) => exactOf(amount)));
const vatOf = ({ vat }: EInvoice): readonly VatBreakdown[] => vat;

/** What the totals and the tax breakdown must have (BR-12 to BR-15, BR-45 to BR-48), and that they add up (BR-CO-10 to -18). */
export const TOTAL_RULES = {
  "BR-12": { term: "BT-106", field: "document.totals", broken: once(({ totals }) => isNoNumber(totals.lines)) },
  "BR-13": { term: "BT-109", field: "document.totals", broken: once(({ totals }) => isNoNumber(totals.net)) },
  "BR-14": { term: "BT-112", field: "document.totals", broken: once(({ totals }) => isNoNumber(totals.gross)) },
  "BR-15": { term: "BT-115", field: "document.totals", broken: once(({ totals }) => isNoNumber(totals.due)) },
  "BR-45": { term: "BT-116", field: "document.vat", broken: anyOf(vatOf, (one) => isNoNumber(one.taxableAmount)) },
  "BR-46": { term: "BT-117", field: "document.vat", broken: anyOf(vatOf, (one) => isNoNumber(one.taxAmount)) },
  "BR-47": { term: "BT-118", field: "document.vat", broken: anyOf(vatOf, (one) => isMissing(one.category)) },
  "BR-48": {
    term: "BT-119",
    field: "document.vat",
    broken: anyOf(vatOf, ({ rate, category }) => isNoNumber(rate) && category !== "O"),
  },
  "BR-CO-10": {
    term: "BT-106",
    field: "document.totals",
    broken: ({ totals, lines }) => unlike(totals.lines, sumOf(lines.map(({ netAmount }) => exactOf(netAmount)))),
  },
  "BR-CO-11": {
    term: "BT-107",
    field: "document.allowances",
    broken: ({ totals, allowances }) => unlike(orNothing(totals.allowances), amounts(allowances)),
  },
  "BR-CO-12": {
    term: "BT-108",
    field: "document.charges",
    broken: ({ totals, charges }) => unlike(orNothing(totals.charges), amounts(charges)),
  },
  "BR-CO-13": {
    term: "BT-109",
    field: "document.totals",
    broken: ({ totals }) => unlike(totals.net, add(minus(of(totals.lines), of(totals.allowances)), of(totals.charges))),
  },
  "BR-CO-14": {
    term: "BT-110",
    field: "document.vat",
    broken: ({ totals, vat }) => unlike(orNothing(totals.tax), sumOf(vat.map(({ taxAmount }) => exactOf(taxAmount)))),
  },
  "BR-CO-15": {
    term: "BT-112",
    field: "document.totals",
    broken: ({ totals }) => unlike(totals.gross, add(of(totals.net), of(totals.tax))),
  },
  "BR-CO-16": {
    term: "BT-115",
    field: "document.rounding",
    broken: ({ totals }) => unlike(totals.due, add(minus(of(totals.gross), of(totals.paid)), of(totals.rounding))),
  },
  "BR-CO-17": {
    term: "BT-117",
    field: "document.vat",
    broken: ({ vat }) => vat.flatMap((one) => unlikeTax(one, taxDue(one))),
  },
  "BR-CO-18": { term: "BG-23", field: "document.vat", broken: once(({ vat }) => vat.length === 0) },
} satisfies Rules<string>;

/** What is missing adds nothing; that it may not be missing is a rule of its own. */
const of = (text: string | null | undefined): Exact => exactOf(text) ?? ZERO;
const orNothing = (text: string | null | undefined): string => (isMissing(text) ? "0" : (text ?? ""));

/** An amount that is not what it should be, to the cent. */
function unlike(text: string, expected: Exact): readonly Broken[] {
  const actual = exactOf(text);
  const due = rounded(expected, 2);
  if (actual === null || isEqual(actual, due)) return [];
  return [{ expected: textOfExact(due), actual: text }];
}
