import { plural } from "@working-social/kernel";
import { uhr } from "../../../lib/texts/clock.de.ts";
import type { TodayTexts } from "./today-texts.ts";

export const texts: TodayTexts = {
  subtitle: (day, location) => `${day} · ${location}`,
  pending: "Wartet auf Sie",
  nonePending: "Nichts wartet auf eine Genehmigung.",
  asked: (who) => `${who} fragt an`,
  holds: "Gerade vorgemerkt",
  heldBy: (who, until) => `${who}, bis ${uhr(until)}`,
  resources: "Jetzt und danach",
  book: "Buchen",
  bookThing: (name) => `Buchen: ${name} für ein Mitglied`,
  table: "Alle Räume und Arbeitsplätze, jetzt und danach",
  resource: "Raum oder Arbeitsplatz",
  now: "Jetzt",
  next: "Danach",
  free: "Frei",
  freeUntil: (time) => `Frei bis ${time}`,
  closed: "Geschlossen",
  opensAt: (time) => `Geschlossen, öffnet ${uhr(time)}`,
  busyUntil: (who, time) => `${who}, bis ${time}`,
  unitsFree: (free, all) => `${free} von ${all} frei`,
  nothingMore: "Heute nichts mehr",
  nextAt: (time, who) => `${time} ${who}`,
  someone: "Jemand",
  upcoming: (n) => plural("de", n, { one: "1 Buchung", other: `${n} Buchungen` }),
  seeAll: "Alle von heute",
  closedToday: "Heute geschlossen",
};
