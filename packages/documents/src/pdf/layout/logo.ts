import { logoProblem } from "../archive/logo-problem.ts";
import type { SheetLogo } from "../sheet.ts";
import type { Element, Paper } from "./paper.ts";

/** The most that a logo may take of the page. */
const [HIGHEST, WIDEST] = [24, 120];

/** Draws the logo at the upper left corner of its field and says how wide it is. */
export function drawLogo(paper: Paper, element: Element, logo: SheetLogo, at: { x: number; y: number }): number {
  return logo.kind === "image" ? drawImage(paper, element, logo.bytes, at) : drawShapes(paper, element, logo, at);
}

function drawImage(paper: Paper, element: Element, bytes: Uint8Array, at: { x: number; y: number }): number {
  const problem = logoProblem(bytes);
  if (problem !== null) throw new Error(`The logo can't be drawn: ${problem}.`);
  const image = paper.doc.openImage(Buffer.from(bytes));
  const scale = Math.min(HIGHEST / image.height, WIDEST / image.width);
  paper.within(element, () => paper.doc.image(image, at.x, at.y, { width: image.width * scale }));
  return image.width * scale;
}

type Shapes = Extract<SheetLogo, { kind: "shapes" }>;

function drawShapes(paper: Paper, element: Element, logo: Shapes, at: { x: number; y: number }): number {
  const scale = Math.min(HIGHEST / logo.height, WIDEST / logo.width);
  paper.within(element, () => {
    paper.doc.save().translate(at.x, at.y).scale(scale);
    for (const { path, color } of logo.shapes) paper.doc.path(path).fill(color);
    paper.doc.restore();
  });
  return logo.width * scale;
}
