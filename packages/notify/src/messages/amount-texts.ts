import type { Catalog, WordsLike } from "@working-social/kernel";
import { plural } from "@working-social/kernel";
import { german } from "./amount-texts.de.ts";

/** Amounts as parts of a sentence: "It costs €24.00, 1 h 30 min of room credit and 2 day passes." */
const english = {
  roomMinutes: (time: string) => `${time} of room credit`,
  dayPasses: (n: number, figure: string) =>
    plural("en", n, { one: `${figure} day pass`, other: `${figure} day passes` }),
  monoPages: (n: number, figure: string) =>
    plural("en", n, { one: `${figure} black and white page`, other: `${figure} black and white pages` }),
  colourPages: (n: number, figure: string) =>
    plural("en", n, { one: `${figure} colour page`, other: `${figure} colour pages` }),
  money: (amount: string) => `${amount} of credit`,
};

export type AmountTexts = WordsLike<typeof english>;
export const amountTexts: Catalog<AmountTexts> = { en: english, de: german };
