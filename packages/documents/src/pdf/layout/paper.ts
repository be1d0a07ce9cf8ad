import type { LetterCase } from "../fonts/faces.ts";
import { linesOf, oneLine, type Line, type TextStyle, type Typesetter } from "../typesetting/paragraph.ts";
import { runsOf, type Run } from "../typesetting/runs.ts";
import { featuresOf, widthOf } from "../typesetting/widths.ts";
import { LEADING, PAGE } from "./measures.ts";

/** The end of a line that `x` names. */
export type Side = "start" | "end";

/** An element of the document's structure (ISO 32000-1, 14.8), which screen readers follow. */
export type Element = PDFKit.PDFStructureElement;

interface ElementOptions {
  /** What a picture shows. */
  readonly alt?: string;
  readonly title?: string;
  /** What the head of a table is about. */
  readonly scope?: "Column" | "Row";
}

/** Pages, and the place on them that is to be written next. Lengths are points from the upper left corner. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly #setter: Typesetter;
  readonly #root: Element;
  readonly #known = new Set<string>();
  /** How far a page may be filled. */
  #bottom: number = PAGE.height - PAGE.bottom;
  /** Where the next thing begins. */
  y: number = PAGE.top;
  /** Draws what stands at the head of each further page, and moves `y` below it. */
  onNewPage: () => void = () => {};

  constructor(doc: PDFKit.PDFDocument, letters: LetterCase) {
    this.doc = doc;
    this.#setter = { letters, widthOf };
    this.#root = doc.struct("Document");
    doc.addStructure(this.#root);
  }

  /** Leaves room for a footer of this height on every page. */
  keepFree(height: number): void {
    this.#bottom = PAGE.height - PAGE.bottom - height;
  }

  get room(): number {
    return this.#bottom - this.y;
  }

  /** How many pages there are by now. */
  get pages(): number {
    return this.doc.bufferedPageRange().count;
  }

  /** Goes to a new page where less than `height` is left; a thing that is higher than a page begins where it is. */
  need(height: number): void {
    if (height > this.room && height <= this.#bottom - PAGE.top) this.turn();
  }

  turn(): void {
    this.doc.addPage();
    this.y = PAGE.top;
    this.onNewPage();
  }

  lines(text: string, style: TextStyle, width: number): Line[] {
    return linesOf(this.#setter, text, style, width);
  }

  line(text: string, style: TextStyle): Line {
    return oneLine(this.#setter, text, style);
  }

  /** The beginning of a text that has to fit, with a sign that it goes on. */
  shortLine(text: string, style: TextStyle, width: number): Line {
    const line = this.line(text, style);
    if (line.width <= width) return line;
    const [first] = this.lines(text, style, width - style.size);
    return this.line(
      `${(first?.letters ?? [])
        .map(({ said }) => said)
        .join("")
        .trim()}…`,
      style,
    );
  }

  /** Writes a line whose letters stand on `baseline`; one whose glyphs don't tell its letters says them beside. */
  write(line: Line, style: TextStyle, at: { x: number; baseline: number; side?: Side }): void {
    const said = line.letters.map((letter) => letter.said).join("");
    if (TELLS_ITSELF.test(said) && !said.includes("\u{fffd}")) return this.#draw(line, style, at);
    this.doc.markContent("Span", { actual: said });
    this.#draw(line, style, at);
    this.doc.endMarkedContent();
  }

  #draw(line: Line, style: TextStyle, at: { x: number; baseline: number; side?: Side }): void {
    let x = at.side === "end" ? at.x - line.width : at.x;
    for (const run of runsOf(line.letters)) {
      const textWidth = widthOf(run, style);
      this.#choose(run, style);
      // Its width and its words are said, so that pdfkit doesn't shape the run once more for what it doesn't need.
      const options = { features: featuresOf(style), ...ON_BASELINE, textWidth, wordCount: 1 };
      this.doc.fillColor(style.color).text(run.text, x, at.baseline, options);
      x += textWidth;
    }
  }

  /** Puts an element into the structure, below another or at its top. */
  element(type: string, parent: Element | null = null, options: ElementOptions = {}): Element {
    const element = this.doc.struct(type, options);
    (parent ?? this.#root).add(element);
    return element;
  }

  /** What is drawn here belongs to the element. */
  within(element: Element, draw: () => void): void {
    const content = this.doc.markStructureContent("Span");
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** What is drawn here is only to be seen: lines, page numbers. */
  decorate(draw: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw();
    this.doc.endMarkedContent();
  }

  rule(y: number, color: string, from: number = PAGE.left, to: number = PAGE.right): void {
    this.decorate(() => this.doc.moveTo(from, y).lineTo(to, y).lineWidth(0.6).strokeColor(color).stroke());
  }

  /** Opens an address where it is pressed. */
  press(element: Element, address: string, at: { x: number; y: number; width: number; height: number }): void {
    this.doc.link(at.x, at.y, at.width, at.height, address, { structParent: element });
  }

  /** Ends the structure; nothing can be added then. */
  end(): void {
    this.#root.end();
  }

  #choose(run: Run, { size }: TextStyle): void {
    if (!this.#known.has(run.face.key)) this.doc.registerFont(run.face.key, run.face.bytes);
    this.#known.add(run.face.key);
    this.doc.font(run.face.key).fontSize(size);
  }
}

/**
 * Scripts with a glyph for each letter, in the order of speech. In others a glyph can be a part of several letters, or stand
 * before the one that it follows: what is copied from it would be another word (ISO 32000-1, 14.9.4).
 */
const TELLS_ITSELF =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Hebrew}\p{Script=Common}]*$/u;

const ON_BASELINE = { lineBreak: false, baseline: "alphabetic" } as const;

/** What a line takes from the one before it to the next. */
export function heightOf(style: TextStyle): number {
  return style.size * LEADING;
}
