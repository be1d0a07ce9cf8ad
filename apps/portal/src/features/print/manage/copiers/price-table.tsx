import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import {
  PAPER_SIZES,
  taxedPriceOf,
  type PaperSize,
  type PriceTable as PriceTableOfPlace,
} from "@working-social/copier/rules";
import type { PrintPricesView } from "@working-social/copier/schema";
import { Button, Checkbox, EmptyState, Section, Select, tellUnreadable } from "@working-social/ui";
import { Printer } from "lucide-react";
import { useRef } from "react";
import { formatPrice } from "../../../../lib/format.ts";
import { percentOf } from "../../../../lib/percent.ts";
import { useMe } from "../../../../lib/me.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { RefusedSave } from "../../../manage/form/refused-save.tsx";
import { SaveBar } from "../../../manage/form/save-bar.tsx";
import { rowsOf, withCell, withSize, type SizePrices } from "./price-grid.ts";
import { PriceColumns, SizeRow } from "./size-row.tsx";
import { usePriceEditor } from "./use-price-editor.ts";

/** What a printed side costs at a location; saved as a whole. */
export function PriceTable({ location }: { location: LocationView }) {
  const { data } = useSuspenseQuery(trpc.printing.prices.queryOptions({ locationId: location.id }));
  // What somebody else saves meanwhile starts the editor anew only while nothing was typed.
  return <PriceEditor prices={data} />;
}

function PriceEditor({ prices }: { prices: PrintPricesView }) {
  const { prices: texts } = useTexts(managePrintingTexts);
  const mayChange = useMe().permissions.manageSpace;
  const table = useRef<HTMLDivElement>(null);
  const editor = usePriceEditor(prices, () => tellUnreadable(table.current));
  const { grid, change } = editor;
  return (
    <Section title={texts.title}>
      <p className="-mt-2 max-w-2xl text-sm text-second">{texts.lead}</p>
      <RefusedSave refusal={editor.refusal} saveMine={editor.saveMine} showTheirs={editor.showTheirs} />
      {grid.length === 0 ? (
        <Beginning onBegin={mayChange ? () => change(beginning) : null} />
      ) : (
        <>
          <div
            key={editor.timesLeft}
            ref={table}
            className="flex flex-col divide-y divide-line rounded-lg border bg-surface px-4 sm:px-5"
          >
            <PriceColumns currency={prices.currency} />
            {grid.map((row) => (
              <SizeRow
                key={row.size}
                prices={row}
                currency={prices.currency}
                isReadOnly={!mayChange}
                isTried={editor.isTried}
                onCell={(cell, figure) => change(withCell(grid, { size: row.size, cell, change: figure }))}
                onRemove={() => change(grid.filter(({ size }) => size !== row.size))}
              />
            ))}
          </div>
          {prices.tax.basisPoints > 0 && (
            <Checkbox
              label={texts.includesTax}
              description={texts.includesTaxHint(percentOf(prices.tax.basisPoints))}
              isDisabled={!mayChange}
              isSelected={editor.priceMode === "gross"}
              onChange={(isGross) => editor.changeMode(isGross ? "gross" : "net")}
            />
          )}
          <Example table={{ ...prices, rows: rowsOf(grid), priceMode: editor.priceMode }} currency={prices.currency} />
          {mayChange && <AddSize grid={grid} onAdd={(size) => change(withSize(grid, size))} />}
        </>
      )}
      <SaveBar
        isShown={editor.isBegun}
        isPending={editor.isPending}
        saveLabel={texts.save}
        onSave={editor.save}
        onReset={editor.leave}
      />
    </Section>
  );
}

const beginning: SizePrices[] = (["A4", "A3", "other"] as const).reduce<SizePrices[]>(withSize, []);

function Beginning({ onBegin }: { onBegin: (() => void) | null }) {
  const { prices: texts } = useTexts(managePrintingTexts);
  return (
    <EmptyState
      icon={<Printer />}
      title={texts.emptyTitle}
      action={onBegin && <Button onPress={onBegin}>{texts.begin}</Button>}
    >
      {onBegin ? texts.emptyText : texts.readOnly}
    </EmptyState>
  );
}

function AddSize({ grid, onAdd }: { grid: readonly SizePrices[]; onAdd: (size: PaperSize) => void }) {
  const { prices: texts } = useTexts(managePrintingTexts);
  const left = PAPER_SIZES.filter((size) => !grid.some((one) => one.size === size));
  if (left.length === 0) return null;
  return (
    <Select
      label={texts.addSize}
      isLabelHidden
      placeholder={texts.addSize}
      options={left.map((id) => ({ id, label: texts.sizes[id] ?? id }))}
      value=""
      onChange={(id) => {
        const size = left.find((one) => one === id);
        if (size) onAdd(size);
      }}
      className="w-48"
    />
  );
}

/** What is typed, in one print: sheets are not sides. */
function Example({ table, currency }: { table: PriceTableOfPlace; currency: string }) {
  const { prices: texts } = useTexts(managePrintingTexts);
  const price = taxedPriceOf({ colour: "mono", paperSize: "A4", isDuplex: true, sides: 5, copies: 1 }, table);
  if (!price) return null;
  return (
    <p aria-live="polite" className="figures text-sm text-second">
      {texts.example(price.sheets, formatPrice(price.priceMinor, currency), price.credits)}
    </p>
  );
}
