import type { InvoiceLine, Price } from "@working-social/documents";
import { decimalOf } from "@working-social/documents";
import { addDays } from "@working-social/kernel";
import { countedOf } from "./counted.ts";
import type { DocumentLine, InvoiceDocument } from "./document.ts";
import type { DocumentWords } from "./document-words.ts";
import { writtenTax } from "./e-invoice-taxes.ts";
import { wordingOf } from "./line-wording.ts";

/** The lines with their net amounts, gross prices or not (BG-25). */
export function eInvoiceLines(invoice: InvoiceDocument, words: DocumentWords): InvoiceLine[] {
  return invoice.lines.map((line) => lineOf(invoice, line, words));
}

/** What comes back has a quantity below zero: a price never is (BR-27). */
function lineOf(invoice: InvoiceDocument, line: DocumentLine, words: DocumentWords): InvoiceLine {
  const { quantity, unit } = countedOf(line);
  const { description, detail } = wordingOf(line, words);
  return {
    id: String(line.position),
    quantity: String(line.netMinor < 0 ? -quantity : quantity),
    unit: unit === "pages" ? "C62" : unit,
    netAmount: decimalOf(line.netMinor, invoice.currency),
    period: inclusive(line.serviceFrom, line.serviceUntil),
    allowances: [],
    charges: [],
    price: priceOf(Math.abs(line.netMinor), quantity, invoice.currency),
    tax: writtenTax(invoice, line.taxCategory, line.taxBasisPoints),
    item: { name: description, description: detail, classifications: [], attributes: [] },
  };
}

/** quantity × price ÷ base is the net to the cent: where one of it has no exact price, the price is that of all (BT-149). */
function priceOf(netMinor: number, quantity: number, currency: string): Price {
  if (netMinor % quantity === 0) return { net: decimalOf(netMinor / quantity, currency) };
  return { net: decimalOf(netMinor, currency), baseQuantity: String(quantity) };
}

/** Our days are half-open; those of the standard belong to it, both. */
export function inclusive(from: string, until: string): { start: string; end: string } {
  const last = addDays(until, -1);
  return { start: from, end: last < from ? from : last };
}
