import type { PaperSize } from "@working-social/copier/rules";
import { IconButton, NumberField } from "@working-social/ui";
import { X } from "lucide-react";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { MoneyField } from "../../../manage/form/money-field.tsx";
import { isIncomplete, priceCells, type PriceCell, type SidePrice, type SizePrices } from "./price-grid.ts";

/** Side by side where there is room: then their names stand once, on top. */
const priceColumns = "grid min-w-0 flex-1 gap-x-6 gap-y-4 md:grid-cols-2 xl:grid-cols-4 xl:gap-x-4";

/** The names of the columns, for the eye: each field says its own name. */
export function PriceColumns({ currency }: { currency: string }) {
  const { prices: texts } = useTexts(managePrintingTexts);
  return (
    <div aria-hidden="true" className="hidden gap-3 py-2 text-sm font-medium text-second xl:flex">
      <span className="w-28 shrink-0" />
      <div className={priceColumns}>
        {priceCells.map((cell) => (
          <div key={cell} className="flex flex-col gap-1">
            <span>{texts.cells[cell]}</span>
            <Units currency={currency} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** What stands in the two boxes of each cell. */
function Units({ currency }: { currency: string }) {
  const { prices: texts } = useTexts(managePrintingTexts);
  return (
    <span className="grid grid-cols-2 gap-2 text-sm font-normal text-second xl:gap-1.5">
      <span>{currency}</span>
      <span>{texts.pagesShort}</span>
    </span>
  );
}

type SizeRowProps = {
  prices: SizePrices;
  currency: string;
  isReadOnly: boolean;
  isTried: boolean;
  onCell: (cell: PriceCell, change: Partial<SidePrice>) => void;
  onRemove: () => void;
};

/** One paper size: the prices of a side in black and white and in colour, on one side and on both. */
export function SizeRow({ prices, currency, isReadOnly, isTried, onCell, onRemove }: SizeRowProps) {
  const { prices: texts } = useTexts(managePrintingTexts);
  const name = sizeName(prices.size, texts);
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 py-4 xl:flex-row xl:items-start xl:py-2.5">
      <legend className="sr-only">{name}</legend>
      <div className="flex shrink-0 items-center justify-between gap-1 xl:min-h-10 xl:w-28">
        <p aria-hidden="true" className="font-semibold">
          {name}
        </p>
        {!isReadOnly && (
          <IconButton aria-label={texts.removeSize(name)} size="small" onPress={onRemove}>
            <X aria-hidden="true" className="size-4" />
          </IconButton>
        )}
      </div>
      <div className={priceColumns}>
        {priceCells.map((cell) => (
          <CellFields
            key={cell}
            label={texts.cells[cell]}
            size={name}
            price={prices.cells[cell]}
            currency={currency}
            isReadOnly={isReadOnly}
            isWrong={isTried && isIncomplete(prices.cells[cell])}
            onChange={(change) => onCell(cell, change)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function sizeName(size: PaperSize, texts: { sizes: Readonly<Record<string, string>> }): string {
  return texts.sizes[size] ?? size;
}

type CellFieldsProps = {
  label: string;
  size: string;
  price: SidePrice;
  currency: string;
  isReadOnly: boolean;
  isWrong: boolean;
  onChange: (change: Partial<SidePrice>) => void;
};

function CellFields({ label, size, price, currency, isReadOnly, isWrong, onChange }: CellFieldsProps) {
  const { prices: texts } = useTexts(managePrintingTexts);
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div aria-hidden="true" className="flex flex-col gap-1 text-sm xl:hidden">
        <p className="font-medium">{label}</p>
        <Units currency={currency} />
      </div>
      <div className="grid grid-cols-2 gap-2 xl:gap-1.5">
        <MoneyField
          label={texts.priceOf(size, label)}
          isLabelHidden
          currency={currency}
          isSuffixHidden
          placeholder="–"
          isReadOnly={isReadOnly}
          value={price.priceMinor}
          onChange={(priceMinor) => onChange({ priceMinor })}
          errorMessage={isWrong ? texts.priceNeeded : undefined}
        />
        <NumberField
          label={texts.creditsOf(size, label)}
          isLabelHidden
          hasSteppers={false}
          minimum={0}
          maximum={100}
          placeholder="–"
          isReadOnly={isReadOnly}
          value={price.creditsPerSide}
          onChange={(pages) => onChange({ creditsPerSide: pages === null ? null : Math.round(pages) })}
        />
      </div>
    </div>
  );
}
