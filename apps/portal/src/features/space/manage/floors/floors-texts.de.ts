import { formatList, numberFormat, plural } from "@working-social/kernel";
import { locale } from "../../../../lib/locale.ts";
import type { ManageFloorsTexts } from "./floors-texts.ts";

const floors = (n: number) => plural("de", n, { one: `${n} Etage`, other: `${n} Etagen` });
const metres = (cm: number) => numberFormat(locale, { minimumFractionDigits: 2 }).format(cm / 100);

export const texts: ManageFloorsTexts = {
  subtitle: "Wo Räume und Arbeitsplätze liegen. Mitglieder sehen im Grundriss, was frei ist.",
  add: "Etage hinzufügen",
  import: "Zeichnung importieren",
  floor: "Etage",
  noneTitle: "Noch keine Etage gezeichnet",
  noneText:
    "Zeichnen Sie eine Etage und setzen Sie Räume und Arbeitsplätze hinein, oder importieren Sie die Zeichnung eines Gebäudes aus FloorspaceJS.",

  newTitle: "Etage hinzufügen",
  name: "Name",
  firstName: (n) => (n === 0 ? "Erdgeschoss" : `${n}. Etage`),
  widthM: "Breite",
  depthM: "Tiefe",
  metres: "m",
  create: "Hinzufügen",
  cancel: "Abbrechen",
  created: (n) => plural("de", n, { one: "Die Etage ist da.", other: `${n} Etagen sind da.` }),

  importTitle: "Zeichnung importieren",
  importText:
    "Eine Datei aus FloorspaceJS (.json). Jedes Stockwerk wird zu einer Etage, jeder Raum zu einer Form mit seinem Namen. Bilder in der Datei bleiben weg.",
  file: "Zeichnung",
  tooBig: "Die Datei ist größer als 10\u00A0MB.",
  problem: ({ code, where }) => {
    switch (code) {
      case "not_json":
        return "Diese Datei ist keine Zeichnung aus FloorspaceJS: Sie enthält kein JSON.";
      case "not_floorspace":
        return where
          ? `Diese Datei ist keine Zeichnung aus FloorspaceJS. Es hakt bei ${where}.`
          : "Diese Datei ist keine Zeichnung aus FloorspaceJS.";
      case "no_storeys":
        return "In der Zeichnung gibt es kein Stockwerk, auf dem etwas gezeichnet ist.";
      case "broken_outline":
        return `Der Umriss von ${where} führt ins Leere. Zeichnen Sie ihn in FloorspaceJS neu.`;
      case "too_large":
        return `Das Gebäude misst ${where}. Möglich ist höchstens ein Kilometer.`;
      case "too_many_shapes":
        return `${where} hat mehr als ${numberFormat(locale).format(2000)} Räume.`;
    }
  },
  problemsTitle: "Diese Zeichnung lässt sich nicht importieren",
  found: (n, spaces) =>
    formatList("de", [floors(n), plural("de", spaces, { one: `${spaces} Raum`, other: `${spaces} Räume` })], "unit"),
  shapesOn: (all) =>
    formatList(
      "de",
      all.map(({ name, shapes }) => `${name} (${shapes})`),
      "unit",
    ),
  undrawn: (n) =>
    plural("de", n, {
      one: "1 Raum der Datei hat keinen Umriss, oder er umschließt nichts. Er bleibt weg.",
      other: `${n} Räume der Datei haben keinen Umriss, oder er umschließt nichts. Sie bleiben weg.`,
    }),
  tooDetailed: (where) => {
    const more = where.length - 3;
    const named = formatList("de", [...where.slice(0, 3), ...(more > 0 ? [`${more} weiteren`] : [])]);
    const corners = numberFormat(locale).format(2000);
    return plural("de", where.length, {
      one: `Der Umriss von ${named} hat mehr als ${corners} Ecken und bleibt deshalb weg. Zeichnen Sie ihn in FloorspaceJS einfacher.`,
      other: `Die Umrisse von ${named} haben mehr als ${corners} Ecken und bleiben deshalb weg. Zeichnen Sie sie in FloorspaceJS einfacher.`,
    });
  },
  importNow: (n) => `${floors(n)} hinzufügen`,

  tools: "Werkzeug",
  select: "Auswählen",
  rectangle: "Rechteck",
  polygon: "Vieleck",
  undo: "Rückgängig",
  redo: "Wiederholen",
  grid: "Raster",
  gridOff: "Aus",
  gridCm: (cm) => `${cm}\u00A0cm`,
  closer: "Näher heran",
  further: "Weiter weg",
  canvas: (name) => `Zeichnung von ${name}`,
  canvasHelp:
    "Jede Form ist mit der Tabulatortaste zu erreichen. Pfeiltasten verschieben sie im Raster, mit der Umschalttaste ändern sie ihre Größe. Entf löscht sie, die Eingabetaste führt zu ihren Maßen.",
  polygonHelp:
    "Klicken Sie für jede Ecke. Fertig ist das Vieleck mit einem Klick auf die erste Ecke oder mit der Eingabetaste; Esc bricht ab.",
  shape: (name, kind, size) => `${name}, ${kind}, ${size}`,
  unnamed: "Ohne Namen",
  size: (widthCm, heightCm) => `${metres(widthCm)} × ${metres(heightCm)}\u00A0m`,

  toPlace: "Noch auf keiner Etage",
  allPlaced: "Alles hat seinen Platz.",
  place: (name) => `${name} einsetzen`,
  placeDesks: (name, n) =>
    plural("de", n, { one: `${name}: 1 Platz einsetzen`, other: `${name}: ${n} Plätze einsetzen` }),
  full: "Auf dieser Etage ist keine Stelle mehr frei. Vergrößern Sie die Etage oder verschieben Sie etwas.",

  nothing: "Nichts ausgewählt",
  nothingText: "Wählen Sie eine Form aus, um ihre Maße zu sehen, oder zeichnen Sie eine.",
  kind: "Art",
  kinds: { space: "Raum oder Arbeitsplatz", wall: "Wand", area: "Bereich zur Orientierung" },
  label: "Beschriftung",
  labelHint: "Steht anstelle des Namens.",
  link: "Steht für",
  linkNone: "Nichts, was sich buchen lässt",
  wholePool: (name) => `${name} (alle)`,
  left: "Von links",
  top: "Von oben",
  width: "Breite",
  height: "Höhe",
  cm: "cm",
  corners: "Ecken",
  cornerX: (n) => `Ecke ${n}, von links`,
  cornerY: (n) => `Ecke ${n}, von oben`,
  addCorner: (n) => `Nach Ecke ${n} eine Ecke einfügen`,
  removeCorner: (n) => `Ecke ${n} entfernen`,
  remove: "Form löschen",
  aboutFloor: "Die Etage",
  order: "Reihenfolge",
  orderHint: "Etagen mit kleinerer Zahl kommen zuerst.",
  removeFloor: "Etage löschen",
  removeFloorTitle: (name) => `${name} löschen?`,
  removeFloorText: (n) =>
    plural("de", n, {
      one: "Die Zeichnung mit 1 Form ist dann endgültig weg. Räume und Arbeitsplätze bleiben und lassen sich buchen wie bisher.",
      other: `Die Zeichnung mit ${n} Formen ist dann endgültig weg. Räume und Arbeitsplätze bleiben und lassen sich buchen wie bisher.`,
    }),
  removed: "Die Etage ist gelöscht.",
  save: "Zeichnung speichern",
  saved: "Die Zeichnung ist gespeichert.",
  showTheirs: "Die andere Zeichnung anzeigen",
  leave: "Die Seite verlassen, ohne zu speichern? Was Sie gezeichnet haben, geht verloren.",
};
