import type { Context, Keyed } from "@working-social/db";
import { once, onConstraint, timestamp, withPrisma } from "@working-social/db";
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
      withPrisma(ctx, (tx) =>
        once(tx, ctx, request, async () => {
          const id = newId();
          const createdAt = timestamp(ctx.clock.now());
          await tx.prisma.plan.create({
            data: { id, organizationId: ctx.organizationId, name: input.name, createdAt },
          });
          await emit(tx, ctx, {
            name: "plan.created",
            subjectType: "plan",
            subjectId: id,
            data: { created: input },
          });
          return requirePlan(tx.prisma, id);
        }),
      ),
  );
}
createPlan.needs = ["managePeople"] as const;
