import { ascentOf, heightOfBlock, type Block } from "./block.ts";
import type { Desk } from "./desk.ts";
import { HAIRLINE, PAGE, STYLES, WIDTH } from "./measures.ts";
import { heightOf } from "./paper.ts";

const GAP = 14;
const WIDTHS = [178, 142, WIDTH - 178 - 142 - 2 * GAP] as const;
const ABOVE = 10;

/** Who the seller is by law, what this file carries, and the page: at the foot of every page. Aloud it is read once. */
export function drawFooters(desk: Desk, carries: boolean): void {
  const { doc } = desk.paper;
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    const columns = footerOf(desk, carries, { page: page + 1, pages: count });
    const element = page === 0 ? desk.paper.element("P") : null;
    drawFooter(desk, columns, (draw) =>
      element === null ? desk.paper.decorate(draw) : desk.paper.within(element, draw),
    );
  }
}

export function heightOfFooter(desk: Desk, carries: boolean): number {
  const heights = footerOf(desk, carries, { page: 1, pages: 1 }).map((blocks) =>
    blocks.reduce((sum, block) => sum + heightOfBlock(desk.paper, block), 0),
  );
  return Math.max(...heights) + ABOVE * 2;
}

function footerOf({ sheet, words }: Desk, carries: boolean, at: { page: number; pages: number }): Block[][] {
  const { legalName, address, ids } = sheet.seller;
  const data = carries ? [words.carriesData, `(${words.standard})`] : [];
  const [first, second, third] = WIDTHS;
  const style = STYLES.fine;
  return [
    [legalName, ...address].map((text) => ({ text, style, x: PAGE.left, width: first })),
    ids.map((text) => ({ text, style, x: PAGE.left + first + GAP, width: second })),
    [...data, words.page(at.page, at.pages)].map((text) => ({
      text,
      style,
      x: PAGE.right,
      width: third,
      side: "end" as const,
    })),
  ];
}

function drawFooter({ paper }: Desk, columns: readonly (readonly Block[])[], mark: (draw: () => void) => void): void {
  const heights = columns.map((blocks) => blocks.reduce((sum, block) => sum + heightOfBlock(paper, block), 0));
  const top = PAGE.height - PAGE.bottom - Math.max(...heights);
  paper.rule(top - ABOVE, HAIRLINE);
  mark(() => {
    for (const blocks of columns) {
      let y = top;
      for (const { text, style, width, x, side = "start" } of blocks) {
        for (const line of paper.lines(text, style, width)) {
          paper.write(line, style, { x, baseline: y + ascentOf(style), side });
          y += heightOf(style);
        }
      }
    }
  });
}
