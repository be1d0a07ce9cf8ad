import type { InvoiceLineCode, InvoiceLineItem } from "../schema.ts";
import { INVOICE_LINE_CODES } from "../schema.ts";

/** What a stored line is about. Throws where it says what no line says. */
export function invoiceItem(code: string, data: unknown): InvoiceLineItem {
  if (!Object.hasOwn(INVOICE_LINE_CODES, code)) throw new Error(`No line of an invoice is about ${code}.`);
  const known = code as InvoiceLineCode;
  // The schema of the code read the data; TypeScript can't follow the pair.
  return { code: known, data: INVOICE_LINE_CODES[known].parse(data) } as InvoiceLineItem;
}
