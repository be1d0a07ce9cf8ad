import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import type { SheetLogo } from "@working-social/documents";
import { logoProblem, renderInvoicePdf, writeCii } from "@working-social/documents";
import { authorize } from "@working-social/kernel";
import type { InvoiceIdInput } from "../../invoices/schema.ts";
import { documentWords } from "../rules/document-words.ts";
import { eInvoiceOf } from "../rules/e-invoice.ts";
import { isLawful } from "../rules/findings.ts";
import { sheetOf } from "../rules/sheet.ts";
import type { InvoiceFile } from "../schema.ts";
import { requireDocument } from "./require-document.ts";

/**
 * An invoice or a credit note as a PDF/A-3 with its e-invoice inside (Factur-X), where there is one that keeps the rules. Made when it is
 * asked for, and the same each time, as long as the seller's logo is. Own documents, the team's for whoever buys for it, all for billing
 * managers. Throws not_found, also for somebody else's.
 */
export async function invoicePdf(ctx: Context, { id }: InvoiceIdInput): Promise<InvoiceFile> {
  authorize(ctx, ...invoicePdf.needs);
  const invoice = await requireDocument(ctx, id);
  const words = documentWords(invoice);
  const eInvoice = eInvoiceOf(invoice, words);
  const xml = isLawful(eInvoice, "en16931") ? Buffer.from(writeCii(eInvoice, "en16931")) : null;
  const sheet = sheetOf(invoice, words, await logoOf(ctx, invoice.sellerId));
  const createdAt = Date.parse(invoice.issuedAt);
  const bytes = await renderInvoicePdf(sheet, { xml, xmlProfile: "en16931", createdAt });
  return { number: invoice.number, bytes };
}
invoicePdf.needs = ["useSpace", "manageBilling"] as const;

async function logoOf(ctx: Context, sellerId: string): Promise<SheetLogo | null> {
  const [row] = await read(ctx).query<{ logo: Buffer | null }>(
    "SELECT logo FROM sellers WHERE organization_id = $1::uuid AND id = $2::uuid",
    [ctx.organizationId, sellerId],
  );
  const bytes = row?.logo ?? null;
  return bytes === null || logoProblem(bytes) !== null ? null : { kind: "image", bytes };
}
