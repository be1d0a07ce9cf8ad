import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, onConstraint } from "@working-social/db";
import { authorize, toLocal } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { lockAccounts, requireAccountOwner } from "../../contracts/steps/lock-accounts.ts";
import type { CreditNote } from "../../rules/index.ts";
import { creditNoteOf } from "../../rules/index.ts";
import { loadAccountFacts } from "../queries/account-facts.ts";
import { loadWorld } from "../queries/load-world.ts";
import { requireInvoice } from "../queries.ts";
import type { Draft, DraftLine, DraftWorld } from "../rules/draft.ts";
import { NO_CAUSE } from "../rules/draft.ts";
import type { CreditInvoiceInput, InvoiceView } from "../schema.ts";
import { issueDocuments } from "../steps/issue-documents.ts";

interface CreditedSoFar {
  id: string;
  productId: string;
  creditedQuantity: number;
  /** Some of its days came back on a later invoice. */
  isReturned: boolean;
}

/**
 * Corrects an invoice, as a whole or some quantities of its lines, by a credit note out of what is stored: the only way in which one
 * is ever corrected. Days of a contract that are credited as a whole are to be charged anew. Needs manageBilling. Throws not_found,
 * not_an_invoice, credited_already, partly_returned, too_much_credited, books_closed.
 */
export async function creditInvoice(ctx: Context, keyed: Keyed<CreditInvoiceInput>): Promise<InvoiceView> {
  authorize(ctx, ...creditInvoice.needs);
  const { idempotencyKey: key, ...input } = keyed;
  return onConstraint(
    "invoice_lines_never_return_too_much",
    () => billingError({ code: "too_much_credited" }),
    () =>
      inTransaction(ctx, (tx) =>
        once(tx, ctx, { key, procedure: "invoices.credit", input }, async () => {
          const { accountId } = await requireInvoice(tx, ctx, input.id);
          await lockAccounts(tx, ctx, [await requireAccountOwner(tx, ctx, accountId)]);
          const invoice = await requireInvoice(tx, ctx, input.id);
          if (invoice.kind !== "invoice") throw billingError({ code: "not_an_invoice" });
          const so = await creditedSoFar(tx, ctx, invoice.id);
          const note = noteOf(invoice, so, input);
          const draft = await draftOf(tx, ctx, invoice, { note, so });
          const [issued] = await issueDocuments(
            tx,
            ctx,
            [{ draft, correctsId: invoice.id, reason: input.reason }],
            null,
          );
          if (!issued) throw new Error("A credit note was not written.");
          return requireInvoice(tx, ctx, issued.id);
        }),
      ),
  );
}
creditInvoice.needs = ["manageBilling"] as const;

async function creditedSoFar(tx: Sql, ctx: Context, invoiceId: string): Promise<Map<string, CreditedSoFar>> {
  const rows = await tx.query<CreditedSoFar>(
    `SELECT l.id, l.product_id AS "productId",
       coalesce((SELECT sum(c.quantity) FROM invoice_lines c WHERE c.credits_line_id = l.id), 0)::bigint AS "creditedQuantity",
       EXISTS (SELECT FROM invoice_lines r WHERE r.returns_line_id = l.id) AS "isReturned"
     FROM invoice_lines l WHERE l.organization_id = $1::uuid AND l.invoice_id = $2::uuid`,
    [ctx.organizationId, invoiceId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function noteOf(
  invoice: InvoiceView,
  so: ReadonlyMap<string, CreditedSoFar>,
  { lines }: CreditInvoiceInput,
): CreditNote {
  const asked = lines === null ? null : new Map(lines.map((line) => [line.id, line.quantity]));
  const creditable = invoice.lines.map((line) => {
    const creditedQuantity = so.get(line.id)?.creditedQuantity ?? 0;
    const left = line.quantity - creditedQuantity;
    const creditQuantity = asked === null ? left : (asked.get(line.id) ?? 0);
    if (creditQuantity > left) throw billingError({ code: "too_much_credited" });
    if (creditQuantity > 0 && so.get(line.id)?.isReturned) throw billingError({ code: "partly_returned" });
    const { id, amountMinor, netMinor, quantity, taxCategory: category, taxBasisPoints: basisPoints } = line;
    return { id, amountMinor, netMinor, quantity, category, basisPoints, creditedQuantity, creditQuantity };
  });
  const note = creditNoteOf(creditable, invoice.priceMode);
  if (note.lines.length === 0) throw billingError({ code: "credited_already" });
  if (note.leftMinor < 0) throw billingError({ code: "too_much_credited" });
  return note;
}

/** The credit note as a draft, which is issued like any other: today, by the seller of the invoice, in its mode. */
async function draftOf(
  tx: Sql,
  ctx: Context,
  invoice: InvoiceView,
  { note, so }: { note: CreditNote; so: ReadonlyMap<string, CreditedSoFar> },
): Promise<Draft> {
  const world = await loadWorld(tx, ctx, invoice.issueDate);
  const [facts] = await loadAccountFacts(tx, ctx, [invoice.accountId]);
  if (!facts) throw new Error(`Account ${invoice.accountId} is gone.`);
  const lines = note.lines.map((line) =>
    creditLine(invoice, facts.charged, {
      id: line.id,
      quantity: line.quantity,
      amountMinor: line.amountMinor,
      productId: so.get(line.id)?.productId ?? "",
    }),
  );
  const issueDate = todayOf(ctx, world, invoice);
  const { netMinor, taxMinor, roundingMinor, dueMinor, taxes } = note;
  return {
    account: { ...facts.account, language: invoice.language },
    seller: { ...world.seller(invoice.sellerId), priceMode: invoice.priceMode },
    currency: invoice.currency,
    outcome: "credit_note",
    lines,
    totals: {
      lineNets: note.lines.map(({ id, netMinor: net }) => ({ id, netMinor: net })),
      taxes,
      netMinor,
      taxMinor,
      roundingMinor,
      dueMinor,
    },
    issueDate,
    taxPoint: issueDate,
    dueDate: issueDate,
    serviceFrom: invoice.serviceFrom,
    serviceUntil: invoice.serviceUntil,
  };
}

function todayOf(ctx: Context, world: DraftWorld, invoice: InvoiceView): string {
  const place = invoice.lines.find(({ locationId }) => locationId !== null)?.locationId ?? world.anyPlace();
  const today = place === null ? toLocal(ctx.clock.now(), "UTC").date : world.place(place).today;
  return today < invoice.issueDate ? invoice.issueDate : today;
}

function creditLine(
  invoice: InvoiceView,
  charged: readonly { id: string; invoiceLineId: string; contractLineId: string }[],
  credited: { id: string; quantity: number; amountMinor: number; productId: string },
): DraftLine {
  const line = invoice.lines.find(({ id }) => id === credited.id);
  if (!line) throw new Error(`Line ${credited.id} is not on ${invoice.number}.`);
  const days = credited.quantity === line.quantity ? charged.find((row) => row.invoiceLineId === line.id) : undefined;
  return {
    ...NO_CAUSE,
    returned: { chargedId: days?.id ?? null, invoiceLineId: line.id },
    sellerId: invoice.sellerId,
    currency: invoice.currency,
    productId: credited.productId,
    productKind: line.productKind,
    item: line.item,
    quantity: credited.quantity,
    unitCode: line.unitCode,
    amountMinor: credited.amountMinor,
    tax: {
      category: line.taxCategory,
      basisPoints: line.taxBasisPoints,
      exemptionReason: line.exemptionReason,
      exemptionCode: line.exemptionCode,
    },
    serviceFrom: line.serviceFrom,
    serviceUntil: line.serviceUntil,
    locationId: line.locationId,
  };
}
