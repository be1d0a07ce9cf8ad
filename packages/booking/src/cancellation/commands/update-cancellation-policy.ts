import type { Context } from "@working-social/db";
import { withPrisma } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, editBetween, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireNewTarget } from "../../resources/steps/require-target.ts";
import { requireCancellationPolicy } from "../queries.ts";
import type { CancellationPolicyView, UpdateCancellationPolicyInput } from "../schema.ts";
import { setTiers } from "../steps/set-tiers.ts";

/**
 * Changes the terms of bookings from now on. Needs manageSpace. Throws edited_meanwhile, and not_found for the policy, or for
 * what it names.
 */
export async function updateCancellationPolicy(
  ctx: Context,
  { id, seen, ...edit }: UpdateCancellationPolicyInput,
): Promise<CancellationPolicyView> {
  authorize(ctx, ...updateCancellationPolicy.needs);
  return withPrisma(ctx, async (tx) => {
    // Two who save the same policy come one after another, or its tiers would be those of both.
    await tx.query("SELECT id FROM cancellation_policies WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
    const before = await requireCancellationPolicy(tx.prisma, id);
    const asked = mergeEdit(before, edit, seen);
    const { tiers, ...fields } = editBetween(before, asked);
    if (isUntouched({ ...fields, ...(tiers && { tiers }) })) return before;
    await requireNewTarget(tx.prisma, fields, asked);
    await tx.prisma.cancellationPolicy.update({ where: { id }, data: fields });
    if (tiers) await setTiers(tx, ctx, id, tiers);
    const after = await requireCancellationPolicy(tx.prisma, id);
    const changes = changesBetween(before, after);
    await emit(tx, ctx, {
      name: "cancellation_policy.updated",
      subjectType: "cancellation_policy",
      subjectId: id,
      data: { changes },
    });
    return after;
  });
}
updateCancellationPolicy.needs = ["manageSpace"] as const;
