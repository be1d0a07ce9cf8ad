import type { PrintJobStatus } from "@working-social/copier/schema";
import { formatList, numberFormat, plural } from "@working-social/kernel";
import { formatPrice } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
import type { PageSource } from "./split.ts";
import type { PrintTexts } from "./print-texts.ts";

const statuses: Record<PrintJobStatus, string> = {
  held: "wartet",
  released: "wird gedruckt",
  settled: "gedruckt",
  cancelled: "gelöscht",
  expired: "nicht rechtzeitig gedruckt",
  unassigned: "liegt beim Empfang",
  unpriced: "Preis folgt",
  uncounted: "wird gezählt",
  house: "geht aufs Haus",
};

const sources: Record<PageSource, string> = {
  plan: "aus Ihrem Tarif",
  team_plan: "aus dem Tarif Ihres Teams",
  pack: "aus Ihrem Paket",
  credits: "aus Ihrem Guthaben",
};

export const texts: PrintTexts = {
  title: "Drucken",
  subtitle: "Was am Kopierer wartet, was jedes Dokument kostet und was Sie gedruckt haben.",

  waiting: "Wartet auf Sie",
  waitingCount: (n) =>
    n === 0 ? "Nichts wartet" : plural("de", n, { one: "1 Dokument wartet", other: `${n} Dokumente warten` }),
  nothingTitle: "Nichts wartet auf Sie",
  nothingText:
    "Drucken Sie von Ihrem Computer an den Kopierer, mit Ihrer E-Mail-Adresse als Benutzername. Das Dokument wartet hier mit seinem Preis, bis Sie es drucken.",
  untitled: "Dokument ohne Titel",
  pages: (sides, colour) =>
    colour === "colour"
      ? plural("de", sides, { one: "1 Farbseite", other: `${sides} Farbseiten` })
      : plural("de", sides, { one: "1 Schwarz-Weiß-Seite", other: `${sides} Schwarz-Weiß-Seiten` }),
  copies: (n) => plural("de", n, { one: "1 Exemplar", other: `${n} Exemplare` }),
  duplex: (sheets) => `beidseitig, ${sheets} Blatt`,
  otherPaper: "anderes Papier",
  expires: (when) => `wartet bis ${when}`,
  fromCredits: (pages, source) => `${formatList("de", pages)} ${sources[source]}`,
  times: (n, each, total, currency) => `${n} × ${formatPrice(each, currency)} = ${formatPrice(total, currency)}`,
  restMoney: (total, currency) => `der Rest für ${formatPrice(total, currency)}`,
  allMoney: (total, currency) => formatPrice(total, currency),
  split: (parts) => formatList("de", parts, "unit"),
  free: "kostenlos",
  noPriceYet: "Für diese Art von Druck gibt es noch keinen Preis. Fragen Sie am Empfang.",
  after: (left) => `Danach übrig: ${left}`,
  owedAfter: (owed) => `Danach im Minus: ${owed}`,
  release: "Drucken",
  releaseFor: (price) => `Für ${price} drucken`,
  releaseName: (button, title, split) => `${button}: ${title}, ${split}`,
  released: (title) => `„${title}“ wird gedruckt`,
  printing: "Ihr Dokument kommt jetzt heraus",
  printingText: "Abgerechnet werden die Seiten, die wirklich herauskommen.",
  releaseAll: (n) => (n === 2 ? "Beide drucken" : `Alle ${n} drucken`),
  releaseAllFor: (n, price) => (n === 2 ? `Beide für ${price} drucken` : `Alle ${n} für ${price} drucken`),
  allTogether: (n) => (n === 2 ? "Beide zusammen" : `Alle ${n} zusammen`),
  nothingMore: "nichts zu zahlen",
  allReleased: (n) => `${n} Dokumente werden gedruckt`,
  someReleased: (done, n) => `${done} von ${n} werden gedruckt. Beim nächsten ging es nicht:`,
  cancel: "Löschen",
  cancelName: (title) => `Löschen: ${title}`,
  cancelTitle: "Dieses Dokument löschen?",
  cancelText: (title) =>
    `„${title}“ wird nicht gedruckt und kostet nichts. Wenn Sie es später drucken möchten, schicken Sie es noch einmal.`,
  cancelConfirm: "Dokument löschen",
  cancelled: "Gelöscht. Es wurde nichts berechnet.",
  buyInstead: "Erst ein Paket kaufen",
  buyInsteadName: (title) => `Erst ein Paket kaufen, für ${title}`,

  balances: "Übrige Seiten",
  balance: (pages) => `${pages} übrig`,
  balanceHeld: (pages, held) => `${pages} übrig, ${held} zurückgelegt für Wartendes`,
  balanceOwed: (pages) => `${pages} im Minus`,

  atCopier: "Am Kopierer",
  codeText:
    "Halten Sie den Code vor den Bildschirm des Kopierers, oder geben Sie dort Ihre PIN ein. Dann drucken Sie, was wartet, direkt am Kopierer.",
  showCode: "Code anzeigen",
  newCode: "Neuen Code anzeigen",
  codeName: "QR-Code, der Ihre Dokumente am Kopierer öffnet",
  codeLeft: (clock) => `Noch ${clock} gültig`,
  codeOver: "Dieser Code ist abgelaufen.",
  makePin: "Neue PIN erzeugen",
  pinText: "Sechs Ziffern, für Sie erzeugt. Eine frühere PIN gilt dann nicht mehr.",
  pinIs: "Ihre PIN",
  pinOnce: "Wird nur dieses eine Mal angezeigt: Bewahren Sie sie so auf, dass nur Sie sie finden.",

  prices: "Preise",
  pricesAt: (place) => `Preise: ${place}`,
  pricesText: "Je bedruckter Seite. Zuerst wird Ihr Guthaben verbraucht.",
  pricesPlusTax: (percent) => `Dazu kommen ${percent} Umsatzsteuer.`,
  noPrices: "Noch keine Preise.",
  paper: "Papier",
  mono: "Schwarz-Weiß",
  colour: "Farbe",
  bothSides: (price) => `beidseitig ${price}`,
  counts: (n) =>
    n === 0
      ? "verbraucht kein Guthaben"
      : plural("de", n, { one: "zählt als 1 Seite", other: `zählt als ${n} Seiten` }),
  paperName: (name) => (name === "other" ? "Andere" : name),

  history: "Gedruckt",
  noHistoryTitle: "Sie haben hier noch nichts gedruckt",
  noHistoryText: "In dieser Liste bleibt jedes Dokument mit seinen Seiten und damit, womit es bezahlt wurde.",
  status: (status) => statuses[status],
  refunded: "erstattet",
  paidLater: (amount) => `davon ${amount} mit Guthaben bezahlt`,
  credits: (n) =>
    plural("de", n, { one: "1 Seite Guthaben", other: `${numberFormat(locale).format(n)} Seiten Guthaben` }),
  more: "Frühere anzeigen",
};
