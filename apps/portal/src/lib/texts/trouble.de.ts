import type { TroubleTexts } from "./trouble.ts";

export const texts: TroubleTexts = {
  errorTitle: "Diese Seite lässt sich nicht anzeigen",
  offlineTitle: "Keine Verbindung",
};
