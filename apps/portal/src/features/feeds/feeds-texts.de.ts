import type { FeedsTexts } from "./feeds-texts.ts";

export const texts: FeedsTexts = {
  title: "Kalenderabos",
  subtitle:
    "Ihre Buchungen in dem Kalender, den Sie ohnehin verwenden. Änderungen und Stornierungen kommen von selbst an.",
  mine: "Meine Buchungen",
  mineText:
    "Eine Adresse für alle Ihre Buchungen, an allen Standorten. Wer sie hat, kann die Buchungen lesen: Behandeln Sie sie wie einen Schlüssel.",
  create: "Adresse erstellen",
  name: "Name",
  nameHint: "Damit Sie später noch wissen, wo Sie sie eingetragen haben.",
  defaultName: "Mein Kalender",
  resources: "Ein Standort, Raum oder Arbeitsplatz",
  resourcesText:
    "Was in einem Raum oder am ganzen Standort gebucht ist, für einen Bildschirm an der Tür oder einen gemeinsamen Kalender. Ohne Namen; Titel nur, wo sie öffentlich sind.",
  resource: "Wovon",
  wholeLocation: (name) => `${name} (ganzer Standort)`,
  createForResource: "Adresse dafür erstellen",
  createdTitle: "Hier ist die Adresse. Sie wird nur dieses eine Mal angezeigt.",
  createdText:
    "Übernehmen Sie sie gleich in Ihren Kalender. Geht sie verloren, widerrufen Sie sie und erstellen eine neue.",
  copy: "Adresse kopieren",
  copied: "Kopiert. Fügen Sie sie jetzt in Ihrem Kalender ein.",
  openInCalendar: "Im Kalender dieses Geräts öffnen",
  done: "Habe ich",
  howTo: "So fügen Sie sie hinzu",
  google:
    "Google: „Weitere Kalender“ → „+“ → „Per URL“, einfügen, „Kalender hinzufügen“. Google sieht alle paar Stunden nach Änderungen.",
  apple:
    "Apple: „Ablage“ → „Neues Kalenderabonnement“ (auf dem iPhone: „Kalender“ → „Kalender hinzufügen“ → „Kalenderabo hinzufügen“), einfügen.",
  outlook: "Outlook: „Kalender hinzufügen“ → „Aus dem Internet abonnieren“, einfügen, „Importieren“.",
  existing: "Adressen in Gebrauch",
  none: "Noch keine.",
  ofResource: (name) => `Buchungen: ${name}`,
  ofMine: "Meine Buchungen",
  since: (day) => `seit ${day}`,
  revoke: "Widerrufen",
  revokeName: (name) => `${name} widerrufen`,
  revokeTitle: "Diese Adresse widerrufen?",
  revokeText: (name) =>
    `Kalender, die „${name}“ verwenden, bekommen keine Änderungen mehr. Das lässt sich nicht rückgängig machen.`,
  revokeConfirm: "Adresse widerrufen",
  revoked: "Widerrufen. Niemand kann sie mehr lesen.",
};
