import { plural } from "@working-social/kernel";
import type { ManageStrandedTexts } from "./stranded-texts.ts";

export const texts: ManageStrandedTexts = {
  hoursTitle: (n) =>
    plural("de", n, {
      one: "1 Buchung liegt außerhalb der neuen Öffnungszeiten",
      other: `${n} Buchungen liegen außerhalb der neuen Öffnungszeiten`,
    }),
  hoursText: "Zu diesen Zeiten wäre geschlossen. Noch ist nichts gespeichert.",
  roomTitle: (name) => `${name} hat noch künftige Buchungen`,
  roomText: "Nach dem Archivieren kann niemand mehr buchen. Noch ist nichts archiviert.",
  back: "Zurück",
  andKeep: (act) => `${act}, Buchungen behalten`,
  andCancel: (act, n) => `${act}, ${plural("de", n, { one: "1 Buchung", other: `${n} Buchungen` })} stornieren`,
  cancelled: (n) => plural("de", n, { one: "1 Buchung ist storniert.", other: `${n} Buchungen sind storniert.` }),
  more: (shown) => `Angezeigt werden die ersten ${shown}. Wiederholen Sie den Schritt für die übrigen.`,
  coming: (n) => plural("de", n, { one: "1 künftige Buchung", other: `${n} künftige Buchungen` }),
  comingHint:
    "Sie bleiben, wenn Sie sie nicht ankreuzen. Angekreuzte storniert der Space: ohne Gebühr, alles wird zurückgebucht, und es geht eine E-Mail hinaus.",
  cancelAll: "Alle stornieren",
  comingBooking: (name, place, title) => (title ? `${name}, ${place}: „${title}“` : `${name}, ${place}`),
  reason: "Warum der Space storniert",
  reasonHint: "Mitglieder lesen das in der E-Mail.",
  reasonNeeded: "Schreiben Sie ein paar Worte: Mitglieder werden sie lesen.",
};
