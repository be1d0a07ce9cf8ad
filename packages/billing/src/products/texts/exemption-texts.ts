import type { Catalog, WordsLike } from "@working-social/kernel";
import { german } from "./exemption-texts.de.ts";

/**
 * What the law wants to read where no tax is taken: Directive 2006/112/EC, article 226, point 11a ("Reverse charge") and point 11 (the provision,
 * or any other words that it is exempt). Without a tax no reason is needed.
 */
const english = {
  AE: "Reverse charge: the recipient owes the VAT (Article 196 of Directive 2006/112/EC)",
  K: "Supply within the European Union, exempt from VAT (Article 138 of Directive 2006/112/EC)",
  G: "Export outside of the European Union, exempt from VAT (Article 146 of Directive 2006/112/EC)",
  E: "Exempt from VAT",
  O: "Not subject to VAT",
};

export type ExemptionTexts = WordsLike<typeof english>;
export const exemptionTexts: Catalog<ExemptionTexts> = { en: english, de: german };
