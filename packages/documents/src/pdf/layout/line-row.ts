import type { SheetLine } from "../sheet.ts";
import type { Line, TextStyle } from "../typesetting/paragraph.ts";
import { ascentOf } from "./block.ts";
import type { Columns } from "./columns.ts";
import type { Desk } from "./desk.ts";
import { PAGE, STYLES } from "./measures.ts";
import { heightOf, type Element } from "./paper.ts";

interface Written {
  readonly line: Line;
  readonly style: TextStyle;
}

/** Below the last line of a row. */
const BELOW = 5.6;

/** What of a line has to stand together: all of it, or its beginning where it is longer than a third of a page. */
export function firstPartOf(desk: Desk, columns: Columns, line: SheetLine): number {
  return Math.min(heightOfLines(wordsOf(desk, columns, line)), 230) + BELOW;
}

/**
 * One line of the invoice: its words as long as they are, over pages if they must, its figures beside the first of them. They
 * are written after the words, so that they are read after them, too, unless the words go on to another page.
 */
export function drawLine(desk: Desk, columns: Columns, table: Element, line: SheetLine): void {
  const { paper } = desk;
  paper.need(firstPartOf(desk, columns, line));
  const row = paper.element("TR", table);
  const cell = paper.element("TD", row);
  const words = wordsOf(desk, columns, line);
  const at = { line, baseline: paper.y + ascentOf(STYLES.bodyMedium) };
  const staysHere = heightOfLines(words) <= paper.room;
  if (!staysHere) drawFigures(desk, columns, row, at);
  for (const { line: written, style } of words) {
    paper.need(heightOf(style));
    const baseline = paper.y + ascentOf(style);
    paper.within(cell, () => paper.write(written, style, { x: PAGE.left, baseline }));
    paper.y += heightOf(style);
  }
  if (staysHere) drawFigures(desk, columns, row, at);
  paper.y += BELOW;
}

function wordsOf({ paper }: Desk, columns: Columns, { description, detail }: SheetLine): Written[] {
  const texts: [string | null, TextStyle][] = [
    [description, STYLES.bodyMedium],
    [detail, STYLES.small],
  ];
  return texts.flatMap(([text, style]) =>
    text === null ? [] : paper.lines(text, style, columns.descriptionWidth).map((line) => ({ line, style })),
  );
}

function heightOfLines(lines: readonly Written[]): number {
  return lines.reduce((sum, { style }) => sum + heightOf(style), 0);
}

function drawFigures(desk: Desk, columns: Columns, row: Element, at: { line: SheetLine; baseline: number }): void {
  const { paper, formats } = desk;
  const { line, baseline } = at;
  drawQuantity(desk, columns, row, at);
  if (line.unitPriceMinor !== null) {
    drawFigure(desk, row, {
      text: formats.amount(line.unitPriceMinor),
      style: STYLES.figure,
      x: columns.price,
      baseline,
    });
  }
  const marks = paper.lines(line.taxMark, STYLES.smallFigure, columns.taxWidth + 1);
  const cell = paper.element("TD", row);
  for (const [index, mark] of marks.entries()) {
    const below = baseline + index * heightOf(STYLES.smallFigure);
    paper.within(cell, () => paper.write(mark, STYLES.smallFigure, { x: columns.tax, baseline: below, side: "end" }));
  }
  drawFigure(desk, row, { text: formats.amount(line.amountMinor), style: STYLES.figure, x: columns.amount, baseline });
}

interface Figure {
  readonly text: string;
  readonly style: TextStyle;
  /** Where it ends. */
  readonly x: number;
  readonly baseline: number;
}

function drawFigure({ paper }: Desk, row: Element, { text, style, x, baseline }: Figure): void {
  const cell = paper.element("TD", row);
  paper.within(cell, () => paper.write(paper.line(text, style), style, { x, baseline, side: "end" }));
}

/** "14 days": the figure as large as a price, its unit small; a unit that has no room goes below. */
function drawQuantity(
  { paper }: Desk,
  columns: Columns,
  row: Element,
  at: { line: SheetLine; baseline: number },
): void {
  const { quantity, unit } = at.line;
  const [figure, small] = [STYLES.figure, STYLES.small];
  const cell = paper.element("TD", row);
  const written = paper.line(quantity, figure);
  const units = unit === null ? [] : paper.lines(unit, small, Math.max(columns.quantityWidth - written.width, 24));
  const widest = Math.max(0, ...units.map((line) => line.width));
  const space = units.length === 0 ? 0 : 2.6;
  paper.within(cell, () => {
    paper.write(written, figure, { x: columns.quantity - widest - space, baseline: at.baseline, side: "end" });
    for (const [index, line] of units.entries()) {
      paper.write(line, small, { x: columns.quantity - widest, baseline: at.baseline + index * heightOf(small) });
    }
  });
}
