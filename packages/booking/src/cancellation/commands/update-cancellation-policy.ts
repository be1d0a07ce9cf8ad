import type { Context } from "@working-social/db";
import { recordAudit, withPrisma } from "@working-social/db";
import { authorize, changesBetween } from "@working-social/directory";
import { requireTarget } from "../../resources/target.ts";
import { requireCancellationPolicy } from "../queries.ts";
import type { CancellationPolicyView, UpdateCancellationPolicyInput } from "../schema.ts";
import { setTiers } from "../tiers.ts";

/** Changes the terms of bookings from now on. Needs manageSpace. Throws not_found for the policy, or for what it names. */
export async function updateCancellationPolicy(
  ctx: Context,
  { id, ...input }: UpdateCancellationPolicyInput,
): Promise<CancellationPolicyView> {
  authorize(ctx, "manageSpace");
  const { tiers, ...fields } = input;
  return withPrisma(ctx, async (tx) => {
    // Two who save the same policy come one after another, or its tiers would be those of both.
    await tx.query("SELECT id FROM cancellation_policies WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
    const before = await requireCancellationPolicy(tx.prisma, id);
    await requireTarget(tx.prisma, fields);
    await tx.prisma.cancellationPolicy.update({ where: { id }, data: fields });
    await setTiers(tx, ctx, id, tiers);
    const after = await requireCancellationPolicy(tx.prisma, id);
    const changes = changesBetween(before, after);
    await recordAudit(tx, ctx, {
      action: "cancellation_policy.update",
      subjectType: "cancellation_policy",
      subjectId: id,
      data: { changes },
    });
    return after;
  });
}
