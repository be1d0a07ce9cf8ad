import type { Reader } from "@working-social/kernel";
import { escapeHtml, mailDocument, mailLink, oneLine } from "../html.ts";
import type { Message } from "../message.ts";
import { letterTexts } from "./letter-texts.ts";

/** Who gets a mail, and how they read. */
export interface Recipient {
  to: string;
  /** May be empty: somebody who never said it. */
  personName: string;
  reader: Reader;
}

/** A greeting, paragraphs of plain text, and where to go on; as text and as HTML that say the same. */
export function letter(
  { to, personName, reader: { language } }: Recipient,
  { title, paragraphs, link }: { title: string; paragraphs: readonly string[]; link: { url: string; label: string } },
): Message {
  const texts = letterTexts[language];
  const subject = oneLine(title);
  const name = oneLine(personName);
  const lines = [name === "" ? texts.greetingWithoutName : texts.greeting(name), ...paragraphs];
  return {
    to,
    subject,
    text: [...lines, link.url].join("\n\n"),
    html: mailDocument(language, subject, [...lines.map(escapeHtml), mailLink(link.url, link.label)]),
  };
}
