/** What nobody sees and no name means: soft hyphens, zero-width blanks, marks of byte order. Joiners stay, scripts need them. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;
/**
 * What has no width or no ink: joiners, marks of direction, fillers of Hangul and Khmer, the blank of Braille. Within a line scripts
 * need some of them; at its ends they do nothing, but make two names of one, or a name of nothing. The tags that end some flags stay.
 * https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
const NO_INK =
  // oxlint-disable-next-line no-misleading-character-class -- each is meant alone: marks among them combine with nothing here
  /[\u034F\s\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200C-\u200F\u202A-\u202E\u2061-\u206F\u2800\u3164\uFFA0\uFFF9-\uFFFB]/;
/** Selectors of a variant and tags follow a letter or an emoji: before the first there is none. */
const AT_THE_START = new RegExp(
  `^(?:${NO_INK.source}|[\\uFE00-\\uFE0F\\u{E0001}-\\u{E007F}\\u{E0100}-\\u{E01EF}])+`,
  "u",
);
/** Blanks of every width, and the separators of lines and paragraphs. */
const BLANKS = /[\p{Zs}\p{Zl}\p{Zp}]+/gu;

/**
 * A line of text as it is kept: composed (NFC), single blanks, nothing invisible at its ends. Two spellings that look the same
 * come out as one. https://unicode.org/reports/tr15/
 */
export function normalLine(text: string): string {
  const line = composedText(text).replaceAll(BLANKS, " ").replace(AT_THE_START, "");
  // Letter by letter: a pattern before `$` would begin anew at each of many such letters within the line.
  let end = line.length;
  while (end > 0 && NO_INK.test(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end);
}

/** The same for a text of several lines, which keeps them and the blanks in them. */
export function composedText(text: string): string {
  // What stood between two letters goes first: without it they may compose.
  return text.replaceAll(INVISIBLE, "").normalize("NFC").trim();
}
