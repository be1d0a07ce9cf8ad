import { CREDIT_NOTE_CODES, type EInvoice } from "../../model/invoice.ts";
import { PROFILES } from "../../model/profile.ts";
import type { DateText } from "../../model/decimal-text.ts";
import type { InvoiceLine } from "../../model/line.ts";
import type { LineAllowance } from "../../model/tax.ts";
import {
  add,
  compare,
  divided,
  type Exact,
  exactOf,
  isEqual,
  isWithin,
  minus,
  ONE,
  sumOf,
  times,
  ZERO,
} from "../exact.ts";
import { anyInLines, anyLine, anyOf, isMissing, once, present, type Rule, type Rules } from "../rule.ts";
import { isDay } from "./documents.ts";

/** What a line or a percentage may be away from what it comes to: rounding of its parts. */
const SLACK: Exact = { units: 2n, scale: 2 };
/** Further than any price has digits. */
const DIGITS = 12;

/** The rules of Peppol BIS Billing 3.0 that XRechnung has taken over: what KoSIT calls the harmonized ones. */
export const HARMONIZED_RULES = {
  "PEPPOL-EN16931-R001": {
    term: "BT-23",
    field: "document.process",
    broken: once(({ businessProcess }) => businessProcess != null && isMissing(businessProcess)),
  },
  "PEPPOL-EN16931-R005": {
    term: "BT-6",
    field: "document.taxCurrency",
    broken: once(({ taxCurrency, currency }) => !isMissing(taxCurrency) && taxCurrency === currency),
  },
  "PEPPOL-EN16931-R010": {
    term: "BT-49",
    field: "buyer.electronicAddress",
    broken: once(({ buyer }) => isMissing(buyer.electronicAddress?.id)),
  },
  "PEPPOL-EN16931-R020": {
    term: "BT-34",
    field: "seller.electronicAddress",
    broken: once(({ seller }) => isMissing(seller.electronicAddress?.id)),
  },
  "PEPPOL-EN16931-R040": onAllowances((one) => !isPercentOf(one)),
  "PEPPOL-EN16931-R041": onAllowances(({ percent, base }) => !isMissing(percent) && isMissing(base)),
  "PEPPOL-EN16931-R042": onAllowances(({ percent, base }) => isMissing(percent) && !isMissing(base)),
  "PEPPOL-EN16931-R046": {
    term: "BT-146",
    field: "line.price",
    broken: anyLine(({ price }) => isDiscountWrong(price)),
  },
  "PEPPOL-EN16931-R054": {
    term: "BT-111",
    field: "document.taxCurrency",
    broken: once(({ taxCurrency, totals }) => isMissing(taxCurrency) !== isMissing(totals.taxInTaxCurrency)),
  },
  "PEPPOL-EN16931-R055": { term: "BT-111", field: "document.taxCurrency", broken: once(isSignUnlike) },
  "PEPPOL-EN16931-R061": {
    term: "BT-89",
    field: "payment.mandate",
    broken: once(
      ({ payment }) => ["49", "59"].includes(payment?.meansCode ?? "") && isMissing(payment?.directDebit?.mandate),
    ),
  },
  "PEPPOL-EN16931-R110": {
    term: "BT-134",
    field: "line.period",
    broken: anyLine(({ period }, invoice) => isBefore(period?.start, invoice.period?.start)),
  },
  "PEPPOL-EN16931-R111": {
    term: "BT-135",
    field: "line.period",
    broken: anyLine(({ period }, invoice) => isBefore(invoice.period?.end, period?.end)),
  },
  "PEPPOL-EN16931-R120": { term: "BT-131", field: "line.amount", broken: anyLine((line) => !isAmountOfLine(line)) },
  "PEPPOL-EN16931-R121": {
    term: "BT-149",
    field: "line.price",
    broken: anyLine(
      ({ price }) => !isMissing(price.baseQuantity) && compare(exactOf(price.baseQuantity) ?? ZERO, ZERO) <= 0,
    ),
  },
  "PEPPOL-EN16931-R130": {
    term: "BT-150",
    field: "line.unit",
    broken: anyLine(({ price, unit }) => !isMissing(price.baseUnit) && price.baseUnit !== unit),
  },
} satisfies Rules<string>;

const INVOICE_TYPES: readonly string[] =
  "71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877".split(" ");
const CREDIT_TYPES: readonly string[] = ["381", "396", "81", "83", "532"];
const PROCESS = /^urn:fdc:peppol\.eu:2017:poacc:billing:\d{2}:1\.0$/;

/** What each of these reasons for no tax can be said of. */
const CATEGORY_OF_REASON = new Map([
  ["VATEX-EU-G", "G"],
  ["VATEX-EU-O", "O"],
  ["VATEX-EU-IC", "K"],
  ["VATEX-EU-AE", "AE"],
  ["VATEX-EU-D", "E"],
  ["VATEX-EU-F", "E"],
  ["VATEX-EU-I", "E"],
  ["VATEX-EU-J", "E"],
]);

function reasonIsOf(code: string): Rule {
  const isMisplaced = ({ exemptionCode, category }: EInvoice["vat"][number]): boolean =>
    exemptionCode?.toUpperCase() === code && category !== CATEGORY_OF_REASON.get(code);
  return {
    term: "BT-121",
    field: "document.vat",
    broken: anyOf(
      ({ vat }) => vat,
      isMisplaced,
      () => ({ value: code }),
    ),
  };
}

/** What Peppol alone asks for. */
export const PEPPOL_RULES = {
  "PEPPOL-EN16931-R002": {
    term: "BT-22",
    field: "document.notes",
    broken: once((invoice) => invoice.notes.length > 1 && !isGerman(invoice)),
  },
  "PEPPOL-EN16931-R003": {
    term: "BT-10",
    field: "buyer.reference",
    broken: once(({ buyerReference, orderReference }) => isMissing(buyerReference) && isMissing(orderReference)),
  },
  "PEPPOL-EN16931-R004": {
    term: "BT-24",
    field: "document.specification",
    broken: once(
      ({ specification }) => specification != null && !specification.startsWith(PROFILES.peppol.specification),
    ),
  },
  "PEPPOL-EN16931-R007": {
    term: "BT-23",
    field: "document.process",
    broken: once(({ businessProcess }) => !isMissing(businessProcess) && !PROCESS.test(businessProcess ?? "")),
  },
  "PEPPOL-EN16931-F001": {
    term: "BT-9",
    field: "document.dueDate",
    broken: anyOf(
      daysOf,
      (day) => !isDay(day),
      (value) => ({ value }),
    ),
  },
  "PEPPOL-EN16931-P0100": {
    term: "BT-3",
    field: "document.typeCode",
    broken: once(({ typeCode }) => !CREDIT_NOTE_CODES.includes(typeCode) && !INVOICE_TYPES.includes(typeCode)),
  },
  "PEPPOL-EN16931-P0101": {
    term: "BT-3",
    field: "document.typeCode",
    broken: once(({ typeCode }) => CREDIT_NOTE_CODES.includes(typeCode) && !CREDIT_TYPES.includes(typeCode)),
  },
  "PEPPOL-EN16931-P0104": reasonIsOf("VATEX-EU-G"),
  "PEPPOL-EN16931-P0105": reasonIsOf("VATEX-EU-O"),
  "PEPPOL-EN16931-P0106": reasonIsOf("VATEX-EU-IC"),
  "PEPPOL-EN16931-P0107": reasonIsOf("VATEX-EU-AE"),
  "PEPPOL-EN16931-P0108": reasonIsOf("VATEX-EU-D"),
  "PEPPOL-EN16931-P0109": reasonIsOf("VATEX-EU-F"),
  "PEPPOL-EN16931-P0110": reasonIsOf("VATEX-EU-I"),
  "PEPPOL-EN16931-P0111": reasonIsOf("VATEX-EU-J"),
  "PEPPOL-EN16931-P0112": {
    term: "BT-3",
    field: "document.typeCode",
    broken: once((invoice) => ["326", "384"].includes(invoice.typeCode) && !isGerman(invoice)),
  },
} satisfies Rules<string>;

/** Whether both parties are in Germany: there Peppol asks for what XRechnung asks for. */
export const isGerman = ({ seller, buyer }: EInvoice): boolean =>
  [seller, buyer].every(({ address }) => address?.country.toUpperCase() === "DE");

/** A rule about everything that is less or more, of the document and of lines. */
function onAllowances(isBroken: (one: LineAllowance) => boolean): Rule {
  const ofDocument = anyOf<LineAllowance>(({ allowances, charges }) => [...allowances, ...charges], isBroken);
  const ofLines = anyInLines<LineAllowance>(({ allowances, charges }) => [...allowances, ...charges], isBroken);
  return {
    term: "BT-94",
    field: "document.allowances",
    broken: (invoice) => [
      ...ofDocument(invoice),
      ...ofLines(invoice).map((one) => ({ ...one, term: "BT-138" as const, field: "line.allowances" as const })),
    ],
  };
}

const PERCENT: Exact = { units: 1n, scale: 2 };
const isNear = (a: Exact, b: Exact): boolean =>
  isWithin(a, b, SLACK) || isEqual(minus(a, b), SLACK) || isEqual(minus(b, a), SLACK);

function isPercentOf({ amount, base, percent }: LineAllowance): boolean {
  const [of, rate, value] = [exactOf(base), exactOf(percent), exactOf(amount)];
  return of === null || rate === null || value === null || isNear(value, times(times(of, rate), PERCENT));
}

function isDiscountWrong({ net, gross, discount }: InvoiceLine["price"]): boolean {
  const [price, before, less] = [exactOf(net), exactOf(gross), exactOf(discount) ?? ZERO];
  return price !== null && before !== null && !isEqual(price, minus(before, less));
}

/** Quantity × price, less and more. A base quantity of none or zero is one. */
function isAmountOfLine({ quantity, price, allowances, charges, netAmount }: InvoiceLine): boolean {
  const [count, each, net] = [exactOf(quantity), exactOf(price.net), exactOf(netAmount)];
  if (count === null || each === null || net === null) return true;
  const base = exactOf(price.baseQuantity) ?? ONE;
  const gross = divided(times(count, each), base.units === 0n ? ONE : base, DIGITS);
  return isNear(net, minus(add(gross, amounts(charges)), amounts(allowances)));
}

const amounts = (list: readonly LineAllowance[]): Exact => sumOf(list.map(({ amount }) => exactOf(amount)));

/** Both tax totals are of one sign. */
function isSignUnlike({ totals }: EInvoice): boolean {
  const [tax, other] = [exactOf(totals.tax), exactOf(totals.taxInTaxCurrency)];
  return tax !== null && other !== null && compare(tax, ZERO) * compare(other, ZERO) < 0;
}

const isBefore = (a: DateText | null | undefined, b: DateText | null | undefined): boolean =>
  a != null && b != null && a < b;

function daysOf({ dueDate, taxPointDate, delivery, period, lines }: EInvoice): readonly DateText[] {
  const periods = [period, ...lines.map((line) => line.period)];
  const days = periods.flatMap((one) => [one?.start, one?.end]);
  return [dueDate, taxPointDate, delivery?.date, ...days].flatMap((day) => present(day));
}
