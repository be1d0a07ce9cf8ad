import { germanMovementWords } from "./movement-words.de.ts";
import type { StatementTexts } from "./statement-texts.ts";

export const german: StatementTexts = {
  columns: (counted) => ({
    at: "Zeitpunkt (UTC)",
    kind: "Vorgang",
    causeType: "Art",
    cause: "Wofür",
    reason: "Grund",
    own: `Eigenes Guthaben (${counted})`,
    team: `Guthaben des Teams (${counted})`,
    carried: `Übertrag (${counted})`,
    quantity: `Veränderung (${counted})`,
    balance: `Saldo (${counted})`,
  }),
  opening: "Anfangssaldo",
  closing: "Endsaldo",
  ...germanMovementWords,
  units: { room_minutes: "Minuten", day_passes: "Tagespässe", mono_pages: "Seiten", colour_pages: "Seiten" },
};
