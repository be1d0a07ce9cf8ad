import type { WordsLike } from "@working-social/kernel";
import { plural } from "@working-social/kernel";

/** What a field says about a text that it can't keep. */
export const englishNumberTexts = {
  atLeast: (number: string) => `At least ${number}.`,
  atMost: (number: string) => `At most ${number}.`,
  notANumber: (example: string) => `This can't be read as a number. Write it like ${example}.`,
  tooManyDecimals: (most: number) =>
    plural("en", most, {
      one: "At most one digit after the point.",
      other: `At most ${most} digits after the point.`,
    }),
  tooManyDigits: "That is too large a number.",
  wholeNumber: "A whole number, please.",
};

export type NumberTexts = WordsLike<typeof englishNumberTexts>;
