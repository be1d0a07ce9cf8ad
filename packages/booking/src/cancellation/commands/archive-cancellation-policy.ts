import type { Context } from "@working-social/db";
import { recordAudit, timestamp, withPrisma } from "@working-social/db";
import { authorize } from "@working-social/directory";
import { requireCancellationPolicy } from "../queries.ts";
import type { CancellationPolicyIdInput, CancellationPolicyView } from "../schema.ts";

/** No booking agrees to it from now on. Needs manageSpace. Throws not_found, also when it is archived already. */
export async function archiveCancellationPolicy(
  ctx: Context,
  { id }: CancellationPolicyIdInput,
): Promise<CancellationPolicyView> {
  authorize(ctx, "manageSpace");
  return withPrisma(ctx, async (tx) => {
    const policy = await requireCancellationPolicy(tx.prisma, id);
    await tx.prisma.cancellationPolicy.update({ where: { id }, data: { archivedAt: timestamp(ctx.clock.now()) } });
    await recordAudit(tx, ctx, {
      action: "cancellation_policy.archive",
      subjectType: "cancellation_policy",
      subjectId: id,
    });
    return policy;
  });
}
