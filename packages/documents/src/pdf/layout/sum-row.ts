import type { Line, TextStyle } from "../typesetting/paragraph.ts";
import { ascentOf } from "./block.ts";
import type { Desk } from "./desk.ts";
import { PAGE, SECOND_COLUMN, STYLES } from "./measures.ts";
import { heightOf, type Element } from "./paper.ts";

export interface Sum {
  readonly label: string;
  /** Smaller, beside the label: "on 1,115.07". */
  readonly detail: string | null;
  readonly minor: number;
}

/** Between the words and the amount, and below a row. */
const [GAP, BELOW] = [8, 2.6];

interface Placed {
  readonly line: Line;
  readonly style: TextStyle;
  readonly x: number;
  /** Which line of the row it stands on. */
  readonly row: number;
}

export function heightOfSum(desk: Desk, sum: Sum): number {
  const { words } = partsOf(desk, sum);
  return Math.max(1, ...words.map(({ row }) => row + 1)) * heightOf(STYLES.body) + BELOW;
}

/** One sum at the paper's place: its words in as many lines as they take, its amount beside the first. */
export function drawSum(desk: Desk, table: Element, sum: Sum): void {
  const { paper } = desk;
  const { words, amount } = partsOf(desk, sum);
  const row = paper.element("TR", table);
  const baseline = paper.y + ascentOf(STYLES.body);
  const head = paper.element("TH", row, { scope: "Row" });
  for (const { line, style, x, row: below } of words) {
    paper.within(head, () => paper.write(line, style, { x, baseline: baseline + below * heightOf(STYLES.body) }));
  }
  const cell = paper.element("TD", row);
  paper.within(cell, () => paper.write(amount, STYLES.figure, { x: PAGE.right, baseline, side: "end" }));
  paper.y += heightOfSum(desk, sum);
}

/** The detail stands behind the label where there is room before the amount, and below it otherwise. */
function partsOf({ paper, formats }: Desk, { label, detail, minor }: Sum): { words: Placed[]; amount: Line } {
  const { body, small } = STYLES;
  const amount = paper.line(formats.amount(minor), STYLES.figure);
  const room = PAGE.right - amount.width - GAP - SECOND_COLUMN;
  const lines = paper.lines(label, body, room);
  const words = lines.map((line, row): Placed => ({ line, style: body, x: SECOND_COLUMN, row }));
  if (detail === null) return { words, amount };
  const behind = (lines.at(-1)?.width ?? 0) + 4;
  const written = paper.line(detail, small);
  if (behind + written.width <= room) {
    const last = { line: written, style: small, x: SECOND_COLUMN + behind, row: lines.length - 1 };
    return { words: [...words, last], amount };
  }
  const below = paper.lines(detail, small, room).map((line, index): Placed => {
    return { line, style: small, x: SECOND_COLUMN, row: lines.length + index };
  });
  return { words: [...words, ...below], amount };
}
