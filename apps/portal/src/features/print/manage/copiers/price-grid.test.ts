import type { PrintPriceRow } from "@working-social/copier/schema";
import { describe, expect, it } from "vitest";
import { gridOf, isIncomplete, rowsOf, withCell, withSize } from "./price-grid.ts";

const rows: PrintPriceRow[] = [
  { colour: "mono", paperSize: "other", isDuplex: false, priceMinor: 0, creditsPerSide: 0 },
  { colour: "colour", paperSize: "A4", isDuplex: true, priceMinor: 40, creditsPerSide: 1 },
  { colour: "mono", paperSize: "A4", isDuplex: false, priceMinor: 10, creditsPerSide: 1 },
];
const byKey = (all: PrintPriceRow[]) => all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe("the price grid", () => {
  it("keeps every row through the grid and back, also what is free", () => {
    expect(byKey(rowsOf(gridOf(rows)))).toEqual(byKey(rows));
    expect(gridOf(rows).map(({ size }) => size)).toEqual(["A4", "other"]);
  });
  it("saves nothing for a size without a price", () => {
    expect(rowsOf(withSize([], "A5"))).toEqual([]);
  });
  it("gives a first price its usual pages, two for large paper, and keeps what was typed", () => {
    const typed = (size: "A3" | "A4", change: object) =>
      withCell(withSize([], size), { size, cell: "monoOne", change })[0]?.cells.monoOne;
    expect(typed("A4", { priceMinor: 5 })).toEqual({ priceMinor: 5, creditsPerSide: 1 });
    expect(typed("A3", { priceMinor: 5 })).toEqual({ priceMinor: 5, creditsPerSide: 2 });
    const credits = withCell(withSize([], "A3"), { size: "A3", cell: "monoOne", change: { creditsPerSide: 3 } });
    const [both] = withCell(credits, { size: "A3", cell: "monoOne", change: { priceMinor: 5 } });
    expect(both?.cells.monoOne).toEqual({ priceMinor: 5, creditsPerSide: 3 });
  });
  it("knows pages without a price", () => {
    expect(isIncomplete({ priceMinor: null, creditsPerSide: 1 })).toBe(true);
    expect(isIncomplete({ priceMinor: 0, creditsPerSide: null })).toBe(false);
  });
});
