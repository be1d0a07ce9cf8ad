const PLAIN = "abcdefghijklmnopqrstuvwxyz";
const ACCENTED = [..."àƀçđéƒğĥíĵķļɱñöþɋŕšţüṽŵẋýž"];

function accentedLetter(letter: string): string {
  const accented = ACCENTED[PLAIN.indexOf(letter.toLowerCase())];
  if (accented === undefined) return letter;
  return letter === letter.toLowerCase() ? accented : accented.toUpperCase();
}

/** What makes a text longer, as other languages are: about two fifths of it, in words that can break. */
const PADDING = " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";

/**
 * A text with accents on its letters, and longer by two fifths, in brackets: what is cut off at its end is seen, and what
 * stays plain is in no catalog. Text without letters, such as a figure or a time, stays as it is.
 */
export function accentedText(text: string): string {
  if (!/[a-z]/i.test(text)) return text;
  const longer = text + PADDING.repeat(Math.ceil(text.length / PADDING.length)).slice(0, Math.ceil(text.length * 0.4));
  return `[${[...longer].map(accentedLetter).join("")}]`;
}

/** The same of a whole catalog: its texts, and what its functions say. Keys and what functions take stay. */
export function accented<Words>(words: Words): Words;
export function accented(words: unknown): unknown {
  if (typeof words === "string") return accentedText(words);
  if (typeof words === "function") return (...given: unknown[]) => accented<unknown>(Reflect.apply(words, null, given));
  if (Array.isArray(words)) return words.map((part) => accented<unknown>(part));
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, part]) => [key, accented<unknown>(part)]));
}
