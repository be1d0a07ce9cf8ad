/** What is drawn together: a letter with its accents, a flag, a family. Line feeds stay; other control characters are spaces. */
export interface Letter {
  readonly text: string;
  /** Where it begins in the prepared text, in UTF-16 units. */
  readonly at: number;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A text as it is set: composed (NFC), without control characters, its line breaks as line feeds. */
export function prepared(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\p{Cc}\p{Cs}]/gu, (one) => (one === "\n" ? one : " "));
}

/** The letters of a prepared text, in the order of speech. */
export function lettersOf(text: string): Letter[] {
  return [...graphemes.segment(text)].map(({ segment, index }) => ({ text: segment, at: index }));
}
