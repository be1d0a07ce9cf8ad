import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

/** What one has booked already at the hour that one looks at. */
const en = {
  alsoTitle: (name: string) => `Book ${name} as well?`,
  alsoText: (other: string, when: string) =>
    `You already have ${other}, ${when}. Both would be yours at the same time.`,
  alsoConfirm: "Book both",
  alsoKeep: "Keep only the first",
  yoursTitle: "This is yours already",
  yoursText: (name: string, when: string) => `You have ${name}, ${when}. Open it to move it or make it longer.`,
  open: "Open the booking",
};

export type OwnThenTexts = WordsLike<typeof en>;
export const ownThenTexts = catalog<OwnThenTexts>({ en, de: () => import("./own-then-texts.de.ts") });
