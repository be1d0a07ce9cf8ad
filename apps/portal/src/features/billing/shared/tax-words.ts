import type { TaxCategory } from "@working-social/kernel";
import { percentOf } from "../../../lib/percent.ts";
import type { LineTexts } from "./line-texts.ts";

/** What the tax of a rate is called on an invoice; `name` is the place's word for it. */
export function taxWords(
  { category, basisPoints }: { category: TaxCategory; basisPoints: number },
  name: string | null,
  texts: LineTexts,
): string {
  return basisPoints > 0 ? texts.tax(name, percentOf(basisPoints)) : texts.untaxed[category];
}
