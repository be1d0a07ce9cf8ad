import { readerOfPerson } from "@working-social/directory";
import { enqueueMail, invitationMessage } from "@working-social/notify";
import type { EventNamed } from "../reactions/events.ts";
import type { After } from "../reactions/reaction.ts";

/** Whoever is invited is told so, at the address of the invitation, as long as it still is that. */
export const mailInvitation: After<EventNamed<"person.invited" | "person.invitation_corrected">> = {
  name: "mail-invitation",
  concerns: () => true,
  async run(tx, _ctx, { name, subjectId, personal }, { jobs, publicUrl }) {
    const invitedAs = name === "person.invited" ? personal?.created["email"] : personal?.changes["email"]?.[1];
    if (typeof invitedAs !== "string") return;
    const [invited] = await tx.query<{ to: string; personName: string; organizationName: string }>(
      `SELECT p.email AS "to", p.name AS "personName", o.name AS "organizationName"
       FROM people p JOIN organizations o ON o.id = p.organization_id WHERE p.id = $1 AND p.email = $2`,
      [subjectId, invitedAs],
    );
    if (!invited) return;
    const reader = await readerOfPerson(tx, subjectId);
    await enqueueMail(tx, jobs, invitationMessage({ ...invited, reader, signInUrl: `${publicUrl}/sign-in` }));
  },
};
