import { flow } from "./block.ts";
import type { Desk } from "./desk.ts";
import { PAGE, STYLES, WIDTH } from "./measures.ts";
import { heightOf } from "./paper.ts";

/** What the law wants to be said, what the seller adds, and whom to ask. */
export function drawClosing(desk: Desk): void {
  const { paper, sheet, words } = desk;
  const field = { x: PAGE.left, width: WIDTH };
  const wordings = [...new Set(sheet.taxes.map((tax) => tax.wording).filter((wording) => wording !== null))];
  for (const text of wordings) flow(paper, paper.element("P"), { text, style: STYLES.bodyStrong, ...field });
  if (wordings.length > 0) paper.y += 5;
  for (const text of sheet.notes) {
    flow(paper, paper.element("P"), { text, style: STYLES.small, ...field });
    paper.y += 2;
  }
  const { contact } = sheet.seller;
  if (contact !== null)
    flow(paper, paper.element("P"), { text: `${words.questions} ${contact}`, style: STYLES.small, ...field });
  if (sheet.link !== null) drawLink(desk, sheet.link);
}

/** An address that can be pressed (and is written out, for paper). */
function drawLink({ paper, words }: Desk, link: string): void {
  const { small, smallInk } = STYLES;
  const [label, address] = [paper.line(words.seeOnline, small), paper.lines(link, smallInk, WIDTH)];
  const [first] = address;
  const beside = first !== undefined && label.width + 3 + first.width <= WIDTH && address.length === 1;
  paper.need(heightOf(small) * (beside ? 1 : 1 + address.length));
  const baseline = paper.y + small.size * 1.15;
  paper.within(paper.element("P"), () => paper.write(label, small, { x: PAGE.left, baseline }));
  const x = beside ? PAGE.left + label.width + 3 : PAGE.left;
  let y = beside ? baseline : baseline + heightOf(small);
  const element = paper.element("Link");
  for (const line of address) {
    paper.within(element, () => paper.write(line, smallInk, { x, baseline: y }));
    if (/^https?:\/\//i.test(link))
      paper.press(element, link, { x, y: y - small.size, width: line.width, height: heightOf(small) });
    y += heightOf(small);
  }
  paper.y = y;
}
