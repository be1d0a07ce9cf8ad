/** What nobody sees and no name means: soft hyphens, zero-width blanks, marks of byte order. Joiners stay, scripts need them. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;
/** Blanks of every width, and the separators of lines and paragraphs. */
const BLANKS = /[\p{Zs}\p{Zl}\p{Zp}]+/gu;

/**
 * A line of text as it is kept: composed (NFC), single blanks, none around it, nothing invisible. Two spellings that look the same
 * come out as one. https://unicode.org/reports/tr15/
 */
export function normalLine(text: string): string {
  return composedText(text).replaceAll(BLANKS, " ").trim();
}

/** The same for a text of several lines, which keeps them and the blanks in them. */
export function composedText(text: string): string {
  // What stood between two letters goes first: without it they may compose.
  return text.replaceAll(INVISIBLE, "").normalize("NFC").trim();
}
