import type { AroundTexts } from "./around-texts.ts";

export const texts: AroundTexts = {
  around: "Konto",
  you: "Sie",
  plan: "Tarif",
  invoices: "Rechnungen",
};
