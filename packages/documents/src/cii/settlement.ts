import type { Element } from "@xmldom/xmldom";
import type { DecimalText } from "../model/decimal-text.ts";
import type { Totals } from "../model/invoice.ts";
import { at, type Codec, optionalText, text } from "../xml/codec.ts";
import { append, childElements, childNamed, childrenNamed, textOf } from "../xml/elements.ts";
import { group } from "../xml/group.ts";
import { InvoiceNotReadError } from "../xml/not-read.ts";
import { optionalDate } from "./dates.ts";

type Summed = Omit<Totals, "tax" | "taxInTaxCurrency">;

const summed: Codec<Summed> = group<Summed>({
  lines: text("ram:LineTotalAmount"),
  charges: optionalText("ram:ChargeTotalAmount"),
  allowances: optionalText("ram:AllowanceTotalAmount"),
  net: text("ram:TaxBasisTotalAmount"),
  rounding: optionalText("ram:RoundingAmount"),
  gross: text("ram:GrandTotalAmount"),
  paid: optionalText("ram:TotalPrepaidAmount"),
  due: text("ram:DuePayableAmount"),
});

const TAX_TOTAL = "ram:TaxTotalAmount";
const SUMMATION = "ram:SpecifiedTradeSettlementHeaderMonetarySummation";

/** The tax stands once in the currency of the invoice and once more in that of the tax office; no other amount names its currency. */
export const totals: Codec<Totals> = {
  read: (settlement, wire) => {
    const summation = childNamed(settlement, SUMMATION);
    refuseOtherCurrencies(summation, wire.currency);
    const taxCurrency = text("ram:TaxCurrencyCode").read(settlement, wire);
    const tax = taxIn(summation, (currency) => currency === wire.currency || currency === null);
    const other = taxIn(summation, (currency) => currency === taxCurrency && currency !== wire.currency);
    return { ...summed.read(summation, wire), ...(tax && { tax }), ...(other && { taxInTaxCurrency: other }) };
  },
  write: (settlement, value, wire) => {
    const summation = append(settlement, SUMMATION);
    summed.write(summation, value, wire);
    if (value.tax != null) writeTax(summation, value.tax, wire.currency);
    const taxCurrency = text("ram:TaxCurrencyCode").read(settlement, wire);
    if (value.taxInTaxCurrency != null && taxCurrency !== "") writeTax(summation, value.taxInTaxCurrency, taxCurrency);
  },
};

const currencyOf = (element: Element): string | null => element.getAttribute("currencyID");

function taxIn(summation: Element | null, isOne: (currency: string | null) => boolean): DecimalText | null {
  const found = childrenNamed(summation, TAX_TOTAL).find((one) => isOne(currencyOf(one)));
  return textOf(found ?? null) || null;
}

function writeTax(summation: Element, value: DecimalText, currency: string): void {
  const element = append(summation, TAX_TOTAL);
  element.textContent = value;
  element.setAttribute("currencyID", currency);
}

function refuseOtherCurrencies(summation: Element | null, currency: string): void {
  for (const one of childElements(summation)) {
    const named = currencyOf(one);
    if (one.localName === "TaxTotalAmount" || named === null || named === currency) continue;
    throw new InvoiceNotReadError("mixed_currencies", `${one.nodeName} is in ${named}, not in ${currency}`);
  }
}

/** BT-8: CII counts in UNTDID 2475 what UBL counts in UNTDID 2005. */
const FROM_2475 = new Map([
  ["5", "3"],
  ["29", "35"],
  ["72", "432"],
]);
const TO_2475 = new Map([...FROM_2475].map(([cii, ubl]) => [ubl, cii]));

const ofTax = <T>(inner: Codec<T>): Codec<T> => at("ram:ApplicableTradeTax", inner);
const dueDateType = ofTax(text("ram:DueDateTypeCode"));

/** BT-8 stands with each part of the breakdown; it is one for the invoice, and the first says it. */
export const taxPointCode: Codec<string | null> = {
  read: (from, wire) => {
    const code = dueDateType.read(from, wire);
    return (FROM_2475.get(code) ?? code) || null;
  },
  write: (to, value, wire) =>
    forEachTax(to, (tax) => {
      if (value !== null) text("ram:DueDateTypeCode").write(tax, TO_2475.get(value) ?? value, wire);
    }),
};

const taxPoint = optionalDate("ram:TaxPointDate", "udt:DateString");

/** BT-7: official rules let the day stand in one part alone (CII-SR-461), whichever it is. */
export const taxPointDate: Codec<string | null> = {
  read: (from, wire) => {
    const parts = childrenNamed(from, "ram:ApplicableTradeTax");
    return parts.map((part) => taxPoint.read(part, wire)).find((day) => day !== null) ?? null;
  },
  write: ofTax(taxPoint).write,
};

function forEachTax(settlement: Element, write: (tax: Element) => void): void {
  for (const tax of childrenNamed(settlement, "ram:ApplicableTradeTax")) write(tax);
}
