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
  within,
} from "../xml/codec.ts";
import { group } from "../xml/group.ts";
import { optionalDate } from "./dates.ts";
import { identifier } from "./parties.ts";
import { ALLOWANCE, CHARGE, indicator, lineAllowances, taxCategory } from "./tax.ts";

export const period: Codec<Period> = group<Period>({
  start: optionalDate("ram:StartDateTime"),
  end: optionalDate("ram:EndDateTime"),
});

/** BT-18, BT-128: what is billed (UNTDID 1001 code 130), with the list of its identifier (UNTDID 1153) in an element of its own. */
export const objectId: Codec<Identifier> = group<Identifier>({
  id: text("ram:IssuerAssignedID"),
  scheme: optionalText("ram:ReferenceTypeCode"),
});
export const INVOICED_OBJECT = marked(text("ram:TypeCode"), "130");
const OBJECT_OF_LINE: Mark = { isOn: () => true, put: INVOICED_OBJECT.put };

const inGross = <T>(inner: Codec<T>): Codec<T> => at("ram:GrossPriceProductTradePrice", inner);
const inNet = <T>(inner: Codec<T>): Codec<T> => at("ram:NetPriceProductTradePrice", inner);
const inDiscount = <T>(inner: Codec<T>): Codec<T> => inGross(at("ram:AppliedTradeAllowanceCharge", inner));

/** The base quantity may stand at either price; it is written at the net one, which every line has. */
const ofEither = (inner: Codec<string | null>): Codec<string | null> => ({
  read: (from, wire) => inNet(inner).read(from, wire) ?? inGross(inner).read(from, wire),
  write: inNet(inner).write,
});

const price: Codec<Price> = group<Price>({
  gross: inGross(optionalText("ram:ChargeAmount")),
  discount: {
    read: inDiscount(optionalText("ram:ActualAmount")).read,
    write: (to, value, wire) => {
      inDiscount(indicator).write(to, "false", wire);
      inDiscount(optionalText("ram:ActualAmount")).write(to, value, wire);
    },
  },
  net: inNet(text("ram:ChargeAmount")),
  baseQuantity: ofEither(optionalText("ram:BasisQuantity")),
  baseUnit: ofEither(at("ram:BasisQuantity", optional(attribute("unitCode")))),
});

const classification: Codec<Classification> = group<Classification>({
  id: content,
  scheme: optional(attribute("listID")),
  schemeVersion: optional(attribute("listVersionID")),
});

const item: Codec<Item> = group<Item>({
  standardId: maybe("ram:GlobalID", identifier),
  sellerId: optionalText("ram:SellerAssignedID"),
  buyerId: optionalText("ram:BuyerAssignedID"),
  name: text("ram:Name"),
  description: optionalText("ram:Description"),
  attributes: many(
    "ram:ApplicableProductCharacteristic",
    group<ItemAttribute>({ name: text("ram:Description"), value: text("ram:Value") }),
  ),
  classifications: many("ram:DesignatedProductClassification", at("ram:ClassCode", classification)),
  originCountry: at("ram:OriginTradeCountry", optionalText("ram:ID")),
});

const ofDocument = <T>(inner: Codec<T>): Codec<T> => at("ram:AssociatedDocumentLineDocument", inner);
const ofAgreement = <T>(inner: Codec<T>): Codec<T> => at("ram:SpecifiedLineTradeAgreement", inner);
const ofSettlement = <T>(inner: Codec<T>): Codec<T> => at("ram:SpecifiedLineTradeSettlement", inner);
const QUANTITY = ["ram:SpecifiedLineTradeDelivery", "ram:BilledQuantity"];

/** BG-25. */
export const line: Codec<InvoiceLine> = group<InvoiceLine>({
  id: ofDocument(text("ram:LineID")),
  note: ofDocument(at("ram:IncludedNote", optionalText("ram:Content"))),
  item: at("ram:SpecifiedTradeProduct", item),
  orderLine: ofAgreement(at("ram:BuyerOrderReferencedDocument", optionalText("ram:LineID"))),
  price: ofAgreement(price),
  quantity: within(QUANTITY, content),
  unit: within(QUANTITY, attribute("unitCode")),
  tax: ofSettlement(taxCategory("ram:ApplicableTradeTax")),
  period: ofSettlement(maybe("ram:BillingSpecifiedPeriod", period)),
  allowances: ofSettlement(lineAllowances(ALLOWANCE)),
  charges: ofSettlement(lineAllowances(CHARGE)),
  netAmount: ofSettlement(at("ram:SpecifiedTradeSettlementLineMonetarySummation", text("ram:LineTotalAmount"))),
  invoicedObject: ofSettlement(maybe("ram:AdditionalReferencedDocument", objectId, OBJECT_OF_LINE)),
  buyerAccounting: ofSettlement(at("ram:ReceivableSpecifiedTradeAccountingAccount", optionalText("ram:ID"))),
});
