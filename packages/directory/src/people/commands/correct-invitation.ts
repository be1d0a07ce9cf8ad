import type { Context } from "@working-social/db";
import { inTransaction, onConstraint } from "@working-social/db";
import { authorize, mergeEdit } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { directoryError } from "../../errors.ts";
import type { CorrectInvitationInput, PersonView } from "../../schema.ts";
import { lockPeople } from "../steps/require-another-owner.ts";
import { requirePerson } from "../queries.ts";

/**
 * Sends an invitation to another address, as long as nobody has signed in with it; what was sent to the earlier one opens
 * nothing any more. The same address again changes nothing. Needs managePeople, and manageRoles for a role above member.
 * Throws invitation_used, email_taken, edited_meanwhile and not_found.
 */
export async function correctInvitation(
  ctx: Context,
  { id, email, seen }: CorrectInvitationInput,
): Promise<PersonView> {
  authorize(ctx, ...correctInvitation.needs);
  const emailTaken = () => directoryError({ code: "email_taken", email });
  return onConstraint("people_organization_id_email_key", emailTaken, () =>
    inTransaction(ctx, async (tx) => {
      await lockPeople(tx, ctx.organizationId);
      // A first sign-in takes no turn among the changes of people: the row is locked too.
      await tx.query("SELECT id FROM people WHERE id = $1 FOR UPDATE", [id]);
      const before = await requirePerson(tx, id);
      if (before.role !== "member") authorize(ctx, "manageRoles");
      if (before.status !== "invited") throw directoryError({ code: "invitation_used" });
      mergeEdit(before, { email }, seen);
      if (before.email === email) return before;
      await tx.query("UPDATE people SET email = $2 WHERE id = $1", [id, email]);
      await emit(tx, ctx, {
        name: "person.invitation_corrected",
        subjectType: "person",
        subjectId: id,
        data: { changes: {} },
        personal: { changes: { email: [before.email, email] } },
      });
      return requirePerson(tx, id);
    }),
  );
}
correctInvitation.needs = ["managePeople"] as const;
