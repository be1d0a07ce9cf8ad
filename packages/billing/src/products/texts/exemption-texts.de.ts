import type { ExemptionTexts } from "./exemption-texts.ts";

export const german: ExemptionTexts = {
  AE: "Steuerschuldnerschaft des Leistungsempfängers (Artikel 196 der Richtlinie 2006/112/EG)",
  K: "Steuerfreie innergemeinschaftliche Lieferung (Artikel 138 der Richtlinie 2006/112/EG)",
  G: "Steuerfreie Ausfuhrlieferung (Artikel 146 der Richtlinie 2006/112/EG)",
  E: "Von der Umsatzsteuer befreit",
  O: "Nicht der Umsatzsteuer unterliegend",
};
