import type { BookingStatusTexts } from "./booking-status-texts.ts";

export const texts: BookingStatusTexts = {
  held: "Vorgemerkt",
  pending_approval: "Wartet auf Genehmigung",
  confirmed: "Gebucht",
  cancelled: "Storniert",
  declined: "Abgelehnt",
  expired: "Vormerkung abgelaufen",
  unanswered: "Nicht rechtzeitig beantwortet",
  deleted: "Entfernt",
};
