import { encode } from "uqr";
import type { Element, Paper } from "./paper.ts";
import { INK } from "./measures.ts";

/**
 * A QR code as squares in a field of `size` points: level M, as EPC069-12 asks for. The paper is white around it, so the quiet
 * zone needs no drawing. Neighbours in a row are one rectangle, so that no viewer shows a gap between them.
 */
export function drawQrCode(
  paper: Paper,
  element: Element,
  payload: string,
  at: { x: number; y: number; size: number },
): void {
  const { data, size } = encode(payload, { ecc: "M", border: 0, boostEcc: false, maxVersion: 13 });
  const unit = at.size / size;
  paper.within(element, () => {
    for (const [row, modules] of data.entries()) {
      for (const { from, length } of darkStretches(modules)) {
        paper.doc.rect(at.x + from * unit, at.y + row * unit, length * unit, unit);
      }
    }
    paper.doc.fill(INK);
  });
}

function darkStretches(modules: readonly boolean[]): { from: number; length: number }[] {
  const stretches: { from: number; length: number }[] = [];
  for (const [index, isDark] of modules.entries()) {
    const last = stretches.at(-1);
    if (!isDark) continue;
    if (last !== undefined && last.from + last.length === index) last.length += 1;
    else stretches.push({ from: index, length: 1 });
  }
  return stretches;
}
