import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { nameTaken } from "../../errors.ts";
import { requirePlan } from "../queries.ts";
import type { CreatePlanInput, PlanView } from "../../schema.ts";

/** Needs managePeople. Throws name_taken. */
export async function createPlan(ctx: Context, keyed: Keyed<CreatePlanInput>): Promise<PlanView> {
  authorize(ctx, ...createPlan.needs);
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "plans.create", input };
  return onConstraint(
    "plans_organization_id_name_key",
    () => nameTaken(input.name),
    () =>
      inTransaction(ctx, (tx) =>
        once(tx, ctx, request, async () => {
          const id = newId();
          await tx.query("INSERT INTO plans (id, organization_id, name, created_at) VALUES ($1, $2, $3, $4)", [
            id,
            ctx.organizationId,
            input.name,
            timestamp(ctx.clock.now()),
          ]);
          await emit(tx, ctx, {
            name: "plan.created",
            subjectType: "plan",
            subjectId: id,
            data: { created: input },
          });
          return requirePlan(tx, ctx, id);
        }),
      ),
  );
}
createPlan.needs = ["managePeople"] as const;
