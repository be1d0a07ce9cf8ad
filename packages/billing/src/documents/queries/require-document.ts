import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { getInvoice, requireInvoice } from "../../invoices/queries.ts";
import type { InvoiceView } from "../../invoices/schema.ts";
import type { InvoiceDocument } from "../rules/document.ts";

/** A document that the actor may see, with the invoice that it corrects. Throws not_found, also for somebody else's. */
export async function requireDocument(ctx: Context, id: string): Promise<InvoiceView & InvoiceDocument> {
  authorize(ctx, ...getInvoice.needs);
  const invoice = await getInvoice(ctx, { id });
  const corrected = invoice.correctsId === null ? null : await requireInvoice(read(ctx), ctx, invoice.correctsId);
  const preceding = corrected && { number: corrected.number, issueDate: corrected.issueDate };
  return { ...invoice, preceding };
}
