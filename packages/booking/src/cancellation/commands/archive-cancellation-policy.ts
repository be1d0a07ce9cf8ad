import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireCancellationPolicy } from "../queries.ts";
import type { CancellationPolicyIdInput, CancellationPolicyView } from "../schema.ts";

/**
 * No booking agrees to it from now on. Needs manageSpace. Throws not_found, also when it is archived already; the same key again
 * gets the same answer.
 */
export async function archiveCancellationPolicy(
  ctx: Context,
  { idempotencyKey: key, id }: Keyed<CancellationPolicyIdInput>,
): Promise<CancellationPolicyView> {
  authorize(ctx, ...archiveCancellationPolicy.needs);
  const request = { key, procedure: "cancellationPolicies.archive", input: { id } };
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      const policy = await requireCancellationPolicy(tx, ctx, id);
      await tx.query("UPDATE cancellation_policies SET archived_at = $3 WHERE organization_id = $1 AND id = $2", [
        ctx.organizationId,
        id,
        timestamp(ctx.clock.now()),
      ]);
      await emit(tx, ctx, {
        name: "cancellation_policy.archived",
        subjectType: "cancellation_policy",
        subjectId: id,
        data: {},
      });
      return policy;
    }),
  );
}
archiveCancellationPolicy.needs = ["manageSpace"] as const;
