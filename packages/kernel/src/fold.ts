import { normalLine } from "./line.ts";

/** Letters that are letters of their own and not accents on others, as people type them who don't have them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};
const OTHERS = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");

/**
 * A text for finding, never for showing: lower case, without accents, single blanks. `Capek` finds `Čapek`, and `lodz` Łódź. The
 * database's `folded` does the same for Latin letters.
 */
export function foldText(text: string): string {
  const plain = normalLine(text).normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(OTHERS, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(/\s+/g, " ")
    .trim();
}
