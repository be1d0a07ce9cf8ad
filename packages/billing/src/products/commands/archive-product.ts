import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize, badInput } from "@working-social/kernel";
import { emit } from "../../events.ts";
import type { ProductIdInput } from "../schema.ts";
import { lockProduct } from "./update-product.ts";

/**
 * Sells an item no more; what was sold, and what is agreed, stays. Needs manageBilling. Throws not_found, also for an archived one, and
 * bad_input for what is no item.
 */
export async function archiveProduct(
  ctx: Context,
  { idempotencyKey: key, id }: Keyed<ProductIdInput>,
): Promise<{ ok: true }> {
  authorize(ctx, ...archiveProduct.needs);
  const request = { key, procedure: "products.archive", input: { id } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const { kind } = await lockProduct(tx, ctx, id);
      if (kind !== "item") throw badInput("id", "no_item");
      await tx.query(
        "UPDATE products SET archived_at = $3::timestamptz WHERE organization_id = $1::uuid AND id = $2::uuid",
        [ctx.organizationId, id, timestamp(ctx.clock.now())],
      );
      await emit(tx, ctx, { name: "product.archived", subjectType: "product", subjectId: id, data: {} });
      return { ok: true as const };
    }),
  );
}
archiveProduct.needs = ["manageBilling"] as const;
