import { germanUiTexts } from "@working-social/ui/texts/de";
import type { Formats } from "./formats.ts";
import type { KioskTexts, KioskWords } from "./kiosk-texts.ts";

type Balance = KioskTexts["balance"];
type PageUnit = Parameters<Balance["after"]>[1];
type Content = Parameters<KioskTexts["packs"]["what"]>[0];

const PAGES: Record<PageUnit, { one: string; other: string }> = {
  mono_pages: { one: "Schwarz-Weiß-Seite", other: "Schwarz-Weiß-Seiten" },
  colour_pages: { one: "Farbseite", other: "Farbseiten" },
};

const NO_PRICE = "Für diese Art von Ausdruck ist noch kein Preis festgelegt. Bitte fragen Sie am Empfang.";

function duration(seconds: number, { count }: Formats): string {
  return seconds < 100
    ? count(seconds, { one: "Sekunde", other: "Sekunden" })
    : count(Math.ceil(seconds / 60), { one: "Minute", other: "Minuten" });
}

const pages = (quantity: number, unit: PageUnit, { count }: Formats) => count(quantity, PAGES[unit]);

function contentOf({ unit, quantity, currency }: Content, formats: Formats): string {
  if (unit === "mono_pages" || unit === "colour_pages") return pages(quantity, unit, formats);
  return `${currency ? formats.money(quantity, currency) : formats.number(quantity)} Guthaben`;
}

const door: KioskTexts["door"] = {
  pageTitle: "Willkommen",
  welcome: "Willkommen.",
  seeTheDesk: "Bitte wenden Sie sich an den Empfang: Dort hilft man Ihnen gern.",
  print: "Drucken",
  printHow: "Mit Ihrer PIN oder Ihrem Code ausdrucken, was Sie an den Kopierer geschickt haben",
  member: "Sind Sie Mitglied?",
  memberHow: "Räume und Arbeitsplätze buchen Sie mit dem Smartphone unter dieser Adresse:",
  staff: "Für das Team: Portal öffnen",
  setUpPrinting: "Drucken auf diesem Bildschirm einrichten",
};

const start = (formats: Formats): KioskTexts["start"] => ({
  title: "Drucken",
  how: "Geben Sie Ihre PIN ein oder halten Sie Ihren Code an das Lesegerät.",
  where: "Ihren Code finden Sie im Portal unter „Drucken“, und dort können Sie eine PIN erstellen.",
  pad: "Ihre PIN",
  typed: (digits, of) => `${digits} von ${of} Ziffern`,
  clear: "Leeren",
  erase: "Letzte Ziffer löschen",
  checking: "Einen Moment\u00A0…",
  wrong_code: {
    pin: "Diese PIN stimmt nicht. Versuchen Sie es noch einmal. Falls Sie sie vergessen haben, erstellen Sie im Portal unter „Drucken“ eine neue.",
    code: "Dieser Code stimmt nicht oder ist abgelaufen. Einen neuen erhalten Sie im Portal unter „Drucken“.",
  },
  locked: (seconds) =>
    `Zu viele Fehlversuche: Dieser Bildschirm nimmt ${duration(seconds, formats)} lang keine PIN an. Ihr Code funktioniert trotzdem, und mit dem Smartphone können Sie sofort drucken.`,
  lockedForNow:
    "Zu viele Fehlversuche: Dieser Bildschirm nimmt vorübergehend keine PIN an. Ihr Code funktioniert trotzdem, und mit dem Smartphone können Sie sofort drucken.",
  short_pin: "Ihre PIN hat sechs Ziffern.",
  ended:
    "Ihr Code ist abgelaufen. Einen neuen erhalten Sie im Portal unter „Drucken“; Ihre Dokumente warten weiterhin.",
  refused: (code) =>
    `Das hat nicht geklappt (${code}). Bitte wenden Sie sich an den Empfang; Ihre Dokumente warten weiterhin.`,
  offlineCopier: (name) =>
    `${name} antwortet gerade nicht. Ihre Dokumente warten einen Tag lang. Bitte geben Sie am Empfang Bescheid.`,
});

const jobs = (formats: Formats): KioskTexts["jobs"] => ({
  waiting: (n) =>
    n === 0
      ? "Für Sie wartet hier nichts."
      : formats.plural(n, {
          one: "Für Sie wartet 1 Dokument.",
          other: `Für Sie warten ${formats.number(n)} Dokumente.`,
        }),
  none: (copier) => `Schicken Sie vom Computer etwas an ${copier}: Es erscheint hier von selbst.`,
  elsewhere: (name, n) =>
    formats.plural(n, {
      one: `Bei ${name} wartet 1 Dokument.`,
      other: `Bei ${name} warten ${formats.number(n)} Dokumente.`,
    }),
  untitled: "Ohne Titel",
  sheets: ({ sides, sheets }) =>
    `${formats.count(sides, { one: "Seite", other: "Seiten" })} auf ${formats.count(sheets, { other: "Blatt" })}`,
  copies: (copies) => formats.count(copies, { one: "Exemplar", other: "Exemplare" }),
  colour: { mono: "schwarz-weiß", colour: "farbig" },
  duplex: "beidseitig",
  paper: (size) => (size === "other" ? "anderes Papierformat" : size),
  noPrice: NO_PRICE,
  release: "Drucken",
  releaseFor: (price) => `Drucken · ${price}`,
  named: (words, title) => `${words}, ${title}`,
  releaseAll: (n, price) => (price ? `Alle ${n} drucken · ${price}` : `Alle ${n} drucken`),
  printing: "Wird gedruckt",
  remove: "Löschen",
  sure: "Dokument löschen? Es lässt sich dann nicht mehr drucken.",
  removeNow: "Ja, löschen",
  keep: "Behalten",
  leave: "Fertig",
  working: "Einen Moment\u00A0…",
});

const balance = (formats: Formats): Balance => ({
  split: ({ credits, unit, moneyMinor, currency, product }) => {
    const owed = formats.money(moneyMinor, currency);
    const amount = product
      ? `${formats.number(product.sides)}\u00A0×\u00A0${formats.money(product.eachMinor, currency)} =\u00A0${owed}`
      : owed;
    if (credits === 0) return moneyMinor === 0 ? "Kostet nichts" : `${amount} auf Ihre Rechnung`;
    const own = pages(credits, unit, formats);
    return moneyMinor === 0 ? `${own} aus Ihrem Guthaben` : `${own} aus Ihrem Guthaben, ${amount} auf Ihre Rechnung`;
  },
  after: (left, unit) =>
    left < 0 ? `Danach ${pages(-left, unit, formats)} im Minus` : `Danach noch ${pages(left, unit, formats)}`,
  left: ({ left, unit }) =>
    left < 0 ? `${pages(-left, unit, formats)} im Minus` : `Noch ${pages(left, unit, formats)}`,
  have: ({ left, held, unit }) => {
    if (left < 0) return `${pages(-left, unit, formats)} im Minus`;
    const all = pages(left + held, unit, formats);
    if (held === 0) return all;
    return left === 0
      ? `${all}, zurückgelegt für Ihre Dokumente`
      : `${all}, davon ${formats.number(held)} zurückgelegt für Ihre Dokumente`;
  },
  topUp: "Mehr Seiten kaufen",
  title: "Ihre Seiten",
});

const notices: KioskTexts["notices"] = {
  price_changed: (title) =>
    `Der Preis für „${title}“ hat sich geändert. Es wurde nichts gedruckt; den neuen Preis sehen Sie unten.`,
  device_offline: (name) =>
    `${name} antwortet gerade nicht. Ihre Dokumente warten weiterhin. Bitte geben Sie am Empfang Bescheid.`,
  deleted: (title) => `„${title}“ ist gelöscht. Was dafür zurückgelegt war, steht Ihnen wieder zur Verfügung.`,
  job_gone: "Dieses Dokument wartet nicht mehr: Es wurde gedruckt, gelöscht oder wartete länger als einen Tag.",
  no_price: NO_PRICE,
  bought: (what, price) => `Gekauft: ${what}. Der Betrag von ${price} ist als offener Posten vermerkt.`,
  boughtFree: (what) => `Gutgeschrieben: ${what}.`,
  pack_price_changed:
    "Der Preis dieses Pakets hat sich geändert. Es wurde nichts gekauft; den neuen Preis sehen Sie unten.",
  pack_gone: "Dieses Paket wird nicht mehr angeboten. Es wurde nichts gekauft.",
  refused: (code) => `Das hat nicht geklappt (${code}). Bitte wenden Sie sich an den Empfang.`,
};

const done = (formats: Formats): KioskTexts["done"] => ({
  title: (n) =>
    formats.plural(n, { one: "Ihr Dokument wird gedruckt", other: `${formats.number(n)} Dokumente werden gedruckt` }),
  fetch: (name) => `Holen Sie Ihre Ausdrucke bei ${name} ab.`,
  stopped: (why) => `Die übrigen wurden nicht gedruckt: ${why}`,
  more: (n) => `Zurück zu meinen Dokumenten (${formats.number(n)})`,
  leave: "Fertig",
});

const packs = (formats: Formats): KioskTexts["packs"] => ({
  title: "Mehr Seiten kaufen",
  none: "Im Moment gibt es nichts zu kaufen. Was Ihre Seiten nicht decken, kommt auf Ihre Rechnung.",
  pays: "Sie zahlen hier nichts: Was Sie kaufen, wird als offener Posten vermerkt.",
  what: (content) => contentOf(content, formats),
  content: ({ validDays, ...content }) =>
    validDays === null
      ? `${contentOf(content, formats)}, verfällt nicht`
      : `${contentOf(content, formats)}, ${formats.count(validDays, { one: "Tag", other: "Tage" })} gültig`,
  buy: (price) => `Kaufen · ${price}`,
  sure: (what, price) => `${what}: Der Betrag von ${price} wird als offener Posten vermerkt.`,
  buyNow: (price) => `Ja, für ${price} kaufen`,
  keep: "Nicht kaufen",
  back: "Zurück zu meinen Dokumenten",
});

const countdown = (formats: Formats): KioskTexts["countdown"] => ({
  left: (seconds) => `Neustart in ${formats.count(seconds, { one: "Sekunde", other: "Sekunden" })}`,
  stay: "Ich bin noch da",
  warning: (seconds) =>
    `Dieser Bildschirm beginnt in ${seconds} Sekunden von vorn. Drücken Sie eine beliebige Taste, um weiterzumachen.`,
});

const setUp: KioskTexts["setUp"] = {
  title: "Drucken auf diesem Bildschirm einrichten",
  how: "Für die Verwaltung: Legen Sie im Portal unter „Verwaltung“, „Kopierer“ beim Kopierer einen Kiosk an. Sein Code wird einmal angezeigt: Scannen Sie ihn mit der Kamera dieses Geräts oder fügen Sie sein Token hier ein.",
  token: "Kiosk-Token",
  hint: "Es beginnt mit wsk_. Es bleibt in diesem Browser und erlaubt nur eines: dass man eigene Dokumente druckt.",
  check: "Prüfen und speichern",
  none: "Das ist kein Kiosk-Token: Es beginnt mit wsk_ und hat 47 Zeichen.",
  agent: "Das ist das Token des Druckservers. Ein Kiosk braucht ein eigenes, mit dem man nur drucken kann.",
  unknown: "Dieses Token gehört zu keinem Kiosk oder gilt nicht mehr. Erstellen Sie beim Kopierer ein neues.",
  offline:
    "Der Server ist nicht erreichbar. Prüfen Sie die Netzverbindung dieses Geräts und versuchen Sie es noch einmal.",
  revoked:
    "Dieser Bildschirm war schon eingerichtet, aber sein Token gilt nicht mehr. Ein neues gibt Ihnen die Verwaltung.",
  notKept: "Dieser Browser speichert nichts. Nach einem Neustart muss der Bildschirm neu eingerichtet werden.",
  back: "Zurück",
};

const staff: KioskTexts["staff"] = {
  open: "Team",
  title: "Dieser Bildschirm",
  kiosk: "Name",
  copier: "Kopierer",
  online: (copier) => `${copier} · erreichbar`,
  silent: (copier) => `${copier} · nicht erreichbar`,
  place: "Standort",
  theme: "Darstellung",
  themes: { system: "Wie das Gerät", light: "Hell", dark: "Dunkel" },
  forget: "Diesen Kiosk entfernen",
  forgetMeans: "Danach kann hier niemand drucken, bis die Verwaltung diesem Bildschirm ein neues Token gibt.",
  forgetNow: "Ja, entfernen",
  keep: "Behalten",
  portal: "Portal öffnen",
  back: "Zurück",
};

const texts = (formats: Formats): KioskTexts => ({
  language: "Sprache",
  money: formats.money,
  door,
  start: start(formats),
  jobs: jobs(formats),
  balance: balance(formats),
  notices,
  done: done(formats),
  packs: packs(formats),
  countdown: countdown(formats),
  offline: "Kein Netz: Dieser Bildschirm versucht es von selbst wieder, und Ihre Dokumente warten.",
  setUp,
  staff,
});

export const german: KioskWords = { texts, ui: germanUiTexts };
