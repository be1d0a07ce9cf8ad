import type { Context } from "@working-social/db";
import { inTransaction, onConstraint } from "@working-social/db";
import { authorize, editBetween, expectDefined, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { changesBetween } from "../../audit/rules/changes.ts";
import { nameTaken } from "../../errors.ts";
import { requireAffiliation } from "../../people/steps/require-affiliation.ts";
import type { TeamView, UpdateTeamInput } from "../../schema.ts";
import { requireTeam } from "../queries.ts";

/** Needs managePeople. Throws name_taken, edited_meanwhile, and not_found for the team or its plan. */
export async function updateTeam(ctx: Context, { id, seen, ...edit }: UpdateTeamInput): Promise<TeamView> {
  authorize(ctx, ...updateTeam.needs);
  return onConstraint(
    "teams_organization_id_name_key",
    () => nameTaken(expectDefined(edit.name, "A name is taken that nobody gave.")),
    () =>
      inTransaction(ctx, async (tx) => {
        await tx.query("SELECT id FROM teams WHERE id = $1::uuid FOR NO KEY UPDATE", [id]);
        const before = await requireTeam(tx, ctx, id);
        const after = mergeEdit(before, edit, seen);
        const fields = editBetween(before, after);
        if (isUntouched(fields)) return before;
        await requireAffiliation(tx, { planId: fields.planId ?? null, teamId: null, homeLocationId: null });
        await tx.query("UPDATE teams SET name = $2, plan_id = $3::uuid WHERE id = $1::uuid", [
          id,
          after.name,
          after.planId,
        ]);
        await emit(tx, ctx, {
          name: "team.updated",
          subjectType: "team",
          subjectId: id,
          data: { changes: changesBetween(before, fields) },
        });
        return requireTeam(tx, ctx, id);
      }),
  );
}
updateTeam.needs = ["managePeople"] as const;
