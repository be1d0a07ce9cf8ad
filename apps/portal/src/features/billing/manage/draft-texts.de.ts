import type { DraftTexts } from "./draft-texts.ts";

export const texts: DraftTexts = {
  net: "Netto",
  tax: "Steuer",
  rounding: "Rundung",
  outcomes: { invoice: "Zu zahlen", credit_note: "Kommt zurück", carried: "Auf die nächste Rechnung übertragen" },
};
