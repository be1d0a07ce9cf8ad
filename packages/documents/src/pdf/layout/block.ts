import type { TextStyle } from "../typesetting/paragraph.ts";
import { heightOf, type Element, type Paper, type Side } from "./paper.ts";

/** A text in a field of the page: its lines begin at `x` or end there. */
export interface Block {
  readonly text: string;
  readonly style: TextStyle;
  readonly x: number;
  readonly width: number;
  readonly side?: Side;
}

/** Writes a block from `y` on, all of it on this page, and says where the next one begins. */
export function writeBlock(paper: Paper, element: Element, y: number, block: Block): number {
  const { style, x, side = "start" } = block;
  const lines = paper.lines(block.text, style, block.width);
  paper.within(element, () => {
    for (const [index, line] of lines.entries()) {
      paper.write(line, style, { x, baseline: y + index * heightOf(style) + ascentOf(style), side });
    }
  });
  return y + lines.length * heightOf(style);
}

export function heightOfBlock(paper: Paper, block: Block): number {
  return paper.lines(block.text, block.style, block.width).length * heightOf(block.style);
}

/** Writes a text at the paper's place, over as many pages as it takes. */
export function flow(paper: Paper, element: Element, block: Block): void {
  for (const line of paper.lines(block.text, block.style, block.width)) {
    paper.need(heightOf(block.style));
    const baseline = paper.y + ascentOf(block.style);
    paper.within(element, () => paper.write(line, block.style, { x: block.x, baseline }));
    paper.y += heightOf(block.style);
  }
}

/** From the upper edge of a line to the foot of its letters: half of the leading, and Inter's ascender. */
export function ascentOf(style: TextStyle): number {
  return (heightOf(style) - style.size * 1.21) / 2 + style.size * 0.969;
}
