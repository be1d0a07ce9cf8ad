import type { WordsLike } from "@working-social/kernel";
import { catalog } from "./catalog.ts";

const en = {
  /** Behind the sentence that a page begins with. */
  allTimes: (zone: string) => `All times are ${zone}.`,
};

export type AllTimesTexts = WordsLike<typeof en>;
export const allTimesTexts = catalog<AllTimesTexts>({ en, de: () => import("./all-times.de.ts") });
