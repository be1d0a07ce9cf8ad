import type { DocumentAllowance, LineAllowance, TaxCategory, VatBreakdown } from "../model/tax.ts";
import { at, type Codec, many, type Mark, marked, optionalText, text } from "../xml/codec.ts";
import { type Fields, group } from "../xml/group.ts";

/** Of the taxes that CII could name, an invoice after EN 16931 has VAT alone. */
const VAT = marked(text("ram:TypeCode"), "VAT");

const category: Fields<TaxCategory> = {
  category: text("ram:CategoryCode"),
  rate: optionalText("ram:RateApplicablePercent"),
};

/** A tax category in an element of a name; "" of a missing one. */
export function taxCategory(name: string): Codec<TaxCategory> {
  const listed = many(name, group<TaxCategory>(category), VAT);
  return {
    read: (from, wire) => listed.read(from, wire)[0] ?? { category: "" },
    write: (to, value, wire) => listed.write(to, [value], wire),
  };
}

const allowance: Fields<LineAllowance> = {
  percent: optionalText("ram:CalculationPercent"),
  base: optionalText("ram:BasisAmount"),
  amount: text("ram:ActualAmount"),
  reasonCode: optionalText("ram:ReasonCode"),
  reason: optionalText("ram:Reason"),
};

export const indicator: Codec<string> = at("ram:ChargeIndicator", text("udt:Indicator"));
export const ALLOWANCE = marked(indicator, "false");
export const CHARGE = marked(indicator, "true");

const NAME = "ram:SpecifiedTradeAllowanceCharge";

export const lineAllowances = (mark: Mark): Codec<readonly LineAllowance[]> =>
  many(NAME, group<LineAllowance>(allowance), mark);

export const documentAllowances = (mark: Mark): Codec<readonly DocumentAllowance[]> =>
  many(NAME, group<DocumentAllowance>({ ...allowance, tax: taxCategory("ram:CategoryTradeTax") }), mark);

/** BG-23. */
export const vatBreakdown: Codec<readonly VatBreakdown[]> = many(
  "ram:ApplicableTradeTax",
  group<VatBreakdown>({
    ...category,
    taxAmount: text("ram:CalculatedAmount"),
    exemptionReason: optionalText("ram:ExemptionReason"),
    taxableAmount: text("ram:BasisAmount"),
    exemptionCode: optionalText("ram:ExemptionReasonCode"),
  }),
  VAT,
);
