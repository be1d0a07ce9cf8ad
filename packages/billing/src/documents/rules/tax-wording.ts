import type { TaxCategory } from "@working-social/kernel";
import type { DocumentLine, InvoiceDocument } from "./document.ts";
import type { DocumentWords } from "./document-words.ts";

type Taxed = Pick<InvoiceDocument, "lines">;

/**
 * Why no tax is taken, as the law wants to read it (BT-120): what somebody typed, else the words of the category; several reasons
 * stand one after the other. Null where there is a tax.
 */
export function reasonOf({ lines }: Taxed, category: TaxCategory, { exemptions }: DocumentWords): string | null {
  if (!isUntaxed(category)) return null;
  const own = lines
    .filter((line) => line.taxCategory === category)
    .map((line) => reasonOfLine(line, exemptions[category]));
  return [...new Set(own)].join("; ") || exemptions[category];
}

function reasonOfLine({ exemptionReason }: DocumentLine, otherwise: string): string {
  return exemptionReason?.trim() || otherwise;
}

/** The reason as a code of VATEX (BT-121), where all lines of the category have the same. */
export function reasonCodeOf({ lines }: Taxed, category: TaxCategory): string | null {
  const codes = new Set(lines.filter((line) => line.taxCategory === category).map((line) => line.exemptionCode));
  const [only = null] = codes;
  return codes.size === 1 ? only : null;
}

/** Categories in which an invoice has to say why there is no tax (BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10). */
export type UntaxedCategory = "AE" | "K" | "G" | "E" | "O";
const UNTAXED: readonly TaxCategory[] = ["AE", "K", "G", "E", "O"] satisfies UntaxedCategory[];

export function isUntaxed(category: TaxCategory): category is UntaxedCategory {
  return UNTAXED.includes(category);
}
