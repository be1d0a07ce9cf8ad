import type { LocationView } from "@working-social/booking/schema";
import { locale } from "../../../../lib/locale.ts";
import { textsOf } from "../../../../lib/texts/catalog.ts";
import { manageSpaceTexts } from "../space-texts.ts";

type Tax = Pick<LocationView, "taxName" | "taxBasisPoints" | "taxInclusive">;

/** "VAT 8.1% on top". */
export function taxSentence({ taxName, taxBasisPoints, taxInclusive }: Tax): string {
  const texts = textsOf(manageSpaceTexts).locations;
  if (taxBasisPoints === 0) return texts.noTax;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(
    taxBasisPoints / 10_000,
  );
  const name = taxName ?? texts.taxDefault;
  return taxInclusive ? texts.taxIncluded(name, percent) : texts.taxOnTop(name, percent);
}
