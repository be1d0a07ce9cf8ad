/** What turns the direction of letters, and is no letter itself (UAX #9, section 2). */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g;

/** One or two letters of a name, by grapheme, so that no letter with marks and no emoji is cut in half. */
export function initialsOf(name: string): string {
  const words = name.replaceAll(DIRECTIONS, "").trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return ends.map((word) => [...segmenter.segment(word ?? "")][0]?.segment.toLocaleUpperCase() ?? "").join("");
}

/** The same name gets the same number below `count` on every device (FNV-1a). */
export function stableIndex(name: string, count: number): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % count;
}
