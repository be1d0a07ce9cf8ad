import { dateFormat, isolatedTexts, parseInstant } from "@working-social/kernel";
import type { Reader } from "@working-social/kernel";
import type { Message } from "../message.ts";
import { accountTexts } from "./account-texts.ts";
import type { Recipient } from "./letter.ts";
import { letter } from "./letter.ts";

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

export interface AccountFacts extends Recipient {
  change: AccountChange;
  /** ISO instant; told in UTC, since an account has no place. */
  at: string;
  /** The portal. */
  url: string;
}

/** To the owner of an account, in whatever organizations they are. */
export function accountChangedMessage(given: AccountFacts): Message {
  const facts = isolatedTexts(given);
  const { change, reader, at, url } = facts;
  const texts = accountTexts[reader.language];
  return letter(facts, {
    title: texts.changes[change],
    paragraphs: [
      texts.changedOn[change](timeOf(at, reader)),
      change === "password_rests" ? texts.rests : texts.ifNotYou,
    ],
    link: { url: `${url}/account`, label: texts.seeAccount },
  });
}

/** 30 November 2026 at 19:05 UTC. */
function timeOf(at: string, { locale, hourCycle }: Reader): string {
  const format = dateFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: hourCycle === "h23" ? "2-digit" : "numeric",
    minute: "2-digit",
    hourCycle,
    timeZoneName: "short",
  });
  return format.format(parseInstant(at));
}
