import type { AllTimesTexts } from "./all-times.ts";

export const texts: AllTimesTexts = {
  allTimes: (zone) => `Alle Zeiten: ${zone}.`,
};
