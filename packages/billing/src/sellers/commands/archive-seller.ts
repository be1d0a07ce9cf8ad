import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
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
      // Whoever gives a location to it in this moment holds its row, and is seen here.
      const places = await tx.query<{ name: string }>(
        `SELECT DISTINCT l.name FROM location_sellers o JOIN locations l ON l.id = o.location_id
         WHERE o.organization_id = $1::uuid AND o.seller_id = $2::uuid AND l.archived_at IS NULL
           AND NOT EXISTS (SELECT FROM location_sellers later WHERE later.location_id = o.location_id AND later.since > o.since
             AND later.since <= ($3::timestamptz AT TIME ZONE l.time_zone)::date) ORDER BY l.name`,
        [ctx.organizationId, id, timestamp(ctx.clock.now())],
      );
      if (places.length > 0) throw billingError({ code: "seller_sells", locations: places.map(({ name }) => name) });
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
