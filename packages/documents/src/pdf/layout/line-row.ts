import type { SheetLine } from "../sheet.ts";
import type { Line, TextStyle } from "../typesetting/paragraph.ts";
import { ascentOf } from "./block.ts";
import type { Columns } from "./columns.ts";
import type { Desk } from "./desk.ts";
import { drawFigures, figuresOf, heightOfFigures } from "./line-figures.ts";
import { PAGE, STYLES } from "./measures.ts";
import { heightOf, type Element } from "./paper.ts";

interface Written {
  readonly line: Line;
  readonly style: TextStyle;
}

/** Below the last line of a row. */
const BELOW = 5.6;

/** What of a description is never torn apart: about a third of a page. */
const LONGEST = 230;

/** What of a line has to stand together: all of it, or its beginning where it is very long. */
export function firstPartOf(desk: Desk, columns: Columns, line: SheetLine): number {
  const words = Math.min(heightOfLines(wordsOf(desk, columns, line)), LONGEST);
  return Math.max(words, heightOfFigures(figuresOf(desk, columns, line))) + BELOW;
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
  const figures = figuresOf(desk, columns, line);
  const [first, top] = [paper.y + ascentOf(STYLES.bodyMedium), paper.y];
  const staysHere = heightOfLines(words) <= paper.room;
  if (!staysHere) drawFigures(desk, row, figures, first);
  for (const { line: written, style } of words) {
    paper.need(heightOf(style));
    const baseline = paper.y + ascentOf(style);
    paper.within(cell, () => paper.write(written, style, { x: PAGE.left, baseline }));
    paper.y += heightOf(style);
  }
  if (staysHere) {
    drawFigures(desk, row, figures, first);
    paper.y = Math.max(paper.y, top + heightOfFigures(figures));
  }
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
