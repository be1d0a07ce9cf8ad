import type { Context, Sql } from "@working-social/db";
import { may } from "@working-social/kernel";
import { requireAccount, requireOwnAccount } from "../queries.ts";
import type { AccountView } from "../schema.ts";

/**
 * An account as it is once nobody else changes it, for whoever manages billing or whose it is. Its details are there from then on. Throws
 * not_found.
 */
export async function lockAccount(tx: Sql, ctx: Context, id: string): Promise<AccountView> {
  if (!may(ctx.actor, "manageBilling")) await requireOwnAccount(tx, ctx, id);
  await requireAccount(tx, ctx, id);
  await tx.query(
    "INSERT INTO billing_details (account_id, organization_id) VALUES ($2::uuid, $1::uuid) ON CONFLICT (account_id) DO NOTHING",
    [ctx.organizationId, id],
  );
  await tx.query(
    "SELECT account_id FROM billing_details WHERE organization_id = $1::uuid AND account_id = $2::uuid FOR NO KEY UPDATE",
    [ctx.organizationId, id],
  );
  return requireAccount(tx, ctx, id);
}
