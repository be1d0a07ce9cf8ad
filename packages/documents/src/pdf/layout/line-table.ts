import type { SheetGroup } from "../sheet.ts";
import { ascentOf, heightOfBlock, writeBlock } from "./block.ts";
import { amountHeading, columnsOf, type Columns } from "./columns.ts";
import type { Desk } from "./desk.ts";
import { drawLine, firstPartOf } from "./line-row.ts";
import { HAIRLINE, INK, PAGE, STYLES } from "./measures.ts";
import { heightOf, type Element } from "./paper.ts";

/** What was used, by groups, with its head on every page that it reaches. */
export function drawLines(desk: Desk): void {
  const { paper, sheet } = desk;
  const columns = columnsOf(desk);
  const table = paper.element("Table");
  const row = paper.element("TR", table);
  drawHead(desk, columns, (text, write) => paper.within(paper.element("TH", row, { title: text }), write));
  const onOtherPages = paper.onNewPage;
  paper.onNewPage = () => {
    onOtherPages();
    drawHead(desk, columns, (_, write) => paper.decorate(write));
  };
  for (const group of sheet.groups) drawGroup(desk, columns, table, group);
  paper.onNewPage = onOtherPages;
}

type Mark = (text: string, write: () => void) => void;

function drawHead(desk: Desk, columns: Columns, mark: Mark): void {
  const { paper, words } = desk;
  const style = STYLES.smallMedium;
  const baseline = paper.y + ascentOf(style);
  const heads = [
    { text: words.item, x: PAGE.left, side: "start" },
    { text: words.quantity, x: columns.quantity, side: "end" },
    { text: words.price, x: columns.price, side: "end" },
    { text: words.tax, x: columns.tax, side: "end" },
    { text: amountHeading(desk), x: columns.amount, side: "end" },
  ] as const;
  for (const { text, x, side } of heads) {
    mark(text, () => paper.write(paper.line(text, style), style, { x, baseline, side }));
  }
  paper.y += heightOf(style) + 3.5;
  paper.rule(paper.y, INK);
  paper.y += 7;
}

function drawGroup(desk: Desk, columns: Columns, table: Element, group: SheetGroup): void {
  const { paper } = desk;
  const [first] = group.lines;
  const afterHeading = first === undefined ? 0 : firstPartOf(desk, columns, first);
  if (group.heading !== null) drawHeading(desk, columns, table, { group, heading: group.heading, afterHeading });
  for (const [index, line] of group.lines.entries()) {
    if (index > 0) drawBetween(desk, firstPartOf(desk, columns, line));
    drawLine(desk, columns, table, line);
  }
  paper.rule(paper.y, INK);
  paper.y += 7;
}

/** A hairline between two lines of a page; none where the second begins a page of its own. */
function drawBetween({ paper }: Desk, next: number): void {
  if (next > paper.room) return paper.need(next);
  paper.rule(paper.y, HAIRLINE);
  paper.y += 5;
}

interface Heading {
  readonly group: SheetGroup;
  readonly heading: string;
  /** What must follow on the same page: a heading is never the last of one. */
  readonly afterHeading: number;
}

function drawHeading(desk: Desk, columns: Columns, table: Element, given: Heading): void {
  const { paper, formats } = desk;
  const { detail, sumMinor } = given.group;
  const field = { x: PAGE.left, width: columns.tax - columns.taxWidth - 10 - PAGE.left };
  const heading = { text: given.heading, style: STYLES.smallStrong, ...field };
  const further = detail === null ? null : { text: detail, style: STYLES.small, ...field };
  const height = heightOfBlock(paper, heading) + (further === null ? 0 : heightOfBlock(paper, further));
  paper.need(height + 6 + given.afterHeading);
  const row = paper.element("TR", table);
  const cell = paper.element("TH", row, { title: given.heading });
  const top = paper.y;
  const below = writeBlock(paper, cell, top, heading);
  const end = further === null ? below : writeBlock(paper, cell, below, further);
  if (sumMinor !== null) {
    const sum = { text: formats.amount(sumMinor), style: STYLES.smallFigure, x: columns.amount, width: 120 };
    writeBlock(paper, paper.element("TD", row), top, { ...sum, side: "end" });
  }
  paper.y = end + 4;
}
