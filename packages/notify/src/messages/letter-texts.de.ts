import type { LetterTexts } from "./letter-texts.ts";

export const german: LetterTexts = {
  greeting: (name) => `Guten Tag ${name},`,
  greetingWithoutName: "Guten Tag,",
};
