import type { Catalog, WordsLike } from "@working-social/kernel";
import { german } from "./letter-texts.de.ts";

const english = {
  greeting: (name: string) => `Hello ${name},`,
  /** To somebody who never said a name. */
  greetingWithoutName: "Hello,",
};

export type LetterTexts = WordsLike<typeof english>;
export const letterTexts: Catalog<LetterTexts> = { en: english, de: german };
