import type { BookingTexts } from "./booking-texts.ts";

const HOUSE = "Ihr Coworking-Space";

export const german: BookingTexts = {
  subjects: {
    approved: (what) => `Genehmigt: ${what}`,
    declined: (what) => `Abgelehnt: ${what}`,
    pending: (what) => `Zu genehmigen: ${what}`,
    reminder: (what) => `Noch zu genehmigen: ${what}`,
    unanswered: (what) => `Nicht rechtzeitig beantwortet: ${what}`,
    cancelled: (what) => `Storniert: ${what}`,
    booked: (what) => `Für Sie gebucht: ${what}`,
    changed: (what) => `Geändert: ${what}`,
    removed: (what) => `Entfernt: ${what}`,
  },
  seeBooking: "Buchung ansehen",
  reason: (reason) => `Grund: ${reason}`,

  approved: "Ihre Buchung ist genehmigt.",
  declined: "Ihre Buchung wurde abgelehnt.",
  pending: (requestedBy) =>
    requestedBy === null
      ? "Eine Anfrage wartet auf Ihre Genehmigung."
      : `Eine Anfrage von ${requestedBy} wartet auf Ihre Genehmigung.`,
  reminder: (requestedBy) =>
    requestedBy === null
      ? "Eine Anfrage wartet noch auf Ihre Antwort. Ohne Antwort verfällt sie, sobald die gewünschte Zeit beginnt."
      : `${requestedBy} wartet noch auf Ihre Antwort. Ohne Antwort verfällt die Anfrage, sobald die gewünschte Zeit beginnt.`,
  expired:
    "Auf Ihre Anfrage hat leider niemand rechtzeitig geantwortet, deshalb ist sie verfallen. Das tut uns leid. Es entstehen Ihnen keine Kosten, und das zurückgelegte Guthaben steht Ihnen wieder zur Verfügung.",
  missed: (requestedBy) =>
    requestedBy === null
      ? "Eine Anfrage ist verfallen, weil bis zum Beginn niemand geantwortet hat. Zurückgelegtes Guthaben ist wieder frei."
      : `Die Anfrage von ${requestedBy} ist verfallen, weil bis zum Beginn niemand geantwortet hat. Zurückgelegtes Guthaben ist wieder frei.`,
  cancelledByHouse:
    "Wir mussten Ihre Buchung leider stornieren. Es entstehen Ihnen keine Kosten, und das verwendete Guthaben steht Ihnen wieder zur Verfügung.",

  booked: (by) => `${by ?? HOUSE} hat das für Sie gebucht.`,
  costs: (price) => (price === null ? "Die Buchung kostet Sie nichts." : `Die Buchung kostet ${price}.`),
  changed: (by) => `${by ?? HOUSE} hat Ihre Buchung geändert.`,
  changedDetails: (by) => `${by ?? HOUSE} hat Angaben zu Ihrer Buchung geändert; Zeit und Ort bleiben gleich.`,
  before: (what) => `Bisher: ${what}`,
  now: "Ab jetzt gilt:",
  nowCosts: (price) => (price === null ? "Die Buchung kostet Sie jetzt nichts." : `Die Buchung kostet jetzt ${price}.`),
  cancelled: (by) => `${by ?? HOUSE} hat Ihre Buchung storniert.`,
  fee: (kept) =>
    kept === null
      ? "Es fällt keine Stornogebühr an: Was die Buchung gekostet hat, bekommen Sie zurück."
      : `Die Stornogebühr beträgt ${kept}; den Rest des Preises bekommen Sie zurück.`,
  waived: (because) => `Die Stornogebühr wurde Ihnen erlassen: ${because}`,
  removed: (by) => `${by ?? HOUSE} hat Ihre Buchung entfernt, weil sie ein Versehen war.`,
  givenBack: "Was sie gekostet hat, bekommen Sie zurück.",
};
