import type { Context, Sql } from "@working-social/db";
import type { SellerView } from "../schema.ts";
import { requireSeller } from "../queries.ts";

/** The seller as it is once nobody else changes it. Throws not_found. */
export async function lockSeller(tx: Sql, ctx: Context, id: string): Promise<SellerView> {
  await tx.query("SELECT id FROM sellers WHERE organization_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE", [
    ctx.organizationId,
    id,
  ]);
  return requireSeller(tx, ctx, id);
}
