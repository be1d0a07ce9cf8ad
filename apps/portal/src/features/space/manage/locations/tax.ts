import type { LocationView } from "@working-social/booking/schema";
import { percentOf } from "../../../../lib/percent.ts";
import { textsOf } from "../../../../lib/texts/catalog.ts";
import { manageSpaceTexts } from "../space-texts.ts";

type Tax = Pick<LocationView, "taxName" | "taxBasisPoints" | "taxInclusive">;

/** "VAT 8.1% on top". */
export function taxSentence({ taxName, taxBasisPoints, taxInclusive }: Tax): string {
  const texts = textsOf(manageSpaceTexts).locations;
  if (taxBasisPoints === 0) return texts.noTax;
  const percent = percentOf(taxBasisPoints);
  const name = taxName ?? texts.taxDefault;
  return taxInclusive ? texts.taxIncluded(name, percent) : texts.taxOnTop(name, percent);
}
