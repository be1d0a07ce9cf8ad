import { plural } from "@working-social/kernel";
import type { ManageUndeliveredTexts } from "./undelivered-texts.ts";

export const texts: ManageUndeliveredTexts = {
  title: (count) =>
    plural("de", count, {
      one: "Eine Nachricht wurde nicht verschickt",
      other: `${count} Nachrichten wurden nicht verschickt`,
    }),
  text: "Eine Stunde lang wurde es immer wieder versucht. Wenn der Mailserver wieder antwortet, versuchen Sie es noch einmal. Vielleicht fragt jemand bei Ihnen nach, warum nichts kam.",
  mail: (to, subject) => `An ${to}: ${subject}`,
  reaction: (event) => `Betrifft: ${event}`,
  retry: "Noch einmal versuchen",
  retried: (count) =>
    plural("de", count, {
      one: "Eine Nachricht ist wieder unterwegs.",
      other: `${count} Nachrichten sind wieder unterwegs.`,
    }),
};
