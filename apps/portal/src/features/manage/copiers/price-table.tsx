import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { PAPER_SIZES, priceOf, type PaperSize, type PriceRow } from "@working-social/copier/rules";
import type { PrintPricesView } from "@working-social/copier/schema";
import { Button, EmptyState, FormError, Section, Select, tellUnreadable } from "@working-social/ui";
import { Printer } from "lucide-react";
import { useRef, useState } from "react";
import { useAction } from "../../../lib/action.ts";
import { formatPrice } from "../../../lib/format.ts";
import { useMe } from "../../../lib/me.ts";
import { refusalSentence } from "../../../lib/refusals.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { managePrintingTexts } from "../../../texts/manage-printing.ts";
import { SaveBar } from "../hours/save-bar.tsx";
import { useRefresh } from "../list/use-refresh.ts";
import { gridOf, isIncomplete, priceCells, rowsOf, withCell, withSize, type SizePrices } from "./price-grid.ts";
import { PriceColumns, SizeRow } from "./size-row.tsx";

/** What a printed side costs at a location; saved as a whole. */
export function PriceTable({ location }: { location: LocationView }) {
  const { data } = useSuspenseQuery(trpc.printing.prices.queryOptions({ locationId: location.id }));
  // What somebody else saves meanwhile starts the editor anew only while nothing was typed.
  return <PriceEditor prices={data} />;
}

function PriceEditor({ prices }: { prices: PrintPricesView }) {
  const { prices: texts } = useTexts(managePrintingTexts);
  const refresh = useRefresh();
  const mayChange = useMe().permissions.manageSpace;
  const [typed, setTyped] = useState<SizePrices[] | null>(null);
  const [isTried, setIsTried] = useState(false);
  const [timesLeft, setTimesLeft] = useState(0);
  const table = useRef<HTMLDivElement>(null);
  const save = useAction(trpc.printing.setPrices.mutationOptions(), {
    onDone: () => {
      refresh(texts.saved, trpc.printing.pathFilter());
      leave();
    },
  });
  const grid = typed ?? gridOf(prices.rows);
  function leave() {
    setTyped(null);
    setIsTried(false);
    // New boxes: what can't be read stands in none of them.
    setTimesLeft((times) => times + 1);
    save.reset();
  }
  function trySave() {
    setIsTried(true);
    if (tellUnreadable(table.current)) return;
    const isWrong = grid.some(({ cells }) => priceCells.some((cell) => isIncomplete(cells[cell])));
    if (!isWrong) save.run({ locationId: prices.locationId, rows: rowsOf(grid) });
  }
  return (
    <Section title={texts.title}>
      <p className="-mt-2 max-w-2xl text-sm text-second">{texts.lead}</p>
      <FormError>{save.refusal && refusalSentence(save.refusal)}</FormError>
      {grid.length === 0 ? (
        <Beginning onBegin={mayChange ? () => setTyped(beginning) : null} />
      ) : (
        <>
          <div
            key={timesLeft}
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
                isTried={isTried}
                onCell={(cell, change) => setTyped(withCell(grid, { size: row.size, cell, change }))}
                onRemove={() => setTyped(grid.filter(({ size }) => size !== row.size))}
              />
            ))}
          </div>
          <Example rows={rowsOf(grid)} currency={prices.currency} />
          {mayChange && <AddSize grid={grid} onAdd={(size) => setTyped(withSize(grid, size))} />}
        </>
      )}
      <SaveBar
        isShown={typed !== null}
        isPending={save.isPending}
        saveLabel={texts.save}
        onSave={trySave}
        onReset={leave}
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
function Example({ rows, currency }: { rows: PriceRow[]; currency: string }) {
  const { prices: texts } = useTexts(managePrintingTexts);
  const price = priceOf({ colour: "mono", paperSize: "A4", isDuplex: true, sides: 5, copies: 1 }, rows);
  if (!price) return null;
  return (
    <p aria-live="polite" className="figures text-sm text-second">
      {texts.example(
        texts.exampleWork,
        price.sheets,
        formatPrice(price.priceMinor, currency),
        texts.pages(price.credits),
      )}
    </p>
  );
}
