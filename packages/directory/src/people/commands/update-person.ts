import type { Context } from "@working-social/db";
import { inTransaction, recordAudit } from "@working-social/db";
import { changesBetween } from "../../audit/changes.ts";
import { authorize } from "../../authorize.ts";
import type { PersonView, UpdatePersonInput } from "../../schema.ts";
import { requireAffiliation } from "../affiliation.ts";
import { lockPeople, requireAnotherOwner } from "../owners.ts";
import { requirePerson } from "../queries.ts";

/**
 * Changes all but the address. Needs managePeople, and manageRoles when the role changes. Throws last_owner, and
 * not_found for the person, team, plan or location.
 */
export async function updatePerson(ctx: Context, { id, ...fields }: UpdatePersonInput): Promise<PersonView> {
  authorize(ctx, "managePeople");
  return inTransaction(ctx, async (tx) => {
    await lockPeople(tx, ctx.organizationId);
    const before = await requirePerson(tx, id);
    if (fields.role !== before.role) authorize(ctx, "manageRoles");
    if (before.role === "owner" && before.status === "active" && fields.role !== "owner")
      await requireAnotherOwner(tx, ctx.organizationId, id);
    await requireAffiliation(tx, fields);
    await tx.query(
      "UPDATE people SET name = $2, role = $3, team_id = $4, plan_id = $5, home_location_id = $6 WHERE id = $1",
      [id, fields.name, fields.role, fields.teamId, fields.planId, fields.homeLocationId],
    );
    await recordAudit(tx, ctx, {
      action: "person.update",
      subjectType: "person",
      subjectId: id,
      data: { changes: changesBetween(before, fields) },
    });
    return requirePerson(tx, id);
  });
}
