import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, timestamp } from "@working-social/db";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireTarget } from "../../resources/steps/require-target.ts";
import { requireCancellationPolicy } from "../queries.ts";
import type { CancellationPolicyView, CreateCancellationPolicyInput } from "../schema.ts";
import { setTiers } from "../steps/set-tiers.ts";

/** Terms for bookings from now on; agreed ones stay. Needs manageSpace. Throws not_found for what it names. */
export async function createCancellationPolicy(
  ctx: Context,
  keyed: Keyed<CreateCancellationPolicyInput>,
): Promise<CancellationPolicyView> {
  authorize(ctx, ...createCancellationPolicy.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "cancellationPolicies.create", input };
  const { name, locationId, resourceKind, resourceId, tiers } = input;
  return inTransaction(ctx, (tx) =>
    once(tx, ctx, request, async () => {
      await requireTarget(tx, ctx, input);
      const id = newId();
      await tx.query(
        `INSERT INTO cancellation_policies (id, organization_id, name, location_id, resource_kind, resource_id, created_at)
         VALUES ($1, $2, $3, $4, $5::resource_kind, $6, $7)`,
        [id, ctx.organizationId, name, locationId, resourceKind, resourceId, timestamp(ctx.clock.now())],
      );
      await setTiers(tx, ctx, id, tiers);
      await emit(tx, ctx, {
        name: "cancellation_policy.created",
        subjectType: "cancellation_policy",
        subjectId: id,
        data: { created: input },
      });
      return requireCancellationPolicy(tx, ctx, id);
    }),
  );
}
createCancellationPolicy.needs = ["manageSpace"] as const;
