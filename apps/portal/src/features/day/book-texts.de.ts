import { formatList, formatPercent, plural } from "@working-social/kernel";
import type { ResourceKind } from "@working-social/booking/schema";
import { formatMinutes } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
import { uhr } from "../../lib/texts/clock.de.ts";
import { costWords } from "../../lib/texts/credit-units.ts";
import type { BookTexts } from "./book-texts.ts";

const count = (n: number, one: string, other: string) => `${n} ${plural("de", n, { one, other })}`;
const seats = (n: number) => count(n, "Platz", "Plätze");
const people = (n: number) => count(n, "Person", "Personen");

const kinds: Record<ResourceKind, { one: string; other: string; a: string; title: string }> = {
  room: { one: "Raum", other: "Räume", a: "ein Raum", title: "Raum" },
  booth: { one: "Telefonbox", other: "Telefonboxen", a: "eine Telefonbox", title: "Telefonbox" },
  hot_desk: {
    one: "flexibler Arbeitsplatz",
    other: "flexible Arbeitsplätze",
    a: "ein flexibler Arbeitsplatz",
    title: "Flexibler Arbeitsplatz",
  },
  dedicated_desk: {
    one: "fester Arbeitsplatz",
    other: "feste Arbeitsplätze",
    a: "ein fester Arbeitsplatz",
    title: "Fester Arbeitsplatz",
  },
  equipment: { one: "Gerät", other: "Geräte", a: "ein Gerät", title: "Gerät" },
};

/** "3 Räume passen" */
const fit = (kind: ResourceKind | null, n: number) => {
  const { one, other } = kind ? kinds[kind] : { one: "Platz", other: "Plätze" };
  return plural("de", n, { one: `${n} ${one} passt`, other: `${n} ${other} passen` });
};

export const texts: BookTexts = {
  title: "Buchen",
  allTimes: (zone) => `Alle Zeiten: ${zone}`,
  view: "Ansicht",
  day: "Tag",
  month: "Monat",
  floorPlan: "Grundriss",
  inLabel: "Standort",
  locationName: "",

  wishes: "Was Sie suchen",
  forLabel: "für",
  people,
  peopleName: "Personen, ",
  onLabel: "am",
  dateName: "Datum, ",
  atLabel: "um",
  timeName: "Beginn, ",
  longLabel: "Dauer",
  lengthName: "",
  length: formatMinutes,
  withLabel: "Wünsche",
  anything: "keine",
  wishCount: (first, more) => (more > 0 ? `${first} +${more}` : first),
  features: "Ausstattung",
  kinds: "Art",
  kind: (kind) => kinds[kind].title,
  noFeatures: "Hier ist noch keine Ausstattung hinterlegt.",
  clearWishes: "Zurücksetzen",
  previousDay: "Vorheriger Tag",
  nextDay: "Nächster Tag",
  results: (fitting, free, kind) => (fitting === 0 ? "Dazu passt hier nichts" : `${fit(kind, fitting)} · ${free} frei`),
  timeline: (day, location) => `${location}, ${day}`,
  gridHelp:
    "Mit den Pfeiltasten wechseln Sie Zeit und Raum, mit Bild auf und Bild ab den Tag. Pos1 und Ende springen zum Öffnen und Schließen. Umschalt mit links oder rechts ändert die Dauer. Die Eingabetaste wählt aus.",
  hours: "Uhrzeit",
  rooms: "Räume und Arbeitsplätze",

  seats: (n) => `${n}`,
  seatCount: seats,
  seatsRead: (n) => `für ${people(n)}`,
  tooSmall: "zu klein",
  otherKind: "andere Art",
  lacks: (features) => `ohne ${formatList("de", features)}`,
  notForYou: "nicht in Ihrem Tarif",
  unitsFree: (free, all) => `${free} von ${all} frei`,

  you: "Sie",
  yourChoice: "Gewählt",
  yours: "Ihre Buchung",
  held: "Vorgemerkt",
  pending: "Wartet auf Genehmigung",
  alsoFree: "auch frei",
  taken: "Belegt",
  kept: "Zwischen Buchungen frei gehalten",
  closed: "Geschlossen",
  free: "Frei",
  chosen: "ausgewählt",
  now: (time) => `Jetzt, ${uhr(time)}`,
  price: (minor, currency, credits) => costWords(minor, currency, credits, "kostenlos"),

  cell: (parts) => parts.filter(Boolean).join(", "),
  spanRead: (from, to) => uhr(`${from} bis ${to}`),
  panel: "Ihre Buchung",
  tooSmallNote: (name, wanted, n) => `${name} hat ${seats(n)}, Sie suchen Platz für ${people(wanted)}.`,
  lacksNote: (name, features) => `Bei ${name} fehlt: ${formatList("de", features)}.`,
  otherKindNote: (name, kind) => `${name} ist ${kinds[kind].a}.`,
  instead: (name) => `${name} nehmen`,

  noneTitle: (time) => `Um ${uhr(time)} ist nichts frei`,
  noneFitTitle: "Dazu passt hier nichts",
  noneFitText: "Mit weniger Personen oder weniger Wünschen finden Sie mehr.",
  nearest: "Am nächsten dran",
  otherTimes: "Zu einer anderen Zeit",
  otherRooms: "Zur selben Zeit, mit Abstrichen",
  otherPlaces: "Zur selben Zeit, woanders",
  misses: (parts) => parts.join(" · "),
  missing: (wish) => (wish === "people" ? "zu klein" : wish === "kind" ? "andere Art" : `ohne ${wish}`),
  searching: "Zeiten in der Nähe werden gesucht",
  noneAtAll: "Auch um diese Zeit herum ist nichts frei. Versuchen Sie es an einem anderen Tag.",

  bookedTitle: "Gebucht",
  bookedPending: "Angefragt",
  bookedPendingText: "Das Team vor Ort sieht sich die Anfrage an, und Sie bekommen eine E-Mail.",
  seeBooking: "Buchung ansehen",
  bookAnother: "Noch etwas buchen",

  moveTitle: "Buchung verschieben",
  moveHint:
    "Ziehen Sie sie in eine andere Zeit oder einen anderen Raum, oder wählen Sie die neue Stelle mit der Tastatur.",
  moveFrom: (when) => `Bisher: ${when}`,
  moveAction: "Verschieben",
  moveKeep: "So lassen",
  moved: (name, when) => `Verschoben: ${name}, ${uhr(when)}.`,
  moveSame: "Der Preis bleibt gleich.",
  moveCosts: (more) => `${more} mehr als bisher.`,
  moveSaves: (less) => `${less} weniger als bisher.`,
  noResourcesTitle: "Hier gibt es noch nichts zu buchen",
  noResourcesText: "Räume, Telefonboxen und Arbeitsplätze erscheinen hier, sobald das Team sie anlegt.",
  addResources: "Ersten Raum anlegen",
  noLocationTitle: "Dieser Space hat noch keinen Standort",
  noLocationText: "Ein Standort hat Öffnungszeiten, eine Währung und die Räume, die es dort gibt. Er kommt zuerst.",
  closedTitle: (day) => `Geschlossen am ${day}`,
  closedReason: (reason) => `${reason}.`,
  nextOpen: (when) => `Wieder geöffnet: ${uhr(when)}`,
  goNextOpen: (day) => `Zum ${day}`,
  notOpenSoon: "In den nächsten Wochen bleibt geschlossen.",
  loadErrorTitle: "Der Tag konnte nicht geladen werden",
  monthErrorTitle: "Der Monat konnte nicht geladen werden",
  roomDay: (name) => `${name}, der ganze Tag`,
  allRooms: "Alle Räume und Arbeitsplätze",
  freeUntil: (time) => `frei bis ${time}`,
  nextFree: (time) => `Ab ${time}`,
  notFreeAnyMore: "An diesem Tag nichts mehr frei",
  choose: (what, time) => `${what}, ${time}`,
  seeDay: "Der Tag von ",
  doesNotFit: "Passt nicht",
  hint: "Wählen Sie eine Zeit. Für länger gedrückt halten und ziehen.",

  previousMonth: "Vorheriger Monat",
  nextMonth: "Nächster Monat",
  thisMonth: "Dieser Monat",
  whole: "Ganzer Standort",
  shownResource: "Auslastung",
  full: (percent) => formatPercent(locale, percent / 100),
  share: (percent) => `zu ${formatPercent(locale, percent / 100)} gebucht`,
  closedShort: "zu",
  moreMine: (n) => `+${n} weitere`,
  monthDay: (parts) => parts.filter(Boolean).join(", "),
  noBookingsThisMonth: "In diesem Monat haben Sie keine Buchungen.",
  myMonth: "Ihre Buchungen in diesem Monat",
};
