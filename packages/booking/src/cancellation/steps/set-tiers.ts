import type { Context, Sql } from "@working-social/db";
import type { CancellationTier } from "../schema.ts";

/** Replaces the steps of a policy. */
export async function setTiers(
  tx: Sql,
  ctx: Context,
  policyId: string,
  tiers: readonly CancellationTier[],
): Promise<void> {
  await tx.query("DELETE FROM cancellation_tiers WHERE organization_id = $1 AND policy_id = $2", [
    ctx.organizationId,
    policyId,
  ]);
  await tx.query(
    `INSERT INTO cancellation_tiers (organization_id, policy_id, hours_before, fee_percent)
     SELECT $1, $2, hours_before, fee_percent FROM unnest($3::int[], $4::int[]) AS t(hours_before, fee_percent)`,
    [
      ctx.organizationId,
      policyId,
      tiers.map(({ hoursBefore }) => hoursBefore),
      tiers.map(({ feePercent }) => feePercent),
    ],
  );
}
