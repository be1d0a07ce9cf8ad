import type { PageTexts } from "./page-texts.ts";

export const german: PageTexts = {
  payBy: (date) => `Zahlbar bis ${date} ohne Abzug.`,
  vatId: (id) => `USt-IdNr. ${id}`,
  taxId: (id) => `Steuernummer ${id}`,
  reason: (reason) => `Grund: ${reason}`,
  taxes: { vat: "USt.", AE: "USt., Steuerschuld des Empfängers", L: "IGIC", M: "IPSI" },
  marks: { AE: "Empfänger schuldet", K: "steuerfrei", G: "steuerfrei", E: "steuerfrei", O: "nicht steuerbar" },
};
