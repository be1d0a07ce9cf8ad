import type { Identifier, Period } from "../model/decimal-text.ts";
import type { Classification, InvoiceLine, Item, ItemAttribute, Price } from "../model/line.ts";
import {
  at,
  attribute,
  type Codec,
  content,
  many,
  type Mark,
  marked,
  maybe,
  optional,
  optionalText,
  text,
} from "../xml/codec.ts";
import { group } from "../xml/group.ts";
import { amount, optionalAmount } from "./amounts.ts";
import { identifier } from "./parties.ts";
import { ALLOWANCE, CHARGE, lineAllowances, taxCategory } from "./tax.ts";

export const period: Codec<Period> = group<Period>({
  start: optionalText("cbc:StartDate"),
  end: optionalText("cbc:EndDate"),
});

/** What is billed, such as a meter: UNTDID 1001 code 130. */
export const INVOICED_OBJECT = marked(text("cbc:DocumentTypeCode"), "130");
/** A line has no other references, so that many leave out of which kind this one is. */
const OBJECT_OF_LINE: Mark = { isOn: () => true, put: INVOICED_OBJECT.put };
export const objectId: Codec<Identifier> = at("cbc:ID", identifier);

const ofDiscount = <T>(inner: Codec<T>): Codec<T> => at("cac:AllowanceCharge", inner);

const price: Codec<Price> = group<Price>({
  net: amount("cbc:PriceAmount"),
  baseQuantity: optionalText("cbc:BaseQuantity"),
  baseUnit: at("cbc:BaseQuantity", optional(attribute("unitCode"))),
  discount: {
    read: (from, wire) => ofDiscount(optionalAmount("cbc:Amount")).read(from, wire),
    write: (to, value, wire) => {
      ofDiscount(text("cbc:ChargeIndicator")).write(to, "false", wire);
      ofDiscount(optionalAmount("cbc:Amount")).write(to, value, wire);
    },
  },
  gross: ofDiscount(optionalAmount("cbc:BaseAmount")),
});

const classification: Codec<Classification> = group<Classification>({
  id: content,
  scheme: optional(attribute("listID")),
  schemeVersion: optional(attribute("listVersionID")),
});

const item: Codec<Item> = group<Item>({
  description: optionalText("cbc:Description"),
  name: text("cbc:Name"),
  buyerId: at("cac:BuyersItemIdentification", optionalText("cbc:ID")),
  sellerId: at("cac:SellersItemIdentification", optionalText("cbc:ID")),
  standardId: at("cac:StandardItemIdentification", maybe("cbc:ID", identifier)),
  originCountry: at("cac:OriginCountry", optionalText("cbc:IdentificationCode")),
  classifications: many("cac:CommodityClassification", at("cbc:ItemClassificationCode", classification)),
  attributes: many(
    "cac:AdditionalItemProperty",
    group<ItemAttribute>({ name: text("cbc:Name"), value: text("cbc:Value") }),
  ),
});

/** BG-25, in an Invoice (InvoicedQuantity) or a CreditNote (CreditedQuantity). */
export function line(quantityName: string): Codec<InvoiceLine> {
  return group<InvoiceLine>({
    id: text("cbc:ID"),
    note: optionalText("cbc:Note"),
    quantity: text(quantityName),
    unit: at(quantityName, attribute("unitCode")),
    netAmount: amount("cbc:LineExtensionAmount"),
    buyerAccounting: optionalText("cbc:AccountingCost"),
    period: maybe("cac:InvoicePeriod", period),
    orderLine: at("cac:OrderLineReference", optionalText("cbc:LineID")),
    invoicedObject: maybe("cac:DocumentReference", objectId, OBJECT_OF_LINE),
    allowances: lineAllowances(ALLOWANCE),
    charges: lineAllowances(CHARGE),
    item: at("cac:Item", item),
    tax: at("cac:Item", taxCategory("cac:ClassifiedTaxCategory")),
    price: at("cac:Price", price),
  });
}
