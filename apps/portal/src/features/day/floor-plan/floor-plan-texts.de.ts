import { plural } from "@working-social/kernel";
import { costWords } from "../../../lib/texts/credit-units.ts";
import type { FloorPlanTexts } from "./floor-plan-texts.ts";

export const texts: FloorPlanTexts = {
  view: "Grundriss",
  plan: (floor, location, day) => `Grundriss: ${floor}, ${location}, ${day}`,
  help: "Die Pfeiltasten gehen zum nächsten Platz in ihrer Richtung, Pos1 und Ende zum ersten und letzten. Die Eingabetaste wählt aus.",
  floors: "Etage",
  floorFree: (name, free) => `${name} · ${free} frei`,
  time: "Uhrzeit",
  zoomIn: "Vergrößern",
  zoomOut: "Verkleinern",
  zoomFit: "Ganze Etage",

  free: "Frei",
  yours: "Ihre Buchung",
  taken: "Belegt",
  closed: "Geschlossen",
  past: "Vorbei",
  notThen: "Dann nicht",
  notForYou: "Nicht in Ihrem Tarif",
  until: (time) => `bis ${time}`,
  freeOf: (free, all) => `${free} von ${all} frei`,
  seats: (n) => plural("de", n, { one: "1 Person", other: `${n} Personen` }),
  price: (minor, currency, credits) => costWords(minor, currency, credits, "Kostenlos"),
  pool: (name) => `gehört zu ${name}`,
  onArrival: "Sie suchen sich vor Ort einen freien Platz aus",
  chosen: "ausgewählt",
  read: (parts) => parts.filter(Boolean).join(", "),
  line: (parts) => parts.filter(Boolean).join(" · "),
  hint: "Wählen Sie einen Platz, um zu sehen, was er kostet.",
  elsewhere: "Auf keiner Etage",
  legend: "Was die Zeichen bedeuten",

  noneTitle: "Noch kein Grundriss",
  noneText: "Sobald das Team die Etagen gezeichnet hat, finden Sie Räume und Arbeitsplätze dort, wo sie sind.",
  draw: "Etagen zeichnen",
  loadErrorTitle: "Der Grundriss konnte nicht geladen werden",
};
