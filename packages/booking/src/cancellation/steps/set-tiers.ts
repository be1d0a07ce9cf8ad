import type { Context, PrismaTransaction } from "@working-social/db";
import type { CancellationTier } from "../schema.ts";

/** Replaces the steps of a policy. */
export async function setTiers(
  tx: PrismaTransaction,
  ctx: Context,
  policyId: string,
  tiers: readonly CancellationTier[],
): Promise<void> {
  await tx.prisma.cancellationTier.deleteMany({ where: { policyId } });
  await tx.prisma.cancellationTier.createMany({
    data: tiers.map((tier) => ({ organizationId: ctx.organizationId, policyId, ...tier })),
  });
}
