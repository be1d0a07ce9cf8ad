import { catalog } from "./catalog.ts";

const en = {
  /** Behind the sentence that a page begins with. */
  allTimes: (zone: string) => `All times are ${zone}.`,
};

export const allTimesTexts = catalog({ en });
