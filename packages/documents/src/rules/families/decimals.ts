import type { EInvoice } from "../../model/invoice.ts";
import type { InvoiceLine } from "../../model/line.ts";
import type { DocumentAllowance, LineAllowance, VatBreakdown } from "../../model/tax.ts";
import type { Field } from "../fields.ts";
import { exactOf, isEqual, rounded } from "../exact.ts";
import { anyInLines, anyLine, anyOf, isMissing, once, type Rule, type Rules, type Term } from "../rule.ts";

type Amount = string | null | undefined;

/** No amount has more than two digits after the point, and each is a number. Zeros at the end are no digits more. */
function isTooFine(text: Amount): boolean {
  if (isMissing(text)) return false;
  const value = exactOf(text);
  return value === null || !isEqual(value, rounded(value, 2));
}

const total = (term: Term, field: Field, pick: (totals: EInvoice["totals"]) => Amount): Rule => ({
  term,
  field,
  broken: once(({ totals }) => isTooFine(pick(totals))),
});

const breakdown = (term: Term, pick: (one: VatBreakdown) => Amount): Rule => ({
  term,
  field: "document.vat",
  broken: anyOf(
    ({ vat }) => vat,
    (one) => isTooFine(pick(one)),
  ),
});

type Kind = "allowances" | "charges";
const ofDocument = (term: Term, kind: Kind, pick: (one: DocumentAllowance) => Amount): Rule => ({
  term,
  field: `document.${kind}`,
  broken: anyOf(
    (invoice) => invoice[kind],
    (one) => isTooFine(pick(one)),
  ),
});

const ofLine = (term: Term, kind: Kind, pick: (one: LineAllowance) => Amount): Rule => ({
  term,
  field: `line.${kind}`,
  broken: anyInLines(
    (line) => line[kind],
    (one) => isTooFine(pick(one)),
  ),
});

const amountOf = ({ amount }: LineAllowance): Amount => amount;
const baseOf = ({ base }: LineAllowance): Amount => base;

/** BR-DEC: two digits after the point, whatever the currency has. */
export const DECIMAL_RULES = {
  "BR-DEC-01": ofDocument("BT-92", "allowances", amountOf),
  "BR-DEC-02": ofDocument("BT-93", "allowances", baseOf),
  "BR-DEC-05": ofDocument("BT-99", "charges", amountOf),
  "BR-DEC-06": ofDocument("BT-100", "charges", baseOf),
  "BR-DEC-09": total("BT-106", "document.totals", ({ lines }) => lines),
  "BR-DEC-10": total("BT-107", "document.allowances", ({ allowances }) => allowances),
  "BR-DEC-11": total("BT-108", "document.charges", ({ charges }) => charges),
  "BR-DEC-12": total("BT-109", "document.totals", ({ net }) => net),
  "BR-DEC-13": total("BT-110", "document.vat", ({ tax }) => tax),
  "BR-DEC-14": total("BT-112", "document.totals", ({ gross }) => gross),
  "BR-DEC-15": total("BT-111", "document.taxCurrency", ({ taxInTaxCurrency }) => taxInTaxCurrency),
  "BR-DEC-16": total("BT-113", "document.paid", ({ paid }) => paid),
  "BR-DEC-17": total("BT-114", "document.rounding", ({ rounding }) => rounding),
  "BR-DEC-18": total("BT-115", "document.totals", ({ due }) => due),
  "BR-DEC-19": breakdown("BT-116", ({ taxableAmount }) => taxableAmount),
  "BR-DEC-20": breakdown("BT-117", ({ taxAmount }) => taxAmount),
  "BR-DEC-23": {
    term: "BT-131",
    field: "line.amount",
    broken: anyLine(({ netAmount }: InvoiceLine) => isTooFine(netAmount)),
  },
  "BR-DEC-24": ofLine("BT-136", "allowances", amountOf),
  "BR-DEC-25": ofLine("BT-137", "allowances", baseOf),
  "BR-DEC-27": ofLine("BT-141", "charges", amountOf),
  "BR-DEC-28": ofLine("BT-142", "charges", baseOf),
} satisfies Rules<string>;
