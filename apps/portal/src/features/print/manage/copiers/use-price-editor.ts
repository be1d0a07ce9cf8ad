import { useQueryClient } from "@tanstack/react-query";
import type { PrintPricesView } from "@working-social/copier/schema";
import type { PriceMode } from "@working-social/kernel";
import { useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { useDraft } from "../../../manage/form/use-draft.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { gridOf, isIncomplete, isSamePrices, priceCells, rowsOf, type SizePrices } from "./price-grid.ts";

/** What was there when somebody began to change it. */
type Seen = Pick<PrintPricesView, "rows" | "priceMode">;

/** The table of prices while it is typed. `isUnreadable`: says where a box can't be read, and whether there is one. */
export function usePriceEditor(prices: PrintPricesView, isUnreadable: () => boolean) {
  const { prices: texts } = useTexts(managePrintingTexts);
  const client = useQueryClient();
  const { rows, priceMode } = prices;
  const draft = useDraft({ rows, grid: gridOf(rows), priceMode });
  const [isTried, setIsTried] = useState(false);
  const [timesLeft, setTimesLeft] = useState(0);
  const action = useAction(trpc.printing.setPrices.mutationOptions(), {
    onDone: () => {
      sayDone(texts.saved);
      leave();
    },
  });
  const { grid } = draft.now;
  function leave() {
    draft.drop();
    setIsTried(false);
    // New boxes: what can't be read stands in none of them.
    setTimesLeft((times) => times + 1);
    action.reset();
  }
  function saveOver({ rows: seenRows, priceMode: seenMode }: Seen) {
    const seen = { rows: seenRows, priceMode: seenMode };
    action.run({ locationId: prices.locationId, rows: rowsOf(grid), priceMode: draft.now.priceMode, seen });
  }
  function save() {
    setIsTried(true);
    if (isUnreadable()) return;
    const isWrong = grid.some(({ cells }) => priceCells.some((cell) => isIncomplete(cells[cell])));
    if (isWrong) return;
    const { from, now } = draft;
    if (from.priceMode === now.priceMode && isSamePrices(from.rows, rowsOf(grid))) leave();
    else saveOver(from);
  }
  return {
    grid,
    change: (to: SizePrices[]) => draft.change({ grid: to }),
    priceMode: draft.now.priceMode,
    changeMode: (to: PriceMode) => draft.change({ priceMode: to }),
    isBegun: draft.isBegun,
    isTried,
    timesLeft,
    isPending: action.isPending,
    refusal: action.refusal,
    save,
    saveMine: (theirs: object) => saveOver(draft.over(theirs).from),
    showTheirs: () => {
      void client.invalidateQueries(trpc.printing.prices.pathFilter());
      leave();
    },
    leave,
  };
}
