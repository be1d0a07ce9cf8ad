import type { PrintJobView } from "@working-social/copier/schema";
import { formatPrice } from "../../../../lib/format.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../../lib/texts/credit-units.ts";
import { managePrintingTexts } from "../printing-texts.ts";

/** A print in words, without its title: that is its owner's. */
export function useJobWords() {
  const { queue, prices } = useTexts(managePrintingTexts);
  const units = useTexts(creditUnitTexts);
  return {
    /** "12 sides A4, black and white, both sides" */
    workOf: ({ sides, paperSize, colour, isDuplex, status }: PrintJobView) =>
      queue.work(status === "uncounted" ? 0 : sides, prices.sizes[paperSize] ?? paperSize, colour, isDuplex),
    /** "8 colour pages and $0.30" */
    paidWith: ({ unit, credits, moneyMinor, currency }: PrintJobView) =>
      queue.paidBy([
        ...(credits > 0 ? [units.quantity(unit, null, credits)] : []),
        ...(moneyMinor > 0 ? [formatPrice(moneyMinor, currency)] : []),
      ]),
  };
}
