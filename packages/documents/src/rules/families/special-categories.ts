import type { EInvoice } from "../../model/invoice.ts";
import { anyLine, anyOf, isMissing, once, type Rules } from "../rule.ts";

const isBrokenDownAs = ({ vat }: EInvoice, code: string): boolean => vat.some(({ category }) => category === code);
const isTaxed = (category: string): boolean => category !== "O" && category !== "";

/** What single categories ask for beside the ten rules that all have. */
export const SPECIAL_CATEGORY_RULES = {
  "BR-IC-11": {
    term: "BT-72",
    field: "delivery.date",
    broken: once(
      (invoice) => isBrokenDownAs(invoice, "K") && isMissing(invoice.delivery?.date) && invoice.period == null,
    ),
  },
  "BR-IC-12": {
    term: "BT-80",
    field: "delivery.address.country",
    broken: once((invoice) => isBrokenDownAs(invoice, "K") && isMissing(invoice.delivery?.address?.country)),
  },
  "BR-O-11": {
    term: "BT-118",
    field: "document.vat",
    broken: once((invoice) => isBrokenDownAs(invoice, "O") && invoice.vat.some(({ category }) => isTaxed(category))),
  },
  "BR-O-12": {
    term: "BT-151",
    field: "line.tax",
    broken: anyLine(({ tax }, invoice) => isBrokenDownAs(invoice, "O") && isTaxed(tax.category)),
  },
  "BR-O-13": {
    term: "BT-95",
    field: "document.allowances",
    broken: anyOf(
      ({ allowances }) => allowances,
      ({ tax }, invoice) => isBrokenDownAs(invoice, "O") && isTaxed(tax.category),
    ),
  },
  "BR-O-14": {
    term: "BT-102",
    field: "document.charges",
    broken: anyOf(
      ({ charges }) => charges,
      ({ tax }, invoice) => isBrokenDownAs(invoice, "O") && isTaxed(tax.category),
    ),
  },
  /** Split payment is Italian law. */
  "BR-B-01": {
    term: "BT-151",
    field: "line.tax",
    broken: once((invoice) => categoriesOf(invoice).includes("B") && !isItalian(invoice)),
  },
  "BR-B-02": {
    term: "BT-151",
    field: "line.tax",
    broken: once((invoice) => ["B", "S"].every((code) => categoriesOf(invoice).includes(code))),
  },
} satisfies Rules<string>;

function categoriesOf({ lines, vat, allowances, charges }: EInvoice): readonly string[] {
  const taxed = [...lines, ...allowances, ...charges].map(({ tax }) => tax);
  return [...taxed, ...vat].map(({ category }) => category);
}

const isItalian = ({ seller, buyer }: EInvoice): boolean =>
  [seller, buyer].every(({ address }) => address?.country === "IT");
