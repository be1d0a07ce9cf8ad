import type { InvoiceLineItem } from "../../invoices/schema.ts";
import { partOfPrice } from "../../rules/parts.ts";
import { scaleRounded } from "@working-social/kernel";
import type { DocumentLine } from "./document.ts";
import type { DocumentWords } from "./document-words.ts";

/** What a line says: what it is, and below it the rest. */
export interface Wording {
  readonly description: string;
  readonly detail: string | null;
}

/** The sentence of a line, in the document's language; what somebody typed stays as it was. */
export function wordingOf(line: DocumentLine, words: DocumentWords): Wording {
  const { description, details } = saidOf(line, words);
  const days = words.days(line.serviceFrom, line.serviceUntil);
  return {
    description: description.trim() || headingOf(line.productKind, words),
    detail: [days, ...details].join(" · "),
  };
}

/** What a product is called above its lines. */
export function headingOf(productKind: string, { lines }: DocumentWords): string {
  const found = Object.entries(lines.products).find(([kind]) => kind === productKind);
  return found?.[1] ?? lines.products.item;
}

interface Said {
  readonly description: string;
  readonly details: readonly string[];
}

function saidOf(line: DocumentLine, words: DocumentWords): Said {
  const { item } = line;
  const texts = words.lines;
  const plain = (description: string): Said => ({ description, details: [] });
  switch (item.code) {
    case "plan_fee":
    case "letting_fee":
    case "item_fee":
      return { description: feeName(item, words), details: feeDetails(item.data, line, words) };
    case "setup_fee":
      return plain(texts.setUp(item.data.name));
    case "deposit":
      return plain(texts.deposit(item.data.name));
    case "returned":
      return returnedOf(item.data, line, words);
    case "usage_lowered":
      return { description: texts.lowered(item.data.name), details: [texts.invoice(item.data.number)] };
    case "item":
      return plain(item.data.description);
    case "booking":
      return plain(item.data.resourceName);
    case "booking_kept":
      return plain(texts.kept(item.data.resourceName));
    case "cancellation_fee":
      return plain(texts.cancelled(item.data.resourceName));
    case "print":
      return {
        description: texts.prints[item.data.colour](item.data.paperSize),
        details: [item.data.isDuplex ? texts.bothSides : texts.oneSide],
      };
    case "pack":
      return { description: item.data.packName, details: [creditsOf(item.data, words)] };
  }
}

type Fee = Extract<InvoiceLineItem, { code: "plan_fee" | "letting_fee" | "item_fee" }>;

function feeName({ code, data }: Fee, words: DocumentWords): string {
  const { name, quantity } = data;
  if (quantity === 1) return name;
  const figure = words.number(quantity);
  if (code === "item_fee") return words.lines.several(name, figure);
  const counted = code === "plan_fee" ? words.lines.seats : words.lines.places;
  return words.lines.several(name, counted(quantity, figure));
}

function feeDetails(data: Fee["data"], line: DocumentLine, words: DocumentWords): string[] {
  const { days, daysInPeriod, discount } = data;
  const texts = words.lines;
  const details = days < daysInPeriod ? [partOf(data, line, words)] : [];
  if (discount === null) return details;
  if (discount.isFree) return [...details, texts.free];
  return [
    ...details,
    ...(discount.basisPoints > 0 ? [texts.percentOff(words.percent(discount.basisPoints))] : []),
    ...(discount.amountMinor > 0 ? [texts.amountOff(words.money(discount.amountMinor))] : []),
  ];
}

/** "21 of 31 days of €300.00": the price only where it is that of this line, since an agreed one may have had another tax in it. */
function partOf(data: Fee["data"], line: DocumentLine, words: DocumentWords): string {
  const { days, daysInPeriod } = data;
  const said = words.lines.daysOf(daysInPeriod, words.number(days), words.number(daysInPeriod));
  const price = priceOf(data);
  const isOfLine = Math.abs(partOfPrice(price, daysInPeriod, 0, days) - line.amountMinor) <= 1;
  return isOfLine && price > 0 ? words.lines.ofPrice(said, words.money(price)) : said;
}

/** Of the whole period, less the discount (billing.md, rule 5). */
function priceOf({ unitPriceMinor, quantity, discount }: Fee["data"]): number {
  const price = unitPriceMinor * quantity;
  if (discount === null) return price;
  if (discount.isFree) return 0;
  return Math.max(0, scaleRounded(price, 10_000 - discount.basisPoints, 10_000) - discount.amountMinor);
}

type Returned = Extract<InvoiceLineItem, { code: "returned" }>["data"];

function returnedOf({ name, number, days, daysInPeriod }: Returned, line: DocumentLine, words: DocumentWords): Said {
  const texts = words.lines;
  const isFee = line.unitCode === "MON";
  const what = name.trim() || headingOf(line.productKind, words);
  const part = isFee && days < daysInPeriod;
  return {
    description: isFee ? texts.notUsed(what) : texts.givenBack(what),
    details: [
      ...(part ? [texts.daysOf(daysInPeriod, words.number(days), words.number(daysInPeriod))] : []),
      texts.invoice(number),
    ],
  };
}

type Pack = Extract<InvoiceLineItem, { code: "pack" }>["data"];

function creditsOf({ unit, quantity }: Pack, words: DocumentWords): string {
  if (unit === "money") return words.lines.creditOf(words.money(quantity));
  return words.lines.credits[unit](quantity, words.number(quantity));
}
