import type { Whose } from "./whose.ts";

/** "Sie zahlen", "Ana Ferreira zahlt": as it is said of the reader and of anybody else. */
export const wer = (whose: Whose, you: string, others: string) => `${whose ?? "Sie"} ${whose === null ? you : others}`;

/** "Ihr Team", "das Team von Ana Ferreira", after "für" or before a verb. */
export const team = (whose: Whose) => (whose === null ? "Ihr Team" : `das Team von ${whose}`);

/** "30 min Ihres Guthabens", "30 min des Guthabens von Ana Ferreira": what a sentence can have as its object. */
export const ofCredits = (quantity: string, whose: Whose) =>
  whose === null ? `${quantity} Ihres Guthabens` : `${quantity} des Guthabens von ${whose}`;
