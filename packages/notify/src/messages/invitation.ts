import { isolatedTexts } from "@working-social/kernel";
import { escapeHtml, mailDocument, mailLink, oneLine } from "../html.ts";
import type { Message } from "../message.ts";

export interface Invitation {
  to: string;
  personName: string;
  organizationName: string;
  /** Where to sign in; the address of the mail is the account, so the link carries no secret. */
  signInUrl: string;
}

export function invitationMessage(invitation: Invitation): Message {
  const { to, personName, organizationName, signInUrl } = isolatedTexts(invitation);
  const subject = oneLine(`You are invited to ${organizationName}`);
  const how = `Sign in with this address, ${to}. We send you a code; you need no password.`;
  return {
    to,
    subject,
    text: [
      `Hello ${personName},`,
      `${organizationName} has invited you to book its rooms and desks.`,
      how,
      signInUrl,
    ].join("\n\n"),
    html: mailDocument(subject, [
      `Hello ${escapeHtml(personName)},`,
      `${escapeHtml(organizationName)} has invited you to book its rooms and desks.`,
      escapeHtml(how),
      mailLink(signInUrl, "Sign in"),
    ]),
  };
}
