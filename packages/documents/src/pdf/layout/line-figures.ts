import type { SheetLine } from "../sheet.ts";
import type { Line, TextStyle } from "../typesetting/paragraph.ts";
import type { Columns } from "./columns.ts";
import type { Desk } from "./desk.ts";
import { STYLES } from "./measures.ts";
import { heightOf, type Element } from "./paper.ts";

/** A piece of a cell of figures: it ends at `x`, so many lines of small text below the first. */
interface Piece {
  readonly line: Line;
  readonly style: TextStyle;
  readonly x: number;
  readonly below: number;
}

/** What stands beside the words of a line: quantity, price, tax, amount, each a cell. */
export function figuresOf(desk: Desk, columns: Columns, line: SheetLine): Piece[][] {
  const { formats, paper } = desk;
  const figure = (minor: number, x: number) => [pieceOf(desk, formats.amount(minor), STYLES.figure, x)];
  const marks = paper.lines(line.taxMark, STYLES.smallFigure, columns.taxWidth + 1);
  return [
    quantityOf(desk, columns, line),
    ...(line.unitPriceMinor === null ? [] : [figure(line.unitPriceMinor, columns.price)]),
    marks.map((mark, below) => ({ line: mark, style: STYLES.smallFigure, x: columns.tax, below })),
    figure(line.amountMinor, columns.amount),
  ];
}

export function heightOfFigures(cells: readonly (readonly Piece[])[]): number {
  const below = Math.max(0, ...cells.flat().map((piece) => piece.below));
  return heightOf(STYLES.figure) + below * heightOf(STYLES.small);
}

export function drawFigures(
  { paper }: Desk,
  row: Element,
  cells: readonly (readonly Piece[])[],
  baseline: number,
): void {
  for (const pieces of cells) {
    const cell = paper.element("TD", row);
    for (const { line, style, x, below } of pieces) {
      const at = { x, baseline: baseline + below * heightOf(STYLES.small), side: "end" } as const;
      paper.within(cell, () => paper.write(line, style, at));
    }
  }
}

/** "14 days": the figure as large as a price, its unit small; a unit that has no room goes below. */
function quantityOf(desk: Desk, columns: Columns, { quantity, unit }: SheetLine): Piece[] {
  const { paper } = desk;
  const x = columns.quantity;
  if (unit === null) return [pieceOf(desk, quantity, STYLES.figure, x)];
  const beside = paper.line(`\u00a0${unit}`, STYLES.small);
  const figure = pieceOf(desk, quantity, STYLES.figure, x - beside.width);
  if (figure.line.width + beside.width <= columns.quantityWidth) {
    return [figure, { line: beside, style: STYLES.small, x, below: 0 }];
  }
  const units = paper.lines(unit, STYLES.small, columns.quantityWidth);
  return [{ ...figure, x }, ...units.map((line, index) => ({ line, style: STYLES.small, x, below: index + 1 }))];
}

function pieceOf({ paper }: Desk, text: string, style: TextStyle, x: number): Piece {
  return { line: paper.line(text, style), style, x, below: 0 };
}
