import { catalog } from "./catalog.ts";

/** Whose wall clock a time is of. On its own, because Home needs it and little else of the bookings' words. */
const en = {
  ofZone: (city: string) => (city === "UTC" ? city : `${city} time`),
};

export const placeTimeTexts = catalog({ en });
