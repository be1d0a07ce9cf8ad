import type { Catalog, WordsLike } from "@working-social/kernel";
import { german } from "./page-texts.de.ts";

/** What a document says beside its lines. */
const english = {
  payBy: (date: string) => `Payable by ${date}, without deduction.`,
  vatId: (id: string) => `VAT id ${id}`,
  taxId: (id: string) => `Tax number ${id}`,
  reason: (reason: string) => `Reason: ${reason}`,
  /** What a tax is called in the sum, and beside a line that bears none. */
  taxes: { vat: "VAT", AE: "VAT, reverse charge", L: "IGIC", M: "IPSI" },
  marks: { AE: "reverse charge", K: "exempt", G: "exempt", E: "exempt", O: "not taxed" },
};

export type PageTexts = WordsLike<typeof english>;
export const pageTexts: Catalog<PageTexts> = { en: english, de: german };
