import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, editBetween, isUntouched, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { changesBetween } from "../../audit/rules/changes.ts";
import type { PersonView, UpdatePersonInput } from "../../schema.ts";
import { requireAffiliation } from "../steps/require-affiliation.ts";
import { lockPeople, requireAnotherOwner } from "../steps/require-another-owner.ts";
import { requirePerson } from "../queries.ts";

/**
 * Changes all but the address. Needs managePeople, and manageRoles when the role changes. Throws last_owner,
 * edited_meanwhile, and not_found for the person, team, plan or location.
 */
export async function updatePerson(ctx: Context, { id, seen, ...edit }: UpdatePersonInput): Promise<PersonView> {
  authorize(ctx, ...updatePerson.needs);
  return inTransaction(ctx, async (tx) => {
    await lockPeople(tx, ctx.organizationId);
    const before = await requirePerson(tx, id);
    const after = mergeEdit(before, edit, seen);
    const changed = editBetween(before, after);
    if (isUntouched(changed)) return before;
    if (changed.role) authorize(ctx, "manageRoles");
    if (before.role === "owner" && before.status === "active" && after.role !== "owner")
      await requireAnotherOwner(tx, ctx.organizationId, id);
    // What was not touched may be archived by now.
    await requireAffiliation(tx, { teamId: null, planId: null, homeLocationId: null, ...changed });
    await tx.query(
      "UPDATE people SET name = $2, role = $3, team_id = $4, plan_id = $5, home_location_id = $6, pays_privately = $7 WHERE id = $1",
      [id, after.name, after.role, after.teamId, after.planId, after.homeLocationId, after.paysPrivately],
    );
    const { name, ...changes } = changesBetween(before, changed);
    await emit(tx, ctx, {
      name: "person.updated",
      subjectType: "person",
      subjectId: id,
      data: { changes },
      personal: { changes: name ? { name } : {} },
    });
    return requirePerson(tx, id);
  });
}
updatePerson.needs = ["managePeople"] as const;
