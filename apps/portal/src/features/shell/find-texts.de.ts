import type { FindTexts } from "./find-texts.ts";

export const texts: FindTexts = {
  goTo: "Gehe zu",
  calendars: "Kalenderabos",
  plan: "Mein Tarif",
  invoices: "Meine Rechnungen",
  actions: "Aktionen",
  rooms: "Räume und Arbeitsplätze",
  upcoming: "Meine nächsten Buchungen",
  locations: "Standorte",
  bookThing: (name) => `${name} buchen`,
  showLocation: (name) => `${name} anzeigen`,
  lightTheme: "Helles Design",
  darkTheme: "Dunkles Design",
  systemTheme: "Design dieses Geräts",
  wishExample: "Etwa „morgen, 6 Personen“",
  find: "Platz finden",
  findWish: (what) => `Finden: ${what}`,
  kinds: {
    room: "Raum",
    booth: "Telefonbox",
    hot_desk: "Arbeitsplatz",
    dedicated_desk: "fester Arbeitsplatz",
    equipment: "Gerät",
  },
};
