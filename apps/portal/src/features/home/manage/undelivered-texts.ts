import type { WordsLike } from "@working-social/kernel";
import { catalog, UNTRANSLATED } from "../../../lib/texts/catalog.ts";

const en = {
  title: (count: number) => (count === 1 ? "One message did not go out" : `${count} messages did not go out`),
  text: "Each was tried for an hour. When the mail server answers again, try them once more; people may ask you why nothing came.",
  mail: (to: string, subject: string) => `To ${to}: ${subject}`,
  /** What could not even be written: which event it follows from. */
  reaction: (event: string) => `About: ${event}`,
  retry: "Try again",
  retried: (count: number) =>
    count === 1 ? "One message is on its way again." : `${count} messages are on their way again.`,
};

export type ManageUndeliveredTexts = WordsLike<typeof en>;
export const manageUndeliveredTexts = catalog<ManageUndeliveredTexts>({ en, de: UNTRANSLATED });
