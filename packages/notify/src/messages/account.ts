import { isolatedTexts, parseInstant } from "@working-social/kernel";
import { escapeHtml, mailDocument, mailLink, oneLine } from "../html.ts";
import type { Message } from "../message.ts";

/** What happened to a way into an account. */
export const ACCOUNT_CHANGES = [
  "passkey_added",
  "passkey_removed",
  "factor_added",
  "factor_removed",
  "password_changed",
  "password_rests",
] as const;
export type AccountChange = (typeof ACCOUNT_CHANGES)[number];

export interface AccountFacts {
  to: string;
  /** May be empty: somebody who never said it. */
  personName: string;
  change: AccountChange;
  /** ISO instant; told in UTC, since an account has no place. */
  at: string;
  /** The portal. */
  url: string;
}

const TITLES: Record<AccountChange, string> = {
  passkey_added: "A passkey was added to your account",
  passkey_removed: "A passkey was removed from your account",
  factor_added: "The second factor of your account was turned on",
  factor_removed: "The second factor of your account was turned off",
  password_changed: "The password of your account was changed",
  password_rests: "The password of your account rests",
};

const IF_NOT_YOU =
  "If that was you, there is nothing to do. If it was not, sign in with a code, end all other sessions under Account, set a " +
  "new password with a code from the mail, and tell your space.";

const RESTS =
  "Somebody typed a hundred wrong passwords for it, so no password opens it any more until you set a new one. You get in with a " +
  "code from the mail, or with a passkey, as before; set a new password under Account with a code from the mail. Nobody got in by this.";

/** To the owner of an account, in whatever organizations they are. */
export function accountChangedMessage(given: AccountFacts): Message {
  const { to, personName, change, at, url } = isolatedTexts(given);
  const title = TITLES[change];
  const lines = [
    personName.trim() === "" ? "Hello," : oneLine(`Hello ${personName},`),
    `${title} on ${timeOf(at)}.`,
    change === "password_rests" ? RESTS : IF_NOT_YOU,
  ];
  const link = `${url}/account`;
  return {
    to,
    subject: title,
    text: [...lines, link].join("\n\n"),
    html: mailDocument(title, [...lines.map(escapeHtml), mailLink(link, "See your account")]),
  };
}

/** 30 November 2026 at 19:05 UTC. */
function timeOf(at: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "long", timeStyle: "short" });
  return `${format.format(parseInstant(at))} UTC`;
}
