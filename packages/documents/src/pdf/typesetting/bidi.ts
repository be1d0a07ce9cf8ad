import bidiFactory, { type Bidi } from "bidi-js";

// Its types describe the build for bundlers; Node gets the function itself.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** Levels of embedding, one for each UTF-16 unit; the direction of the whole is that of its first letter that has one (UAX #9). */
export function levelsOf(text: string): Uint8Array {
  return bidi.getEmbeddingLevels(text).levels;
}

/** A bracket as it looks between letters that run to the left. */
export function mirrored(text: string): string {
  return [...text].map((one) => bidi.getMirroredCharacter(one) ?? one).join("");
}

/** Pieces of one line from the left to the right (UAX #9, rule L2): what is at a level or above it turns around, the deepest first. */
export function inVisualOrder<Piece extends { readonly level: number }>(pieces: readonly Piece[]): Piece[] {
  const order = [...pieces];
  const levels = pieces.map(({ level }) => level);
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1), Infinity);
  for (let level = Math.max(...levels, 0); level >= lowestOdd; level -= 1) turnAround(order, level);
  return order;
}

function turnAround(order: { readonly level: number }[], level: number): void {
  let from = 0;
  while (from < order.length) {
    let to = from;
    while ((order[to]?.level ?? -1) >= level) to += 1;
    order.splice(from, to - from, ...order.slice(from, to).reverse());
    from = Math.max(to, from) + 1;
  }
}
