import type { Context } from "@working-social/db";
import { onConstraint, recordAudit, withPrisma } from "@working-social/db";
import { editBetween, isUntouched, mergeEdit } from "@working-social/kernel";
import { changesBetween } from "../../audit/changes.ts";
import { authorize } from "../../authorize.ts";
import { nameTaken } from "../../errors.ts";
import { requirePlan } from "../../plans/queries.ts";
import type { TeamView, UpdateTeamInput } from "../../schema.ts";
import { requireTeam } from "../queries.ts";

/** Needs managePeople. Throws name_taken, edited_meanwhile, and not_found for the team or its plan. */
export async function updateTeam(ctx: Context, { id, seen, ...edit }: UpdateTeamInput): Promise<TeamView> {
  authorize(ctx, "managePeople");
  return onConstraint(
    "teams_organization_id_name_key",
    () => nameTaken(edit.name ?? ""),
    () =>
      withPrisma(ctx, async (tx) => {
        await tx.query("SELECT id FROM teams WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
        const before = await requireTeam(tx.prisma, id);
        const fields = editBetween(before, mergeEdit(before, edit, seen));
        if (isUntouched(fields)) return before;
        if (fields.planId) await requirePlan(tx.prisma, fields.planId);
        await tx.prisma.team.update({ where: { id }, data: fields });
        await recordAudit(tx, ctx, {
          action: "team.update",
          subjectType: "team",
          subjectId: id,
          data: { changes: changesBetween(before, fields) },
        });
        return requireTeam(tx.prisma, id);
      }),
  );
}
