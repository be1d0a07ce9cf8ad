import type { WordsLike } from "@working-social/kernel";
import { catalog } from "./catalog.ts";

/** Whose wall clock a time is of. On its own, because Home needs it and little else of the bookings' words. */
const en = {
  ofZone: (city: string) => (city === "UTC" ? city : `${city} time`),
};

export type PlaceTimeTexts = WordsLike<typeof en>;
export const placeTimeTexts = catalog<PlaceTimeTexts>({ en, de: () => import("./place-time.de.ts") });
