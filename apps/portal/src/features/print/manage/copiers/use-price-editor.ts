import { useQueryClient } from "@tanstack/react-query";
import type { PrintPriceRow, PrintPricesView } from "@working-social/copier/schema";
import { useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { useDraft } from "../../../manage/form/use-draft.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { gridOf, isIncomplete, isSamePrices, priceCells, rowsOf, type SizePrices } from "./price-grid.ts";

/** The table of prices while it is typed. `isUnreadable`: says where a box can't be read, and whether there is one. */
export function usePriceEditor(prices: PrintPricesView, isUnreadable: () => boolean) {
  const { prices: texts } = useTexts(managePrintingTexts);
  const client = useQueryClient();
  const draft = useDraft({ rows: prices.rows, grid: gridOf(prices.rows) });
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
  function saveOver(seen: readonly PrintPriceRow[]) {
    action.run({ locationId: prices.locationId, rows: rowsOf(grid), seen: { rows: seen } });
  }
  function save() {
    setIsTried(true);
    if (isUnreadable()) return;
    const isWrong = grid.some(({ cells }) => priceCells.some((cell) => isIncomplete(cells[cell])));
    if (isWrong) return;
    if (isSamePrices(draft.from.rows, rowsOf(grid))) leave();
    else saveOver(draft.from.rows);
  }
  return {
    grid,
    change: (to: SizePrices[]) => draft.change({ grid: to }),
    isBegun: draft.isBegun,
    isTried,
    timesLeft,
    isPending: action.isPending,
    refusal: action.refusal,
    save,
    saveMine: (theirs: object) => saveOver(draft.over(theirs).from.rows),
    showTheirs: () => {
      void client.invalidateQueries(trpc.printing.prices.pathFilter());
      leave();
    },
    leave,
  };
}
