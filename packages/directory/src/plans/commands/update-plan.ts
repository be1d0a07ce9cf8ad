import type { Context } from "@working-social/db";
import { inTransaction, onConstraint } from "@working-social/db";
import { authorize, editBetween, expectDefined, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { changesBetween } from "../../audit/rules/changes.ts";
import { nameTaken } from "../../errors.ts";
import { requirePlan } from "../queries.ts";
import type { PlanView, UpdatePlanInput } from "../../schema.ts";

/** Renames a plan. Needs managePeople. Throws name_taken, edited_meanwhile, not_found. */
export async function updatePlan(ctx: Context, { id, seen, ...edit }: UpdatePlanInput): Promise<PlanView> {
  authorize(ctx, ...updatePlan.needs);
  return onConstraint(
    "plans_organization_id_name_key",
    () => nameTaken(expectDefined(edit.name, "A name is taken that nobody gave.")),
    () =>
      inTransaction(ctx, async (tx) => {
        await tx.query("SELECT id FROM plans WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
        const before = await requirePlan(tx, ctx, id);
        const after = mergeEdit(before, edit, seen);
        const fields = editBetween(before, after);
        if (isUntouched(fields)) return before;
        await tx.query("UPDATE plans SET name = $3 WHERE organization_id = $1 AND id = $2", [
          ctx.organizationId,
          id,
          after.name,
        ]);
        await emit(tx, ctx, {
          name: "plan.updated",
          subjectType: "plan",
          subjectId: id,
          data: { changes: changesBetween(before, fields) },
        });
        return requirePlan(tx, ctx, id);
      }),
  );
}
updatePlan.needs = ["managePeople"] as const;
