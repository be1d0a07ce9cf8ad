import type { Context } from "@working-social/db";
import { writeUbl } from "@working-social/documents";
import { authorize } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { documentWords } from "../rules/document-words.ts";
import { eInvoiceOf } from "../rules/e-invoice.ts";
import { fatalRules } from "../rules/findings.ts";
import type { InvoiceFile, InvoiceXmlInput } from "../schema.ts";
import { requireDocument } from "./require-document.ts";

const PROFILE = { ubl: "en16931", xrechnung: "xrechnung" } as const;

/**
 * An invoice or a credit note as an e-invoice in UBL, for whom `invoicePdf` is. Throws not_found, also for somebody else's, and no_e_invoice
 * with the broken rules: what breaks one would be sent back.
 */
export async function invoiceXml(ctx: Context, { id, format }: InvoiceXmlInput): Promise<InvoiceFile> {
  authorize(ctx, ...invoiceXml.needs);
  const invoice = await requireDocument(ctx, id);
  const eInvoice = eInvoiceOf(invoice, documentWords(invoice));
  const rules = fatalRules(eInvoice, PROFILE[format]);
  if (rules.length > 0) throw billingError({ code: "no_e_invoice", rules });
  return { number: invoice.number, bytes: Buffer.from(writeUbl(eInvoice, PROFILE[format])) };
}
invoiceXml.needs = ["useSpace", "manageBilling"] as const;
