import { writeBlock } from "./block.ts";
import { kindOf, type Desk } from "./desk.ts";
import { drawLogo } from "./logo.ts";
import { PAGE, SECOND_COLUMN, STYLES, WIDTH } from "./measures.ts";
import { heightOf } from "./paper.ts";

/** Who writes, and what this is: the logo and the name at the left, the kind and the number at the right. */
export function drawMasthead(desk: Desk): void {
  const { paper, sheet, words } = desk;
  const { logo, name, place } = sheet.seller;
  const top = paper.y;
  const figure = logo === null ? null : paper.element("Figure", null, { alt: words.logoOf(name) });
  const used = logo === null || figure === null ? 0 : drawLogo(paper, figure, logo, { x: PAGE.left, y: top + 1 });
  const x = PAGE.left + (used === 0 ? 0 : used + 7);
  const width = SECOND_COLUMN - 20 - x;
  const seller = paper.element("P");
  const belowName = writeBlock(paper, seller, top - 2, { text: name, style: STYLES.title, x, width });
  const left =
    place === null
      ? belowName
      : writeBlock(paper, seller, belowName - 2, { text: place, style: STYLES.small, x, width });
  const right = drawKind(desk, top - 2);
  paper.y = Math.max(left, right, top + 24) + 25;
}

function drawKind(desk: Desk, y: number): number {
  const { paper, sheet } = desk;
  const title = paper.element("H1");
  const field = { x: PAGE.right, width: PAGE.right - SECOND_COLUMN, side: "end" } as const;
  if (sheet.number === null) return writeBlock(paper, title, y, { text: kindOf(sheet), style: STYLES.title, ...field });
  const below = writeBlock(paper, title, y, { text: kindOf(sheet), style: STYLES.small, ...field });
  return writeBlock(paper, title, below, { text: sheet.number, style: STYLES.title, ...field });
}

/** On every further page: whose document it is. */
export function drawRunningHead({ paper, sheet }: Desk, title: string): void {
  const { small, smallStrong } = STYLES;
  const baseline = paper.y + small.size;
  const half = WIDTH / 2 - 10;
  const [name, number] = [paper.shortLine(sheet.seller.name, small, half), paper.shortLine(title, smallStrong, half)];
  paper.decorate(() => {
    paper.write(name, small, { x: PAGE.left, baseline });
    paper.write(number, smallStrong, { x: PAGE.right, baseline, side: "end" });
  });
  paper.y += heightOf(small) + 12;
}
