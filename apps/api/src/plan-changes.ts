import { openAndSettle } from "@working-social/billing";
import type { CreditOwner } from "@working-social/credits";
import type { Context, Keyed } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import * as directory from "@working-social/directory";
import { sendInvitation } from "./mail/invitation.ts";
import type { Services } from "./services.ts";

// Another plan counts at once: who is given a larger one at the desk sees its credits before they are back at their seat.

interface Caller {
  services: Services;
  member: Context;
}

export async function invitePerson(
  caller: Caller,
  input: Keyed<directory.InvitePersonInput>,
): Promise<directory.PersonView> {
  const invited = await directory.invitePerson(caller.member, input, sendInvitation(caller.services));
  return broughtToPlan(caller, invited, { personId: invited.id });
}

/** No plan changes; the mail is here like that of the first invitation. */
export async function correctInvitation(
  { services, member }: Caller,
  input: directory.CorrectInvitationInput,
): Promise<directory.PersonView> {
  return directory.correctInvitation(member, input, sendInvitation(services));
}

export async function updatePerson(caller: Caller, input: directory.UpdatePersonInput): Promise<directory.PersonView> {
  return broughtToPlan(caller, await directory.updatePerson(caller.member, input), { personId: input.id });
}

export async function suspendPerson(caller: Caller, input: directory.PersonIdInput): Promise<directory.PersonView> {
  return broughtToPlan(caller, await directory.suspendPerson(caller.member, input), { personId: input.id });
}

export async function reactivatePerson(caller: Caller, input: directory.PersonIdInput): Promise<directory.PersonView> {
  return broughtToPlan(caller, await directory.reactivatePerson(caller.member, input), { personId: input.id });
}

export async function createTeam(caller: Caller, input: Keyed<directory.CreateTeamInput>): Promise<directory.TeamView> {
  const team = await directory.createTeam(caller.member, input);
  return broughtToPlan(caller, team, { teamId: team.id });
}

export async function updateTeam(caller: Caller, input: directory.UpdateTeamInput): Promise<directory.TeamView> {
  return broughtToPlan(caller, await directory.updateTeam(caller.member, input), { teamId: input.id });
}

/**
 * The change is committed; the credits follow in a transaction of their own, so that a fault there never takes the change
 * back: it is logged, and the job that opens periods brings them within minutes.
 */
async function broughtToPlan<View>({ services, member }: Caller, view: View, owner: CreditOwner): Promise<View> {
  try {
    await inTransaction(member, (tx) => openAndSettle(tx, member, owner));
  } catch (error) {
    services.log.error({ err: error, ...owner }, "credits could not be brought to another plan");
  }
  return view;
}
