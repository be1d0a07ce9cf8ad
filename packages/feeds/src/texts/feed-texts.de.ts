import type { FeedTexts } from "./feed-texts.ts";

export const german: FeedTexts = {
  booked: "Belegt",
  inRoom: (room, shown) => `${room}: ${shown}`,
  held: (until) => `Vorgemerkt bis ${until}. Bestätigen Sie die Buchung, um sie zu behalten.`,
  pending: "Wartet auf Genehmigung.",
  declined: (reason) => (reason === null ? "Abgelehnt." : `Abgelehnt: ${reason}`),
  cancelled: (reason) => (reason === null ? "Storniert." : `Storniert: ${reason}`),
};
