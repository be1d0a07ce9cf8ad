import type { Context, Keyed } from "@working-social/db";
import { inTransaction, once, onConstraint, timestamp } from "@working-social/db";
import { authorize, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { directoryError } from "../../errors.ts";
import type { InvitePersonInput, PersonView } from "../../schema.ts";
import { requireAffiliation } from "../steps/require-affiliation.ts";
import { requirePerson } from "../queries.ts";

/**
 * Adds a person with the status "invited": the first sign-in with that address makes them active. Needs managePeople,
 * and manageRoles for a role above member. Throws email_taken, and not_found for the team, plan or location.
 */
export async function invitePerson(ctx: Context, keyed: Keyed<InvitePersonInput>): Promise<PersonView> {
  authorize(ctx, ...invitePerson.needs);
  if (keyed.role !== "member") authorize(ctx, "manageRoles");
  const { idempotencyKey: key, ...input } = keyed;
  const request = { key, procedure: "people.invite", input };
  const emailTaken = () => directoryError({ code: "email_taken", email: input.email });
  return onConstraint("people_organization_id_email_key", emailTaken, () =>
    inTransaction(ctx, (tx) =>
      once(tx, ctx, request, async () => {
        await requireAffiliation(tx, input);
        const id = newId();
        const { name, email, role, teamId, planId, homeLocationId, paysPrivately = false } = input;
        await tx.query(
          `INSERT INTO people (id, organization_id, name, email, role, status, team_id, plan_id, home_location_id, pays_privately, created_at)
          VALUES ($id, $organizationId, $name, $email, $role, 'invited', $teamId, $planId, $homeLocationId, $paysPrivately, $now)`,
          {
            id,
            organizationId: ctx.organizationId,
            name,
            email,
            role,
            teamId,
            planId,
            homeLocationId,
            paysPrivately,
            now: timestamp(ctx.clock.now()),
          },
        );
        await emit(tx, ctx, {
          name: "person.invited",
          subjectType: "person",
          subjectId: id,
          data: { created: { role, teamId, planId, homeLocationId, ...(paysPrivately && { paysPrivately }) } },
          personal: { created: { name, email } },
        });
        return requirePerson(tx, id);
      }),
    ),
  );
}
invitePerson.needs = ["managePeople"] as const;
