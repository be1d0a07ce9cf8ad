import { formatList, formatPercent, plural } from "@working-social/kernel";
import type { UnitQuantity, UsedLot } from "@working-social/booking/schema";
import { formatMinutes, formatPrice } from "../../lib/format.ts";
import { locale } from "../../lib/locale.ts";
import { textsOf } from "../../lib/texts/catalog.ts";
import { uhr } from "../../lib/texts/clock.de.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { ofCredits, team, wer } from "../../lib/texts/whose.de.ts";
import type { Whose } from "../../lib/texts/whose.ts";
import type { BookingTexts, FeeStep, LineOf, TakenFrom } from "./booking-texts.ts";

const units = {
  hour: ({ minutes, unitPriceMinor }: LineOf<"time">, currency: string) =>
    `${formatMinutes(minutes)} zu ${formatPrice(unitPriceMinor, currency)} je Stunde`,
  half_day: ({ units: n, unitPriceMinor }: LineOf<"time">, currency: string) =>
    `${plural("de", n, { one: "Ein halber Tag", other: `${n} halbe Tage` })} zu ${formatPrice(unitPriceMinor, currency)}`,
  day: ({ units: n, unitPriceMinor }: LineOf<"time">, currency: string) =>
    `${plural("de", n, { one: "Ein Tag", other: `${n} Tage` })} zu ${formatPrice(unitPriceMinor, currency)}`,
};

/** As the object of „zahlen“ and „kosten“. */
function share(percent: number): string {
  if (percent === 100) return "den vollen Preis";
  return percent === 50 ? "die Hälfte" : `${formatPercent(locale, percent / 100)} des Preises`;
}

const taken: Record<TakenFrom, string> = {
  money: "",
  credits: ", und zwar vom Guthaben",
  both: ", bei Geld und Guthaben gleichermaßen",
};
const andLater = (steps: readonly FeeStep[]) =>
  steps.map(({ from, percent }) => `, ab ${uhr(from)} ${share(percent)}`).join("");

/** Behind „aus“. */
function lotWords({ source, owner, label, isPlanned }: UsedLot, month: string | null, whose: Whose): string {
  const isTeams = owner === "team";
  const isOwn = !isTeams && whose === null;
  const of = isTeams ? (whose === null ? "Ihres Teams" : `des Teams von ${whose}`) : `von ${whose}`;
  const forWhom = isOwn ? "" : isTeams ? ` für ${team(whose)}` : ` für ${whose}`;
  const their = (what: string) => (isOwn ? `Ihrem ${what}` : `dem ${what} ${of}`);
  if (isPlanned && month) return `${their("Tarif")} für ${month}`;
  switch (source) {
    case "plan":
      return their("Tarif");
    case "rollover":
      return their("Übertrag");
    case "pack":
      return `${their("Paket")} („${label}“)`;
    case "gift":
      return `der Gutschrift „${label}“${forWhom}`;
    case "overdraft":
      return "dem erlaubten Minus";
    case "returned":
      return `der Rückbuchung von „${label}“${forWhom}`;
  }
}

const creditsOf = ({ unit, quantity }: UnitQuantity) => textsOf(creditUnitTexts).quantity(unit, null, quantity);

export const texts: BookingTexts = {
  whatItCosts: "Was es kostet und warum",
  total: "Gesamt",
  nothing: "Nichts zu zahlen",
  free: "kostenlos",
  includesTax: "in den Preisen oben enthalten",
  lineTime: (line, currency) => units[line.unit](line, currency),
  lineMinimum: (line, currency) => `Aufschlag bis zum Mindestpreis von ${formatPrice(line.minimumMinor, currency)}`,
  lineKept: "Vom früheren Preis einbehalten",
  lineKeptWhy: (line, currency) =>
    `Die kostenlose Frist ist vorbei: Zu zahlen bleiben ${formatPercent(locale, line.feePercent / 100)} von ${formatPrice(line.earlierTotalMinor, currency)}`,
  lineKeptCredits: (line, whose) => `Einbehalten: ${ofCredits(creditsOf(line), whose)}`,
  lineKeptCreditsWhy: (line) =>
    `Die kostenlose Frist ist vorbei: einbehalten von ${creditsOf({ ...line, quantity: line.earlierQuantity })} der früheren Buchung`,
  lineLot: (quantity, lot, month, whose) => `${quantity} aus ${lotWords(lot, month, whose)}`,
  lotLeft: (left, lastDay) => (lastDay ? `noch ${left}, gültig bis ${lastDay}` : `noch ${left}`),
  lotPlanned: (left, month) => `danach noch ${left} für ${month}`,
  lotAfter: (left) => `danach noch ${left}`,
  lotPlannedWhy: (month) => `Wird vom Tarif für ${month} abgezogen, sobald der Monat beginnt`,
  restHours: (minutes, priceMinor, currency) => `${formatMinutes(minutes)} × ${formatPrice(priceMinor, currency)}`,
  restDays: (days, priceMinor, currency) =>
    `${days} ${plural("de", days, { one: "Tag", other: "Tage" })} × ${formatPrice(priceMinor, currency)}`,
  restWhy: (rate, unit) => `${rate}, ${unit === "hour" ? "je Stunde" : "je Tag"}`,
  paidBy: (pieces) => formatList("de", pieces, "unit"),
  withRest: (piece, left) => `${piece} (${left})`,
  equals: (what, amount) => `${what} = ${amount}`,
  lineFree: (line) => `${formatMinutes(line.minutes)} kostenlos`,
  lineTax: (line) => `${line.name} ${formatPercent(locale, line.basisPoints / 10_000)}`,
  forPeople: (capacity) => plural("de", capacity, { one: "für 1 Person", other: `für ${capacity} Personen` }),
  costs: (credits, money) => [...credits, ...(money ? [money] : [])].join(" + "),
  freeUntilStart: "Bis zum Beginn kostenlos stornierbar.",
  freeThen: (first, later, from, whose) =>
    `Bis ${uhr(first.from)} kostenlos stornierbar. Danach ${whose === null ? "zahlen Sie" : `zahlt ${whose}`} ${share(first.percent)}${andLater(later)}${taken[from]}.`,
  costsNow: (percent, later, from) => `Stornieren kostet jetzt ${share(percent)}${andLater(later)}${taken[from]}.`,
  keepsNow: (credits, later, whose) =>
    `Stornieren kostet seit der Änderung ${ofCredits(formatList("de", credits), whose)}${andLater(later)}.`,
  title: "Titel",
  titlePlaceholder: "Teambesprechung",
  titlePublic: "Andere sehen den Titel",
  titlePublicHint: "In der Tagesübersicht dieses Standorts. Ihr Name steht nicht dabei.",
  bookFor: "Buchen für",
  bookForMyself: "Mich",
  bookForHint: "Als Team vor Ort sind Sie nicht an die Regeln für Mitglieder gebunden.",
  bookThing: (name) => `${name} buchen`,
  askForThing: (name) => `${name} anfragen`,
  hold: "10 Minuten vormerken",
  needsApproval: (whose) =>
    `Das Team vor Ort sieht sich das zuerst an. ${wer(whose, "bekommen", "bekommt")} dann eine E-Mail. Bis dahin kann niemand sonst diese Zeit buchen.`,
  cannotTitle: "Das lässt sich nicht buchen",
  justTakenTitle: "Gerade eben vergeben",
  takenTitle: "Zu dieser Zeit belegt",
  priceTitle: "Der Preis hat sich geändert",
  insteadWorks: "Das wäre möglich:",
  byRule: (name) => `Regel „${name}“`,
  booked: (name, whose) => (whose === null ? `${name} ist für Sie gebucht` : `${name} ist für ${whose} gebucht`),
  askedFor: (name) => `${name} ist angefragt`,
  askedForText: "Sie bekommen eine E-Mail, sobald jemand die Anfrage beantwortet hat.",
  undo: "Rückgängig",
  undone: "Rückgängig gemacht. Es ist nichts gebucht.",
  open: "Ansehen",
  loadingPrice: "Preis wird ermittelt",
};
