import type { ShellTexts } from "./shell-texts.ts";

export const texts: ShellTexts = {
  home: "Start",
  book: "Buchen",
  myBookings: "Meine Buchungen",
  bookingsShort: "Buchungen",
  credits: "Drucken und Guthaben",
  creditsShort: "Guthaben",
  account: "Konto",
  manage: "Verwaltung",
  searchOrJump: "Suchen",
  switchTo: (name) => `Zu ${name} wechseln`,
  signOut: "Abmelden",
  person: (name) => `${name}: Konto und Abmelden`,
  offline: "Keine Verbindung. Lesen können Sie weiter; Änderungen müssen warten, bis sie wieder da ist.",
  stale: "Die laufende Aktualisierung ist unterbrochen. Sie wird wiederhergestellt.",
};
