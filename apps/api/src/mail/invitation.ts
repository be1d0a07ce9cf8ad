import type { SendInvitation } from "@working-social/directory";
import { enqueueMail, invitationMessage } from "@working-social/notify";
import type { Services } from "../services.ts";

/** Puts the invitation in the queue, inside the transaction that invites. */
export function sendInvitation({ env, jobs }: Services): SendInvitation {
  return (tx, invitation) =>
    enqueueMail(tx, jobs, invitationMessage({ ...invitation, signInUrl: `${env.publicUrl}/sign-in` }));
}
