import type { InvoiceLineItem } from "@working-social/billing/schema";
import { formatPrice } from "../../../lib/format.ts";
import { percentOf } from "../../../lib/percent.ts";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import type { LineTexts } from "./line-texts.ts";

/** What a line is about, and, where its amount asks why, the reason. */
export interface LineWords {
  title: string;
  detail: string | null;
}

type FeeItem = Extract<InvoiceLineItem, { code: "plan_fee" | "letting_fee" | "item_fee" }>;
type ReturnedItem = Extract<InvoiceLineItem, { code: "returned" }>;

/** A line of an invoice in the reader's words; `currency` is the invoice's. The days it is for stand with the line, not here. */
export function lineWords(item: InvoiceLineItem, currency: string, texts: LineTexts): LineWords {
  switch (item.code) {
    case "plan_fee":
    case "letting_fee":
    case "item_fee":
      return { title: item.data.name || texts.unnamed[item.code], detail: feeDetail(item, currency, texts) };
    case "setup_fee":
      return { title: texts.setupFee(item.data.name), detail: null };
    case "deposit":
      return { title: texts.deposit(item.data.name), detail: texts.depositNote };
    case "returned":
      return { title: texts.returned(item.data.name), detail: returnedDetail(item, texts) };
    case "usage_lowered":
      return { title: texts.lowered(item.data.name), detail: fromInvoice(item.data.number, texts) };
    case "item":
      return { title: item.data.description, detail: null };
    case "booking":
      return { title: item.data.resourceName, detail: null };
    case "booking_kept":
      return { title: texts.kept(item.data.resourceName), detail: null };
    case "cancellation_fee":
      return { title: texts.cancelling(item.data.resourceName), detail: null };
    case "print": {
      const { colour, paperSize, sides, isDuplex } = item.data;
      return { title: texts.print(colour, paperSize), detail: texts.sides(sides, isDuplex) };
    }
    case "pack": {
      const { packName, unit, currency: creditsIn, quantity } = item.data;
      return { title: texts.pack(packName), detail: textsOf(creditUnitTexts).quantity(unit, creditsIn, quantity) };
    }
  }
}

/** What a kind of product is called: the heading over its lines. */
export function productWords(kind: string, texts: LineTexts): string {
  const names: Readonly<Record<string, string>> = texts.products;
  return names[kind] ?? texts.products.other;
}

/** "3 seats at $100.00", "14 of 30 days of $690.00", "10 % off": whatever of it makes the amount another than the price of one. */
function feeDetail({ code, data }: FeeItem, currency: string, texts: LineTexts): string | null {
  const { quantity, unitPriceMinor, days, daysInPeriod, discount } = data;
  const [each, whole] = [formatPrice(unitPriceMinor, currency), formatPrice(unitPriceMinor * quantity, currency)];
  const parts = [
    ...(quantity > 1 ? [code === "plan_fee" ? texts.seats(quantity, each) : texts.times(quantity, each)] : []),
    ...(days < daysInPeriod ? [texts.partOf(days, daysInPeriod, whole)] : []),
    ...(discount ? [discountWords(discount, { currency, whole, texts })] : []),
  ];
  return parts.length === 0 ? null : texts.notes(parts);
}

function discountWords(
  { basisPoints, amountMinor, isFree }: NonNullable<FeeItem["data"]["discount"]>,
  { currency, whole, texts }: { currency: string; whole: string; texts: LineTexts },
): string {
  if (isFree) return texts.free(whole);
  const parts = [
    ...(basisPoints > 0 ? [percentOf(basisPoints)] : []),
    ...(amountMinor > 0 ? [formatPrice(amountMinor, currency)] : []),
  ];
  return texts.off(parts.join(" + "));
}

function returnedDetail({ data }: ReturnedItem, texts: LineTexts): string {
  const { days, daysInPeriod, number } = data;
  const part = days < daysInPeriod ? [texts.returnedDays(days, daysInPeriod)] : [];
  return texts.notes([...part, fromInvoice(number, texts)]);
}

function fromInvoice(number: string, texts: LineTexts): string {
  return texts.ofInvoice(number);
}
