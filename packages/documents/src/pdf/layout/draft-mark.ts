import type { Desk } from "./desk.ts";
import { PAGE, STYLES } from "./measures.ts";

/** "Draft" across the page, pale and beneath all else: no transparency, which old viewers print badly. */
export function drawDraftMark({ paper, words }: Desk): void {
  const { mark } = STYLES;
  const line = paper.line(words.draft, mark);
  const center = { x: PAGE.width / 2, y: PAGE.height / 2 };
  paper.decorate(() => {
    paper.doc.save().rotate(-52, { origin: [center.x, center.y] });
    paper.write(line, mark, { x: center.x - line.width / 2, baseline: center.y + mark.size * 0.36 });
    paper.doc.restore();
  });
}
