import type { Element } from "@xmldom/xmldom";
import type { DecimalText } from "../model/decimal-text.ts";
import type { EInvoice, Totals } from "../model/invoice.ts";
import { at, type Codec, text } from "../xml/codec.ts";
import { append, childNamed, childrenNamed } from "../xml/elements.ts";
import { group } from "../xml/group.ts";
import { amount, amountIn, optionalAmount } from "./amounts.ts";
import { vatBreakdown } from "./tax.ts";

type TaxTotals = Pick<Totals, "tax" | "taxInTaxCurrency">;
type Summed = Omit<Totals, keyof TaxTotals>;

const inTotal = <T>(inner: Codec<T>): Codec<T> => at("cac:LegalMonetaryTotal", inner);

const summed: Codec<Summed> = group<Summed>({
  lines: inTotal(amount("cbc:LineExtensionAmount")),
  net: inTotal(amount("cbc:TaxExclusiveAmount")),
  gross: inTotal(amount("cbc:TaxInclusiveAmount")),
  allowances: inTotal(optionalAmount("cbc:AllowanceTotalAmount")),
  charges: inTotal(optionalAmount("cbc:ChargeTotalAmount")),
  paid: inTotal(optionalAmount("cbc:PrepaidAmount")),
  rounding: inTotal(optionalAmount("cbc:PayableRoundingAmount")),
  due: inTotal(amount("cbc:PayableAmount")),
});

/**
 * The tax of an invoice stands in one TaxTotal with the breakdown, and again, without one, in the currency of the tax office.
 * Which is which, the currency of the amount says.
 */
export const totals: Codec<Totals> = {
  read: (from, wire) => {
    const tax = taxIn(from, wire.currency);
    const taxCurrency = text("cbc:TaxCurrencyCode").read(from, wire);
    const other = taxCurrency === "" || taxCurrency === wire.currency ? null : taxIn(from, taxCurrency);
    return { ...summed.read(from, wire), ...(tax && { tax }), ...(other && { taxInTaxCurrency: other }) };
  },
  write: (to, value, wire) => {
    if (value.tax != null) amount("cbc:TaxAmount").write(append(to, "cac:TaxTotal"), value.tax, wire);
    const taxCurrency = text("cbc:TaxCurrencyCode").read(to, wire);
    if (value.taxInTaxCurrency != null && taxCurrency !== "") {
      const taxAmount = at("cbc:TaxAmount", amountIn(taxCurrency));
      taxAmount.write(append(to, "cac:TaxTotal"), value.taxInTaxCurrency, wire);
    }
    summed.write(to, value, wire);
  },
};

function taxIn(from: Element | null, currency: string): DecimalText | null {
  const total = childrenNamed(from, "cac:TaxTotal").find((one) => currencyOf(one) === currency);
  return total === undefined ? null : at("cbc:TaxAmount", amountIn(currency)).read(total, { currency });
}

const currencyOf = (total: Element): string | null =>
  childNamed(total, "cbc:TaxAmount")?.getAttribute("currencyID") ?? null;

/** Subtotals of any tax total are read; they are written into the first, which `totals` has made. */
export const vat: Codec<EInvoice["vat"]> = {
  read: (from, wire) => childrenNamed(from, "cac:TaxTotal").flatMap((total) => vatBreakdown.read(total, wire)),
  write: (to, value, wire) => at("cac:TaxTotal", vatBreakdown).write(to, value, wire),
};
