import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { emit } from "../../events.ts";
import { authorize } from "@working-social/kernel";
import type { PersonIdInput, PersonView } from "../../schema.ts";
import { lockPeople } from "../steps/require-another-owner.ts";
import { requirePerson } from "../queries.ts";

/**
 * Lets a suspended person in again: active, or still invited when they never signed in. Repeating it changes nothing.
 * Needs managePeople, and manageRoles for a role above member. Throws not_found.
 */
export async function reactivatePerson(ctx: Context, { id }: PersonIdInput): Promise<PersonView> {
  authorize(ctx, ...reactivatePerson.needs);
  return inTransaction(ctx, async (tx) => {
    await lockPeople(tx, ctx.organizationId);
    const before = await requirePerson(tx, id);
    if (before.role !== "member") authorize(ctx, "manageRoles");
    if (before.status !== "suspended") return before;
    await tx.query(
      "UPDATE people SET status = (CASE WHEN user_id IS NULL THEN 'invited' ELSE 'active' END)::person_status WHERE id = $1",
      [id],
    );
    await emit(tx, ctx, { name: "person.reactivated", subjectType: "person", subjectId: id, data: {} });
    return requirePerson(tx, id);
  });
}
reactivatePerson.needs = ["managePeople"] as const;
