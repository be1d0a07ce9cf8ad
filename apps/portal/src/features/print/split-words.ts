import type { Split } from "@working-social/copier/rules";
import { pricedSides } from "@working-social/copier/rules";
import type { WaitingJobView } from "@working-social/copier/schema";
import { textsOf } from "../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import type { PrintTexts } from "./print-texts.ts";
import type { PageSource } from "./split.ts";

/** "20 colour pages from your plan, 10 × $0.25 = $2.50" */
export function splitWords(
  job: Pick<WaitingJobView, "sides" | "priceMinor" | "currency" | "unit">,
  { credits, moneyMinor }: Split,
  source: PageSource,
  texts: PrintTexts,
): string {
  return texts.split(splitParts(job, { credits, moneyMinor }, source, texts));
}

/** Its parts: what credits pay, and the money. */
export function splitParts(
  job: Pick<WaitingJobView, "sides" | "priceMinor" | "currency" | "unit">,
  { credits, moneyMinor }: Split,
  source: PageSource,
  texts: PrintTexts,
): string[] {
  const pages =
    credits > 0 ? [texts.fromCredits([textsOf(creditUnitTexts).quantity(job.unit, null, credits)], source)] : [];
  if (moneyMinor === 0) return pages.length > 0 ? pages : [texts.free];
  const priced = pricedSides(job, moneyMinor);
  const money = priced
    ? texts.times(priced.sides, priced.eachMinor, moneyMinor, job.currency)
    : credits > 0
      ? texts.restMoney(moneyMinor, job.currency)
      : texts.allMoney(moneyMinor, job.currency);
  return [...pages, money];
}
