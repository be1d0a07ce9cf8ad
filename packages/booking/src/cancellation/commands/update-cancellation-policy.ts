import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
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
  return inTransaction(ctx, async (tx) => {
    // Two who save the same policy come one after another, or its tiers would be those of both.
    await tx.query("SELECT id FROM cancellation_policies WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
    const before = await requireCancellationPolicy(tx, ctx, id);
    const asked = mergeEdit(before, edit, seen);
    const { tiers, ...fields } = editBetween(before, asked);
    if (isUntouched({ ...fields, ...(tiers && { tiers }) })) return before;
    await requireNewTarget(tx, ctx, fields, asked);
    await tx.query(
      `UPDATE cancellation_policies SET name = $3, location_id = $4, resource_kind = $5::resource_kind, resource_id = $6
       WHERE organization_id = $1 AND id = $2`,
      [ctx.organizationId, id, asked.name, asked.locationId, asked.resourceKind, asked.resourceId],
    );
    if (tiers) await setTiers(tx, ctx, id, tiers);
    const after = await requireCancellationPolicy(tx, ctx, id);
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
