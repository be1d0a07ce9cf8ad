import type { PlaceTimeTexts } from "./place-time.ts";

export const texts: PlaceTimeTexts = {
  ofZone: (city) => (city === "UTC" ? city : `Ortszeit ${city}`),
};
