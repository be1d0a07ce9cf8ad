import { PAPER_SIZES, type PaperSize } from "@working-social/copier/rules";
import type { PrintPriceRow } from "@working-social/copier/schema";
import { isSameJson } from "@working-social/kernel";

/** The four prices of a size; a side that shares its sheet may be cheaper. */
export const priceCells = ["monoOne", "monoBoth", "colourOne", "colourBoth"] as const;
export type PriceCell = (typeof priceCells)[number];

/** For one printed side. No price: the cell is not in the table. */
export interface SidePrice {
  priceMinor: number | null;
  creditsPerSide: number | null;
}

export interface SizePrices {
  size: PaperSize;
  cells: Record<PriceCell, SidePrice>;
}

const work: Readonly<Record<PriceCell, Pick<PrintPriceRow, "colour" | "isDuplex">>> = {
  monoOne: { colour: "mono", isDuplex: false },
  monoBoth: { colour: "mono", isDuplex: true },
  colourOne: { colour: "colour", isDuplex: false },
  colourBoth: { colour: "colour", isDuplex: true },
};
const none: SidePrice = { priceMinor: null, creditsPerSide: null };

/** The table as the page shows it: a row for each size that has any price. */
export function gridOf(rows: readonly PrintPriceRow[]): SizePrices[] {
  return PAPER_SIZES.filter((size) => rows.some(({ paperSize }) => paperSize === size)).map((size) => ({
    size,
    cells: cellsOf((cell) => {
      const { colour, isDuplex } = work[cell];
      const row = rows.find((one) => one.paperSize === size && one.colour === colour && one.isDuplex === isDuplex);
      return row ? { priceMinor: row.priceMinor, creditsPerSide: row.creditsPerSide } : none;
    }),
  }));
}

/** The rows to save. A cell without a price is none; a price without pages can't be paid with pages. */
export function rowsOf(grid: readonly SizePrices[]): PrintPriceRow[] {
  return grid.flatMap(({ size, cells }) =>
    priceCells.flatMap((cell) => {
      const { priceMinor, creditsPerSide } = cells[cell];
      return priceMinor === null
        ? []
        : [{ paperSize: size, ...work[cell], priceMinor, creditsPerSide: creditsPerSide ?? 0 }];
    }),
  );
}

/** Whether two tables say the same, in whatever order. */
export function isSamePrices(one: readonly PrintPriceRow[], other: readonly PrintPriceRow[]): boolean {
  return isSameJson(rowsOf(gridOf(one)), rowsOf(gridOf(other)));
}

/** A size without prices yet, in its place among the others. */
export function withSize(grid: readonly SizePrices[], size: PaperSize): SizePrices[] {
  const order = (one: SizePrices) => PAPER_SIZES.indexOf(one.size);
  return [...grid, { size, cells: cellsOf(() => none) }].sort((a, b) => order(a) - order(b));
}

/** The grid with one figure changed. A first price brings the usual pages with it: large paper counts twice. */
export function withCell(
  grid: readonly SizePrices[],
  { size, cell, change }: { size: PaperSize; cell: PriceCell; change: Partial<SidePrice> },
): SizePrices[] {
  return grid.map((one) => {
    if (one.size !== size) return one;
    const before = one.cells[cell];
    const after = { ...before, ...change };
    const isFirst = before.priceMinor === null && after.priceMinor !== null && before.creditsPerSide === null;
    if (isFirst) after.creditsPerSide = size === "A3" || size === "Tabloid" ? 2 : 1;
    if (after.priceMinor === null && "priceMinor" in change) after.creditsPerSide = null;
    return { ...one, cells: { ...one.cells, [cell]: after } };
  });
}

/** Cells whose pages were typed without a price. */
export function isIncomplete({ priceMinor, creditsPerSide }: SidePrice): boolean {
  return priceMinor === null && creditsPerSide !== null;
}

function cellsOf(make: (cell: PriceCell) => SidePrice): Record<PriceCell, SidePrice> {
  return {
    monoOne: make("monoOne"),
    monoBoth: make("monoBoth"),
    colourOne: make("colourOne"),
    colourBoth: make("colourBoth"),
  };
}
