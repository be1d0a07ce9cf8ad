import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { emit } from "../../events.ts";
import { requireSeller } from "../queries.ts";
import type { AssignLocationInput, SellerView } from "../schema.ts";
import { lockSeller } from "../steps/lock-seller.ts";
import { requireBooksOpen } from "../steps/require-books-open.ts";

/**
 * Another seller sells at a location from a day on: its invoices of services since then are the new one's. Needs manageBilling. Throws
 * not_found (location, seller, or an archived one), books_closed where the books of a seller that loses days are, and location_invoiced
 * for a day at or before the last invoice of whoever sells there.
 */
export async function assignLocation(ctx: Context, keyed: Keyed<AssignLocationInput>): Promise<SellerView> {
  authorize(ctx, ...assignLocation.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "sellers.assignLocation", input };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => assign(tx, ctx, input)));
}
assignLocation.needs = ["manageBilling"] as const;

async function assign(
  tx: Sql,
  ctx: Context,
  { locationId, sellerId, since }: AssignLocationInput,
): Promise<SellerView> {
  const seller = await lockSeller(tx, ctx, sellerId);
  if (seller.isArchived) throw notFound("seller");
  const [location] = await tx.query(
    "SELECT id FROM locations WHERE organization_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE",
    [ctx.organizationId, locationId],
  );
  if (!location) throw notFound("location");
  await requireBooksOpen(tx, ctx, locationId, since);
  await requireNothingInvoiced(tx, ctx, locationId, since);
  const before = await sellerAt(tx, ctx, locationId, since);
  if (before === sellerId) return seller;
  await tx.query(
    `INSERT INTO location_sellers (organization_id, location_id, since, seller_id) VALUES ($1::uuid, $2::uuid, $3, $4::uuid)
     ON CONFLICT (location_id, since) DO UPDATE SET seller_id = excluded.seller_id`,
    [ctx.organizationId, locationId, since, sellerId],
  );
  await emit(tx, ctx, {
    name: "location.seller_assigned",
    subjectType: "location",
    subjectId: locationId,
    data: { created: { sellerId, since, before } },
  });
  return requireSeller(tx, ctx, sellerId);
}

/** Whoever sells there loses these days: none of them may be invoiced. */
async function requireNothingInvoiced(tx: Sql, ctx: Context, locationId: string, since: string): Promise<void> {
  const [last] = await tx.query<{ issue_date: string | null }>(
    `SELECT max(i.issue_date)::text AS issue_date FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
     WHERE l.organization_id = $1::uuid AND l.location_id = $2::uuid`,
    [ctx.organizationId, locationId],
  );
  const issued = last?.issue_date ?? null;
  if (issued !== null && since <= issued) throw billingError({ code: "location_invoiced", lastIssueDate: issued });
}

async function sellerAt(tx: Sql, ctx: Context, locationId: string, day: string): Promise<string | null> {
  const [row] = await tx.query<{ seller_id: string }>(
    `SELECT seller_id FROM location_sellers WHERE organization_id = $1::uuid AND location_id = $2::uuid AND since <= $3
     ORDER BY since DESC LIMIT 1`,
    [ctx.organizationId, locationId, day],
  );
  return row?.seller_id ?? null;
}
