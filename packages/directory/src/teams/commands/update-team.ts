import type { Context } from "@working-social/db";
import { onConstraint, recordAudit, withPrisma } from "@working-social/db";
import { changesBetween } from "../../audit/changes.ts";
import { authorize } from "../../authorize.ts";
import { nameTaken } from "../../errors.ts";
import { requirePlan } from "../../plans/queries.ts";
import type { TeamView, UpdateTeamInput } from "../../schema.ts";
import { requireTeam } from "../queries.ts";

/** Needs managePeople. Throws name_taken, and not_found for the team or its plan. */
export async function updateTeam(ctx: Context, { id, ...fields }: UpdateTeamInput): Promise<TeamView> {
  authorize(ctx, "managePeople");
  return onConstraint(
    "teams_organization_id_name_key",
    () => nameTaken(fields.name),
    () =>
      withPrisma(ctx, async (tx) => {
        const before = await requireTeam(tx.prisma, id);
        if (fields.planId !== null) await requirePlan(tx.prisma, fields.planId);
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
