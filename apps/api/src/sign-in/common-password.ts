import { readFileSync } from "node:fs";
import { join } from "node:path";

export const SHORTEST_PASSWORD = 12;

/**
 * The 4,034 most common passwords of twelve characters or more, out of public lists of what people really used; and 2,000
 * shorter words of those lists, which people make longer with digits and signs.
 */
const COMMON = new Set(
  readFileSync(join(import.meta.dirname, "common-passwords.txt"), "utf8")
    .trimEnd()
    .split("\n"),
);

/** Rows of keys, letters and digits, forwards and, below, backwards. */
const ROWS = ["1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm"];

/** Letters that people write as digits and signs. */
const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/**
 * Whether it is among the first that a guesser tries (OWASP ASVS 6.2.4): one of the most common, whatever its case, its
 * digits for letters, or what was put before and behind; one short thing again and again; or keys in a row.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize("NFKC").toLowerCase();
  const spellings = [plain, bare(plain), spelled(bare(plain)), bare(spelled(plain.replace(/[^a-z]+$/, "")))];
  return spellings.some((one) => COMMON.has(one)) || isRepeated(plain) || isRow(plain);
}

/** Without the digits and signs at both ends. */
function bare(text: string): string {
  return text.replaceAll(/^[^a-z]+|[^a-z]+$/g, "");
}

function spelled(text: string): string {
  return [...text].map((letter) => LEET[letter] ?? letter).join("");
}

/** "abcabcabcabc", "111111111111", "password password". */
function isRepeated(text: string): boolean {
  return /^(.{1,8}?)(?:[^a-z0-9]?\1)+.?$/.test(text) && text.length >= 8;
}

/** "12345678901234", "abcdefghijkl", "poiuytrewqlk": each key beside the last one in one of the rows. */
function isRow(text: string): boolean {
  return ROWS.some((row) => {
    const twice = row + row;
    const backwards = [...twice].reverse().join("");
    return twice.includes(text) || backwards.includes(text);
  });
}
