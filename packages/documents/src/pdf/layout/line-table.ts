import type { SheetGroup } from "../sheet.ts";
import type { TextStyle } from "../typesetting/paragraph.ts";
import { ascentOf, heightOfBlock, writeBlock, type Block } from "./block.ts";
import { amountHeading, columnsOf, type Columns } from "./columns.ts";
import type { Desk } from "./desk.ts";
import { drawLine, firstPartOf } from "./line-row.ts";
import { HAIRLINE, INK, PAGE, STYLES } from "./measures.ts";
import { heightOf, type Element } from "./paper.ts";

/** What was used, by groups, with its head on every page that it reaches. */
export function drawLines(desk: Desk): void {
  const { paper, sheet } = desk;
  const columns = columnsOf(desk);
  const [first] = sheet.groups;
  paper.need(HEAD + (first === undefined ? 0 : beginningOf(desk, columns, first)));
  const table = paper.element("Table");
  const row = paper.element("TR", table);
  drawHead(desk, columns, (text, write) =>
    paper.within(paper.element("TH", row, { title: text, scope: "Column" }), write),
  );
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
  paper.rule(paper.y + HEAD - BELOW_RULE, INK);
  paper.y += HEAD;
}

/** What the head of the table takes, and of that what is below its rule. */
const BELOW_RULE = 7;
const HEAD = heightOf(STYLES.smallMedium) + 3.5 + BELOW_RULE;

function drawGroup(desk: Desk, columns: Columns, table: Element, group: SheetGroup): void {
  const { paper } = desk;
  paper.need(beginningOf(desk, columns, group));
  if (group.heading !== null) drawHeading(desk, columns, table, { ...group, heading: group.heading });
  for (const [index, line] of group.lines.entries()) {
    if (index > 0) drawBetween(desk, firstPartOf(desk, columns, line));
    drawLine(desk, columns, table, line);
  }
  paper.rule(paper.y, INK);
  paper.y += BELOW_RULE;
}

/** A heading and the beginning of what it is about: a heading is never the last of a page. */
function beginningOf(desk: Desk, columns: Columns, group: SheetGroup): number {
  const [first] = group.lines;
  const blocks = headingOf(columns, group);
  const heading = blocks.reduce((sum, block) => sum + heightOfBlock(desk.paper, block), 0);
  return heading + BELOW_HEADING + (first === undefined ? 0 : firstPartOf(desk, columns, first));
}

const BELOW_HEADING = 4;

function headingOf(columns: Columns, { heading, detail }: SheetGroup): Block[] {
  const field = { x: PAGE.left, width: columns.tax - columns.taxWidth - 10 - PAGE.left };
  const texts: [string | null, TextStyle][] = [
    [heading, STYLES.smallStrong],
    [detail, STYLES.small],
  ];
  return texts.flatMap(([text, style]) => (text === null ? [] : [{ text, style, ...field }]));
}

const BETWEEN = 5;

/** A hairline between two lines of a page; none where the second begins a page of its own. */
function drawBetween({ paper }: Desk, next: number): void {
  if (next + BETWEEN > paper.room) return paper.need(next + BETWEEN);
  paper.rule(paper.y, HAIRLINE);
  paper.y += BETWEEN;
}

function drawHeading(desk: Desk, columns: Columns, table: Element, group: SheetGroup & { heading: string }): void {
  const { paper, formats } = desk;
  const row = paper.element("TR", table);
  const cell = paper.element("TH", row, { title: group.heading, scope: "Row" });
  const top = paper.y;
  const end = headingOf(columns, group).reduce((y, block) => writeBlock(paper, cell, y, block), top);
  if (group.sumMinor !== null) {
    const sum = { text: formats.amount(group.sumMinor), style: STYLES.smallFigure, x: columns.amount, width: 120 };
    writeBlock(paper, paper.element("TD", row), top, { ...sum, side: "end" });
  }
  paper.y = end + BELOW_HEADING;
}
