import type { DocumentAllowance, LineAllowance, TaxCategory, VatBreakdown } from "../model/tax.ts";
import { at, type Codec, content, many, marked, optionalText, text, within } from "../xml/codec.ts";
import { type Fields, group } from "../xml/group.ts";
import { amount, optionalAmount } from "./amounts.ts";

/** Of the tax schemes that UBL could name, an invoice after EN 16931 has VAT alone. */
const VAT = marked(within(["cac:TaxScheme", "cbc:ID"], content), "VAT");

const category: Fields<TaxCategory> = { category: text("cbc:ID"), rate: optionalText("cbc:Percent") };

/** A tax category in an element of a name; "" of a missing one. */
export function taxCategory(name: string): Codec<TaxCategory> {
  const listed = many(name, group<TaxCategory>(category), VAT);
  return {
    read: (from, wire) => listed.read(from, wire)[0] ?? { category: "" },
    write: (to, value, wire) => listed.write(to, [value], wire),
  };
}

const allowance: Fields<LineAllowance> = {
  amount: amount("cbc:Amount"),
  base: optionalAmount("cbc:BaseAmount"),
  percent: optionalText("cbc:MultiplierFactorNumeric"),
  reason: optionalText("cbc:AllowanceChargeReason"),
  reasonCode: optionalText("cbc:AllowanceChargeReasonCode"),
};

/** xs:boolean has two words for each. */
const indicator: Codec<string> = {
  read: (from, wire) => XS_BOOLEAN.get(text("cbc:ChargeIndicator").read(from, wire)) ?? "",
  write: text("cbc:ChargeIndicator").write,
};
const XS_BOOLEAN = new Map([
  ["0", "false"],
  ["1", "true"],
  ["false", "false"],
  ["true", "true"],
]);

export const ALLOWANCE = marked(indicator, "false");
export const CHARGE = marked(indicator, "true");

export const lineAllowances = (mark: typeof ALLOWANCE): Codec<readonly LineAllowance[]> =>
  many("cac:AllowanceCharge", group<LineAllowance>(allowance), mark);

export const documentAllowances = (mark: typeof ALLOWANCE): Codec<readonly DocumentAllowance[]> =>
  many("cac:AllowanceCharge", group<DocumentAllowance>({ ...allowance, tax: taxCategory("cac:TaxCategory") }), mark);

const inCategory = <T>(inner: Codec<T>): Codec<T> => at("cac:TaxCategory", inner);

/** BG-23: each a subtotal of the tax total. */
export const vatBreakdown: Codec<readonly VatBreakdown[]> = many(
  "cac:TaxSubtotal",
  group<VatBreakdown>({
    taxableAmount: amount("cbc:TaxableAmount"),
    taxAmount: amount("cbc:TaxAmount"),
    category: inCategory(category.category),
    rate: inCategory(category.rate),
    exemptionCode: inCategory(optionalText("cbc:TaxExemptionReasonCode")),
    exemptionReason: inCategory(optionalText("cbc:TaxExemptionReason")),
  }),
  marked(within(["cac:TaxCategory", "cac:TaxScheme", "cbc:ID"], content), "VAT"),
);
