import type { BesideHomeTexts } from "./beside-home-texts.ts";

export const texts: BesideHomeTexts = {
  nothingAhead: "Nichts gebucht",
  nothingAheadText:
    "Nehmen Sie etwas, das jetzt frei ist, oder planen Sie voraus. Das dauert nur Sekunden, und den Preis sehen Sie vorher.",
  feedTitle: "Ihre Buchungen in Ihrem eigenen Kalender",
  feedText: "Einmal abonnieren, und Google, Apple oder Outlook zeigen jede Änderung von selbst.",
  feedAction: "Einrichten",
  noLocation: "In diesem Space gibt es noch keine Räume",
  noLocationManager: "Legen Sie einen Standort mit Öffnungszeiten und Räumen an. Dann können alle buchen.",
  noLocationMember: "Ihr Coworking-Space wird gerade eingerichtet. Schauen Sie etwas später wieder vorbei.",
  setUpSpace: "Space einrichten",
};
