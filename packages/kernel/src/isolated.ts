import { isDirected } from "./directed.ts";

const BREAKS = /[\u2028\u2029]+/g;
const [FSI, PDI] = ["\u2068", "\u2069"];

/**
 * A name or title as it may stand in a sentence, a subject or a list: what it does to the direction of letters ends with
 * it (an isolate, UAX #9, section 2.4.2), and it stays on one line. A text without such characters comes back as it is.
 */
export function isolated(text: string): string {
  if (!isDirected(text)) return text;
  let open = 0;
  let inner = "";
  for (const letter of text.replaceAll(BREAKS, " ")) {
    if (letter === PDI && open === 0) continue; // it would end the isolate around it
    if (letter === PDI) open -= 1;
    else if (letter >= "\u2066" && letter <= FSI) open += 1;
    inner += letter;
  }
  return `${FSI}${inner}${PDI.repeat(open)}${PDI}`;
}

/** What is a file of its own stays as it is: a spreadsheet shows each cell for itself. */
const FILES = ["csv"];

/** The same for every text in lists and objects, for instance in an answer of the API; keys stay, and so do files. */
export function isolatedTexts<T>(value: T): T;
export function isolatedTexts(value: unknown): unknown {
  if (typeof value === "string") return isolated(value);
  if (Array.isArray(value)) return value.map((part) => isolatedTexts<unknown>(part));
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value);
  return Object.fromEntries(
    parts.map(([key, part]) => [key, FILES.includes(key) ? part : isolatedTexts<unknown>(part)]),
  );
}
