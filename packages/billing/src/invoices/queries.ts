import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize, formatInstant, may, notFound } from "@working-social/kernel";
import { invoiceItem } from "./rules/invoice-item.ts";
import { paymentReference } from "./rules/payment-reference.ts";
import type {
  InvoiceIdInput,
  InvoiceLineView,
  InvoiceSummary,
  InvoiceView,
  ListInvoicesInput,
  MyInvoicesInput,
} from "./schema.ts";
import { BuyerParty, SellerParty } from "./schema.ts";

const PAGE_SIZE = 50;

interface InvoicePage {
  invoices: InvoiceSummary[];
  nextCursor: string | null;
}

/** One's own documents and, for whoever buys for the team, the team's: the newest first. Billing managers see all. Throws not_found. */
export async function listInvoices(ctx: Context, { accountId, cursor }: ListInvoicesInput): Promise<InvoicePage> {
  authorize(ctx, ...listInvoices.needs);
  const sql = read(ctx);
  if (may(ctx.actor, "manageBilling")) return pageOfInvoices(sql, ctx, { accountId, accountIds: null, cursor });
  const accountIds = await ownAccountIds(sql, ctx);
  if (accountId !== null && !accountIds.includes(accountId)) throw notFound("billing_account");
  return pageOfInvoices(sql, ctx, { accountId, accountIds, cursor });
}
listInvoices.needs = ["useSpace", "manageBilling"] as const;

/** The same of one's own account and team alone, also for who may see all. */
export async function listMyInvoices(ctx: Context, { cursor }: MyInvoicesInput): Promise<InvoicePage> {
  authorize(ctx, ...listMyInvoices.needs);
  const sql = read(ctx);
  return pageOfInvoices(sql, ctx, { accountId: null, accountIds: await ownAccountIds(sql, ctx), cursor });
}
listMyInvoices.needs = ["useSpace"] as const;

/** Of one account, or of all; `accountIds` null: whoever's. */
async function pageOfInvoices(
  sql: Sql,
  ctx: Context,
  { accountId, accountIds, cursor }: ListInvoicesInput & { accountIds: string[] | null },
): Promise<InvoicePage> {
  const rows = await sql.query<InvoiceSummary>(
    `SELECT i.id, i.kind, i.number, i.billing_account_id AS "accountId", coalesce(i.buyer->>'name', '') AS "buyerName", i.issue_date::text AS "issueDate",
       i.due_date::text AS "dueDate", i.currency::text, i.due_minor AS "dueMinor"
     FROM invoices i WHERE i.organization_id = $1::uuid AND ($2::uuid IS NULL OR i.billing_account_id = $2::uuid)
       AND ($3::boolean OR i.billing_account_id = ANY($4::uuid[]))
       AND ($5::uuid IS NULL OR (i.issue_date, i.id) < (SELECT last.issue_date, last.id FROM invoices last WHERE last.id = $5::uuid))
     ORDER BY i.issue_date DESC, i.id DESC LIMIT $6`,
    [ctx.organizationId, accountId, accountIds === null, accountIds ?? [], cursor, PAGE_SIZE + 1],
  );
  const invoices = rows.slice(0, PAGE_SIZE);
  return { invoices, nextCursor: rows.length > PAGE_SIZE ? (invoices.at(-1)?.id ?? null) : null };
}

/** A document with its lines. Throws not_found, also for somebody else's. */
export async function getInvoice(ctx: Context, { id }: InvoiceIdInput): Promise<InvoiceView> {
  authorize(ctx, ...getInvoice.needs);
  const sql = read(ctx);
  const invoice = await requireInvoice(sql, ctx, id);
  if (!may(ctx.actor, "manageBilling") && !(await ownAccountIds(sql, ctx)).includes(invoice.accountId))
    throw notFound("invoice");
  return invoice;
}
getInvoice.needs = ["useSpace", "manageBilling"] as const;

type InvoiceRow = Omit<InvoiceView, "reference" | "issuedAt" | "seller" | "buyer" | "lines"> & {
  issuedAt: number;
  seller: unknown;
  buyer: unknown;
  lines: (Omit<InvoiceLineView, "item"> & { item: { code: string; data: unknown } })[];
};

/** Throws not_found. */
export async function requireInvoice(sql: Sql, ctx: Context, id: string): Promise<InvoiceView> {
  const [row] = await sql.query<InvoiceRow>(
    `SELECT i.id, i.kind, i.number, i.seller_id AS "sellerId", i.billing_account_id AS "accountId", coalesce(i.buyer->>'name', '') AS "buyerName",
       i.issue_date::text AS "issueDate", i.due_date::text AS "dueDate", i.tax_point::text AS "taxPoint", i.service_from::text AS "serviceFrom",
       i.service_until::text AS "serviceUntil", i.currency::text, i.price_mode AS "priceMode", i.language, i.seller, i.buyer, i.corrects_id AS "correctsId",
       c.number AS "correctsNumber", i.reason, i.net_minor AS "netMinor", i.tax_minor AS "taxMinor", i.rounding_minor AS "roundingMinor",
       i.due_minor AS "dueMinor", i.issued_at AS "issuedAt",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'position', l.position, 'item', jsonb_build_object('code', l.code, 'data', l.data), 'productKind', p.kind,
           'quantity', l.quantity, 'unitCode', l.unit_code, 'amountMinor', l.amount_minor, 'netMinor', l.net_minor, 'taxCategory', l.tax_category,
           'taxBasisPoints', l.tax_basis_points, 'exemptionReason', l.exemption_reason, 'exemptionCode', l.exemption_code, 'serviceFrom', l.service_from,
           'serviceUntil', l.service_until, 'locationId', l.location_id,
           'creditedQuantity', coalesce((SELECT sum(n.quantity) FROM invoice_lines n WHERE n.credits_line_id = l.id), 0),
           'isReturned', EXISTS (SELECT FROM invoice_lines n WHERE n.returns_line_id = l.id)) ORDER BY l.position), '[]')
         FROM invoice_lines l JOIN products p ON p.id = l.product_id WHERE l.invoice_id = i.id) AS lines,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('category', t.category, 'basisPoints', t.basis_points, 'netMinor', t.net_minor, 'taxMinor', t.tax_minor)
           ORDER BY t.category, t.basis_points), '[]') FROM invoice_taxes t WHERE t.invoice_id = i.id) AS taxes,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'number', n.number, 'issueDate', n.issue_date, 'dueMinor', n.due_minor)
           ORDER BY n.issue_date, n.id) FROM invoices n WHERE n.corrects_id = i.id), '[]') AS "creditNotes"
     FROM invoices i LEFT JOIN invoices c ON c.id = i.corrects_id WHERE i.organization_id = $1::uuid AND i.id = $2::uuid`,
    [ctx.organizationId, id],
  );
  if (!row) throw notFound("invoice");
  return {
    ...row,
    reference: paymentReference(row.number),
    seller: SellerParty.parse(row.seller),
    buyer: BuyerParty.parse(row.buyer),
    lines: row.lines.map(({ item, ...line }) => ({ ...line, item: invoiceItem(item.code, item.data) })),
    issuedAt: formatInstant(row.issuedAt),
  };
}

/** The accounts whose documents a person may see: their own, and their team's when they buy for it. */
async function ownAccountIds(sql: Sql, ctx: Context): Promise<string[]> {
  if (ctx.actor.kind !== "person") return [];
  const rows = await sql.query<{ id: string }>(
    `SELECT a.id FROM billing_accounts a WHERE a.organization_id = $1::uuid AND (a.owner_id = $2::uuid
       OR ($3::boolean AND a.owner_id = (SELECT team_id FROM people WHERE organization_id = $1::uuid AND id = $2::uuid)))`,
    [ctx.organizationId, ctx.actor.personId, may(ctx.actor, "buyForTeam")],
  );
  return rows.map(({ id }) => id);
}
