import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once } from "@working-social/db";
import { authorize, notFound } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { emit } from "../../events.ts";
import { requireSeller } from "../queries.ts";
import type { AssignLocationInput, SellerView } from "../schema.ts";
import { lockSeller } from "../steps/lock-seller.ts";

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
  await requireOpenSince(tx, ctx, locationId, since);
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

interface SoldUntil {
  locked_until: string | null;
  last_issue: string | null;
}

/** Whoever sells there at that day or later loses these days: none of them may be closed or invoiced. */
async function requireOpenSince(tx: Sql, ctx: Context, locationId: string, since: string): Promise<void> {
  const [sold] = await tx.query<SoldUntil>(
    `SELECT max(s.locked_until)::text AS locked_until,
       (SELECT max(i.issue_date)::text FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
        WHERE l.organization_id = $1::uuid AND l.location_id = $2::uuid) AS last_issue
     FROM location_sellers o JOIN sellers s ON s.id = o.seller_id WHERE o.organization_id = $1::uuid AND o.location_id = $2::uuid
       AND NOT EXISTS (SELECT FROM location_sellers later WHERE later.location_id = o.location_id AND later.since > o.since AND later.since <= $3)`,
    [ctx.organizationId, locationId, since],
  );
  if (!sold) return;
  if (sold.locked_until !== null && since <= sold.locked_until)
    throw billingError({ code: "books_closed", lockedUntil: sold.locked_until });
  if (sold.last_issue !== null && since <= sold.last_issue)
    throw billingError({ code: "location_invoiced", lastIssueDate: sold.last_issue });
}

async function sellerAt(tx: Sql, ctx: Context, locationId: string, day: string): Promise<string | null> {
  const [row] = await tx.query<{ seller_id: string }>(
    `SELECT seller_id FROM location_sellers WHERE organization_id = $1::uuid AND location_id = $2::uuid AND since <= $3
     ORDER BY since DESC LIMIT 1`,
    [ctx.organizationId, locationId, day],
  );
  return row?.seller_id ?? null;
}
