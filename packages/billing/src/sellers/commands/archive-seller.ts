import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize, toLocal } from "@working-social/kernel";
import { billingError } from "../../errors.ts";
import { emit } from "../../events.ts";
import { requireSeller } from "../queries.ts";
import type { SellerIdInput, SellerView } from "../schema.ts";
import { lockSeller } from "../steps/lock-seller.ts";

/**
 * Puts away a seller that sells nowhere any more; its invoices stay. Needs manageBilling. Throws not_found, and seller_sells with the
 * names of the locations that are still, or will be, its own.
 */
export async function archiveSeller(
  ctx: Context,
  { idempotencyKey: key, id }: Keyed<SellerIdInput>,
): Promise<SellerView> {
  authorize(ctx, ...archiveSeller.needs);
  const request = { key, procedure: "sellers.archive", input: { id } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const seller = await lockSeller(tx, ctx, id);
      const places = await sellsAt(tx, ctx, id);
      if (places.length > 0) throw billingError({ code: "seller_sells", locations: places });
      if (seller.isArchived) return seller;
      await tx.query(
        "UPDATE sellers SET archived_at = $3::timestamptz WHERE organization_id = $1::uuid AND id = $2::uuid",
        [ctx.organizationId, id, timestamp(ctx.clock.now())],
      );
      await emit(tx, ctx, { name: "seller.archived", subjectType: "seller", subjectId: id, data: {} });
      return requireSeller(tx, ctx, id);
    }),
  );
}
archiveSeller.needs = ["manageBilling"] as const;

interface SoldRow {
  name: string;
  time_zone: string;
  /** When another seller takes over; null: never. */
  until: string | null;
}

/** Where it sells or will: whoever gives a location to it in this moment holds its row, and is seen here. */
async function sellsAt(tx: Sql, ctx: Context, id: string): Promise<string[]> {
  const rows = await tx.query<SoldRow>(
    `SELECT l.name, l.time_zone, (SELECT min(later.since)::text FROM location_sellers later WHERE later.location_id = o.location_id
       AND later.since > o.since) AS until FROM location_sellers o JOIN locations l ON l.id = o.location_id
     WHERE o.organization_id = $1::uuid AND o.seller_id = $2::uuid AND l.archived_at IS NULL ORDER BY l.name, l.id`,
    [ctx.organizationId, id],
  );
  const now = ctx.clock.now();
  const still = rows.filter(({ until, time_zone }) => until === null || until > toLocal(now, time_zone).date);
  return [...new Set(still.map(({ name }) => name))];
}
