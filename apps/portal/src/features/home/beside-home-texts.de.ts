import { formatList, plural } from "@working-social/kernel";
import { uhr } from "../../lib/texts/clock.de.ts";
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
  heldFor: (left) => `Für Sie vorgemerkt, noch ${left}`,
  nothingFree: "Gerade ist alles belegt oder geschlossen",
  nothingFreeText: "In der Tagesübersicht sehen Sie, wann wieder etwas frei ist.",
  seeDay: "Tag ansehen",
  freeNext: "Als Nächstes frei",
  takenNow: "Gerade ist alles belegt.",
  closedNow: (opens) => `Jetzt geschlossen. Wieder geöffnet ab ${uhr(opens)}.`,
  bookThen: (length, name, when, price) => `${length}: ${name} buchen, ${uhr(when)}, ${price}`,
  today: (place) => `Heute: ${place}`,
  dayAt: (day, place) => `${day}: ${place}`,
  you: "Sie",
  strip: (name, count, mine) => {
    const bookings =
      count === 0 ? "keine Buchungen" : plural("de", count, { one: "1 Buchung", other: `${count} Buchungen` });
    return `${name}: ${bookings}${mine.length > 0 ? `, davon Ihre: ${formatList("de", mine)}` : ""}`;
  },
  closedToday: "Heute geschlossen.",
  comingUp: "Demnächst",
  allBookings: "Alle meine Buchungen",
};
