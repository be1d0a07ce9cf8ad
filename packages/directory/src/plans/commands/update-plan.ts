import type { Context } from "@working-social/db";
import { onConstraint, recordAudit, withPrisma } from "@working-social/db";
import { changesBetween } from "../../audit/changes.ts";
import { authorize } from "../../authorize.ts";
import { nameTaken } from "../../errors.ts";
import { requirePlan } from "../queries.ts";
import type { PlanView, UpdatePlanInput } from "../../schema.ts";

/** Renames a plan. Needs managePeople. Throws name_taken, not_found. */
export async function updatePlan(ctx: Context, { id, ...fields }: UpdatePlanInput): Promise<PlanView> {
  authorize(ctx, "managePeople");
  return onConstraint(
    "plans_organization_id_name_key",
    () => nameTaken(fields.name),
    () =>
      withPrisma(ctx, async (tx) => {
        const before = await requirePlan(tx.prisma, id);
        await tx.prisma.plan.update({ where: { id }, data: fields });
        await recordAudit(tx, ctx, {
          action: "plan.update",
          subjectType: "plan",
          subjectId: id,
          data: { changes: changesBetween(before, fields) },
        });
        return requirePlan(tx.prisma, id);
      }),
  );
}
