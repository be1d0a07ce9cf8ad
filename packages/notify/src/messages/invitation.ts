import { isolatedTexts } from "@working-social/kernel";
import type { Message } from "../message.ts";
import { accountTexts } from "./account-texts.ts";
import type { Recipient } from "./letter.ts";
import { letter } from "./letter.ts";

export interface Invitation extends Recipient {
  organizationName: string;
  /** Where to sign in; the address of the mail is the account, so the link carries no secret. */
  signInUrl: string;
}

export function invitationMessage(given: Invitation): Message {
  const invitation = isolatedTexts(given);
  const { to, reader, organizationName, signInUrl } = invitation;
  const texts = accountTexts[reader.language];
  return letter(invitation, {
    title: texts.invited(organizationName),
    paragraphs: [texts.invitedTo(organizationName), texts.signInWith(to)],
    link: { url: signInUrl, label: texts.signIn },
  });
}
