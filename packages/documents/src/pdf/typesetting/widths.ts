import type { TextStyle } from "./paragraph.ts";
import type { Run } from "./runs.ts";

const MOST = 50_000;

/** Widths at size 1. Shaping is most of the work of a page, and one document after another says "hours" and "VAT". */
const known = new Map<string, number>();

/**
 * The width of a run in points: measured once, and never by the font that a document writes with. That one remembers which
 * letters a glyph has drawn first, and a file must not depend on what was measured before it.
 */
export function widthOf(run: Run, style: TextStyle): number {
  const features = featuresOf(style);
  const key = `${run.face.key} ${features.join()} ${run.text}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered * style.size;
  if (known.size >= MOST) known.clear();
  const { font } = run.face;
  const measured = font.layout(run.text, features).advanceWidth / font.unitsPerEm;
  known.set(key, measured);
  return measured * style.size;
}

/** With any list of features, pdfkit gives the font the whole run, not its words: only so it can turn a sentence around. */
export function featuresOf({ isTabular }: TextStyle): ("tnum" | "kern")[] {
  return [isTabular === true ? "tnum" : "kern"];
}
