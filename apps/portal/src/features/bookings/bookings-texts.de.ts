import { formatPercent, plural } from "@working-social/kernel";
import { locale } from "../../lib/locale.ts";
import { uhr } from "../../lib/texts/clock.de.ts";
import { ofCredits, wer } from "../../lib/texts/whose.de.ts";
import type { Whose } from "../../lib/texts/whose.ts";
import type { BookingsTexts } from "./bookings-texts.ts";

/** Behind the name of whoever did it. */
const actions: Record<string, string> = {
  "booking.created": "hat gebucht",
  "booking.held": "hat vorgemerkt",
  "booking.changed": "hat die Buchung geändert",
  "booking.cancelled": "hat storniert",
  "booking.fee_waived": "hat die Gebühr erlassen",
  "booking.deleted": "hat die Buchung entfernt",
  "booking.approved": "hat genehmigt",
  "booking.declined": "hat abgelehnt",
  "booking.released": "hat die Zeit freigegeben",
  "booking.expired": "hat die Vormerkung beendet",
  "booking.request_reminded": "hat den Empfang erinnert",
  "booking.request_expired": "hat die unbeantwortete Anfrage beendet",
  "booking.cancelled_by_house": "hat für den Space storniert",
  "booking.unit_assigned": "hat einen Platz zugewiesen",
};

const agreed = "wie bei der Buchung vereinbart";
const costs = (whose: Whose) => `Das kostet ${whose ?? "Sie"}`;
const percentOf = (percent: number) => formatPercent(locale, percent / 100);

export const texts: BookingsTexts = {
  title: "Meine Buchungen",
  subtitle: "Was kommt und was war.",
  upcoming: "Kommende",
  past: "Vergangene",
  which: "Welche Buchungen",
  more: "Mehr anzeigen",
  noUpcoming: "Nichts gebucht",
  noUpcomingText: "Räume, Telefonboxen und Arbeitsplätze sind in wenigen Sekunden gebucht. Den Preis sehen Sie vorher.",
  noPast: "Noch nichts",
  noPastText: "Was Sie gebucht haben, bleibt hier stehen: was es gekostet hat und warum.",
  book: "Raum oder Arbeitsplatz buchen",
  asOf: (when) => `Stand: ${when}. Was sich seitdem geändert hat, sehen Sie, sobald die Verbindung wieder da ist.`,
  count: (n) => plural("de", n, { one: "1 Buchung angezeigt", other: `${n} Buchungen angezeigt` }),

  back: "Meine Buchungen",
  backToBoard: "Buchungen",
  zone: (city, offset) => (city === offset ? city : `Ortszeit ${city} (${offset})`),
  severalZones: "In der Reihenfolge, in der sie stattfinden. Jede Zeit ist die Ortszeit des Standorts.",
  when: "Wann",
  where: "Wo",
  place: "Platz",
  placeOnArrival: (whose) =>
    whose === null ? "Sie suchen sich vor Ort einen aus" : `${whose} sucht sich vor Ort einen aus`,
  forWhom: "Für",
  price: "Was es kostet und warum",
  noPrice: "Diese Buchung stammt aus einem früheren System und hat keinen Preis.",
  cancelledFee: (fee) => `Storniert. Die Stornogebühr beträgt ${fee}.`,
  cancelledFree: "Kostenlos storniert.",
  cancelledKept: (credits, money, whose) =>
    money
      ? `Storniert. Das kostet ${ofCredits(credits, whose)} und eine Stornogebühr von ${money}.`
      : `Storniert. Das kostet ${ofCredits(credits, whose)}.`,
  feeWaived: (because) => `Die Gebühr wurde erlassen: ${because}`,
  paidOpen: (amount) => `${amount} stehen bei Ihren offenen Posten.`,
  paidByCredits: (amount) => `Mit Guthaben bezahlt: ${amount}.`,
  openCharges: "Offene Posten",
  reason: (reason) => `Grund: ${reason}`,
  history: "Verlauf",
  action: (name) => actions[name] ?? "hat etwas geändert",

  heldTitle: (left, whose) => `Für ${whose ?? "Sie"} vorgemerkt, noch ${left}`,
  heldText: "Bestätigen Sie, oder geben Sie die Zeit frei. Danach können alle sie wieder buchen.",
  unansweredTitle: "Nicht rechtzeitig beantwortet",
  unansweredText:
    "Das tut uns leid: Bis zum Beginn hat niemand geantwortet, deshalb ist die Anfrage beendet. Sie hat nichts gekostet, und zurückgelegtes Guthaben ist wieder da.",
  heldOver: "Die Vormerkung ist abgelaufen, alle können die Zeit wieder buchen.",
  confirm: "Bestätigen",
  letGo: "Freigeben",
  letGone: "Freigegeben. Alle können die Zeit wieder buchen.",
  confirmed: (name, whose) => `${name} ist für ${whose ?? "Sie"} gebucht`,
  pendingTitle: "Das Team vor Ort sieht sich das zuerst an",
  pendingText: (whose) =>
    `${wer(whose, "bekommen", "bekommt")} dann eine E-Mail. Bis dahin kann niemand sonst diese Zeit buchen.`,
  declinedTitle: "Diese Anfrage wurde abgelehnt",

  change: "Ändern",
  changeTitle: "Verschieben, verlängern oder verkürzen",
  room: "Raum oder Arbeitsplatz",
  date: "Tag",
  from: "Von",
  to: "Bis",
  endDate: "Endet am",
  inZone: (time) => `${time}.`,
  later: "30\u00A0min später",
  earlier: "30\u00A0min früher",
  longer: "30\u00A0min länger",
  shorter: "30\u00A0min kürzer",
  saveChange: "Änderung speichern",
  noChange: "Noch ist nichts geändert.",
  cannotYet: "So lässt sich die Buchung nicht ändern.",
  endsBeforeStart:
    "Das Ende muss nach dem Beginn liegen. Endet die Buchung an einem anderen Tag, wählen Sie ihn unten aus.",
  priceBefore: (price) => `Bisher: ${price}`,
  saved: "Geändert",
  samePrice: "Der Preis bleibt gleich.",
  titleField: "Titel",
  titlePublic: "Andere sehen den Titel",
  changedMeanwhile:
    "Diese Buchung wurde inzwischen von jemand anderem geändert. Sie sehen den jetzigen Stand; Ihre Eingaben sind noch da.",

  cancel: "Buchung stornieren",
  cancelTitle: "Diese Buchung stornieren?",
  cancelFree: "Das kostet nichts.",
  cancelFreeUntil: (until) => `Bis ${uhr(until)} kostet das nichts.`,
  cancelFee: (fee, percent, whose) => `${costs(whose)} ${fee}: ${percentOf(percent)} des Preises, ${agreed}.`,
  cancelKeeps: (kept, whose) => `Außerdem kostet das ${ofCredits(kept, whose)}.`,
  cancelKeepsPercent: (kept, percent, whose) =>
    percent > 0
      ? `Das kostet ${ofCredits(kept, whose)}: ${percentOf(percent)}, ${agreed}.`
      : `Das kostet ${ofCredits(kept, whose)}, fällig seit der Änderung.`,
  comesBack: (back, whose) =>
    whose === null
      ? `Sie bekommen ${back} auf Ihr Guthaben zurückgebucht.`
      : `${whose} bekommt ${back} auf das Guthaben zurückgebucht.`,
  cameBack: (back, whose) =>
    whose === null ? `Zurück auf Ihrem Guthaben: ${back}.` : `Zurück auf dem Guthaben von ${whose}: ${back}.`,
  waive: "Gebühr erlassen",
  waiveHint: (name) => `${name} zahlt nichts und bekommt alles zurück.`,
  waiveReason: "Warum sie erlassen wird",
  waiveReasonHint: "Steht im Verlauf und in der E-Mail.",
  waiveReasonNeeded: "Geben Sie einen Grund an.",
  cancelConfirmFor: (kept) => `Mit Gebühr stornieren (${kept})`,
  cancelConfirmWaived: "Ohne Gebühr stornieren",
  cancelConfirm: "Buchung stornieren",
  cancelConfirmFee: (fee) => `Für ${fee} stornieren`,
  cancelConfirmKept: (kept) => `Stornieren und auf ${kept} verzichten`,
  cancelConfirmBoth: (fee, kept) => `Stornieren, ${fee} zahlen und auf ${kept} verzichten`,
  keep: "Behalten",
  cancelReason: "Grund",
  cancelled: "Storniert",
  bookAgain: "Noch einmal buchen",
};
