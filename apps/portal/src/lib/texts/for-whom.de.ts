import type { ForWhomTexts } from "./for-whom.ts";

export const texts: ForWhomTexts = {
  // The same in every case, as a name is: „das Guthaben von Unbekannt“.
  unnamed: "Unbekannt",
};
