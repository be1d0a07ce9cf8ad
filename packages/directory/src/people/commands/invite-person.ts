import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, onConstraint, recordAudit, timestamp } from "@working-social/db";
import { newId } from "@working-social/kernel";
import type { Invitation } from "@working-social/notify";
import { authorize } from "../../authorize.ts";
import { directoryError } from "../../errors.ts";
import type { InvitePersonInput, PersonView } from "../../schema.ts";
import { requireAffiliation } from "../affiliation.ts";
import { requirePerson } from "../queries.ts";

/** Puts the invitation into the mail queue, in the transaction; the API adds the address of its sign-in page. */
export type SendInvitation = (tx: Sql, invitation: Omit<Invitation, "signInUrl">) => Promise<void>;

/**
 * Adds a person with the status "invited": the first sign-in with that address makes them active. Needs managePeople,
 * and manageRoles for a role above member. Throws email_taken, and not_found for the team, plan or location.
 */
export async function invitePerson(
  ctx: Context,
  keyed: Keyed<InvitePersonInput>,
  send: SendInvitation,
): Promise<PersonView> {
  authorize(ctx, "managePeople");
  if (keyed.role !== "member") authorize(ctx, "manageRoles");
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "people.invite", input };
  const emailTaken = () => directoryError({ code: "email_taken", email: input.email });
  return onConstraint("people_organization_id_email_key", emailTaken, () =>
    inTransaction(ctx, (tx) =>
      once(tx, ctx, request, async () => {
        await requireAffiliation(tx, input);
        const id = newId();
        await tx.query(
          `INSERT INTO people (id, organization_id, name, email, role, status, team_id, plan_id, home_location_id, created_at)
         VALUES ($1, $2, $3, $4, $5, 'invited', $6, $7, $8, $9)`,
          [
            id,
            ctx.organizationId,
            input.name,
            input.email,
            input.role,
            input.teamId,
            input.planId,
            input.homeLocationId,
            timestamp(ctx.clock.now()),
          ],
        );
        await recordAudit(tx, ctx, {
          action: "person.invite",
          subjectType: "person",
          subjectId: id,
          data: { created: input },
        });
        await send(tx, await invitationOf(tx, ctx, input));
        return requirePerson(tx, id);
      }),
    ),
  );
}

/** What stands in the mail. */
export async function invitationOf(
  tx: Sql,
  ctx: Context,
  { email, name }: Pick<InvitePersonInput, "email" | "name">,
): Promise<Omit<Invitation, "signInUrl">> {
  const [organization] = await tx.query<{ name: string }>("SELECT name FROM organizations WHERE id = $1", [
    ctx.organizationId,
  ]);
  return { to: email, personName: name, organizationName: organization?.name ?? "" };
}
