import type { PriceMode } from "@working-social/kernel";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "./amount-words.ts";
import { lineTexts } from "./line-texts.ts";
import { isToldTax, type TaxRow } from "./tax-rows.ts";
import { taxWords } from "./tax-words.ts";

interface BillTaxesProps {
  taxes: readonly TaxRow[];
  roundingMinor: number;
  currency: string;
  priceMode: PriceMode;
  /** What the place calls it. */
  taxName: string | null;
}

/** Rows of a list: the tax, once for each rate, with what it is worked out on; prices that have it in them say so. */
export function BillTaxes({ taxes, roundingMinor, currency, priceMode, taxName }: BillTaxesProps) {
  const texts = useTexts(lineTexts);
  const told = taxes.filter(isToldTax);
  return (
    <>
      {told.map((tax) => (
        <li
          key={`${tax.category} ${tax.basisPoints}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-second"
        >
          <span className="min-w-0 wrap-anywhere">
            {priceMode === "gross" && tax.basisPoints > 0
              ? texts.taxIn(taxWords(tax, taxName, texts))
              : taxWords(tax, taxName, texts)}{" "}
            <span className="figures text-sm">{texts.taxOn(amountWords(tax.netMinor, currency))}</span>
          </span>
          {tax.basisPoints > 0 && <span className="figures">{amountWords(tax.taxMinor, currency)}</span>}
        </li>
      ))}
      {roundingMinor !== 0 && (
        <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-second">
          <span>{texts.rounding}</span>
          <span className="figures">{amountWords(roundingMinor, currency)}</span>
        </li>
      )}
    </>
  );
}
