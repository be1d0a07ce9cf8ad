import LineBreaker from "linebreak";

const thaiWords = new Intl.Segmenter("th", { granularity: "word" });
const THAI = /[\p{Script=Thai}\p{Script=Lao}]+/gu;

/** A place where a line may end (the index of what follows), or must. */
export interface Break {
  readonly at: number;
  readonly isRequired: boolean;
}

/**
 * Where the lines of a text may end (UAX #14), the end of the text included. Thai writes no spaces between words: there a
 * dictionary says where one ends (UAX #14, class SA).
 */
export function lineBreaks(text: string): Break[] {
  const breaks = new Map<number, boolean>();
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    breaks.set(next.position, next.required && text[next.position - 1] === "\n");
  }
  for (const at of wordEnds(text)) if (!breaks.has(at)) breaks.set(at, false);
  breaks.set(text.length, true);
  return [...breaks].map(([at, isRequired]) => ({ at, isRequired })).sort((a, b) => a.at - b.at);
}

function wordEnds(text: string): number[] {
  return [...text.matchAll(THAI)].flatMap((found) =>
    [...thaiWords.segment(found[0])].slice(1).map(({ index }) => found.index + index),
  );
}
