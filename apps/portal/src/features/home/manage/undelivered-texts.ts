import { plural, type WordsLike } from "@working-social/kernel";
import { catalog } from "../../../lib/texts/catalog.ts";

const en = {
  title: (count: number) =>
    plural("en", count, { one: "One message did not go out", other: `${count} messages did not go out` }),
  text: "Each was tried for an hour. When the mail server answers again, try them once more; people may ask you why nothing came.",
  mail: (to: string, subject: string) => `To ${to}: ${subject}`,
  /** What could not even be written: which event it follows from. */
  reaction: (event: string) => `About: ${event}`,
  retry: "Try again",
  retried: (count: number) =>
    plural("en", count, {
      one: "One message is on its way again.",
      other: `${count} messages are on their way again.`,
    }),
};

export type ManageUndeliveredTexts = WordsLike<typeof en>;
export const manageUndeliveredTexts = catalog<ManageUndeliveredTexts>({
  en,
  de: () => import("./undelivered-texts.de.ts"),
});
