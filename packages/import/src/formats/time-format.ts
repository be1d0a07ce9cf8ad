import { expectDefined } from "@working-social/kernel";
/** How a file writes its times: `DD.MM.YYYY HH:mm`, `M/D/YY h:mm A`. */
export interface TimeFormat {
  text: string;
  pattern: RegExp;
  tokens: readonly Token[];
}

const TOKENS = {
  YYYY: "(\\d{4})",
  YY: "(\\d{2})",
  MM: "(\\d{2})",
  M: "(\\d{1,2})",
  DD: "(\\d{2})",
  D: "(\\d{1,2})",
  HH: "(\\d{2})",
  H: "(\\d{1,2})",
  hh: "(\\d{2})",
  h: "(\\d{1,2})",
  mm: "(\\d{2})",
  ss: "(\\d{2})",
  A: "([AaPp]\\.?[Mm]\\.?)",
} as const;
type Token = keyof typeof TOKENS;

/** Tokens, and letters that are none; all else stands for itself. */
const PIECES = /YYYY|YY|MM|M|DD|D|HH|H|hh|h|mm|ss|A|T|[A-Za-z]+|[^A-Za-z]+/g;
const NEEDED: readonly (readonly Token[])[] = [
  ["YYYY", "YY"],
  ["MM", "M"],
  ["DD", "D"],
  ["HH", "H", "hh", "h"],
  ["mm"],
];

function isToken(piece: string): piece is Token {
  return Object.hasOwn(TOKENS, piece);
}

/** null for a text that does not say year, month, day, hour and minute, each once; twelve hours need AM and PM. */
export function parseTimeFormat(text: string): TimeFormat | null {
  const pieces: readonly string[] = text.match(PIECES) ?? [];
  const tokens = pieces.filter(isToken);
  const count = (group: readonly Token[]) => tokens.filter((token) => group.includes(token)).length;
  const isTwelve = tokens.includes("hh") || tokens.includes("h");
  if (NEEDED.some((group) => count(group) !== 1) || count(["ss"]) > 1 || count(["A"]) !== (isTwelve ? 1 : 0))
    return null;
  // "T" between date and time stands for itself; other letters are tokens that nobody knows.
  if (pieces.some((piece) => /[A-Za-z]/.test(piece) && !isToken(piece) && piece !== "T")) return null;
  const source = pieces.map((piece) =>
    isToken(piece) ? TOKENS[piece] : piece.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&"),
  );
  return { text, pattern: new RegExp(`^${source.join("")}$`), tokens };
}

/** The wall-clock time as 2025-01-20T11:00:00, whether it is on the calendar or not; null when the text is written otherwise. */
export function readByFormat(text: string, { pattern, tokens }: TimeFormat): string | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const parts = new Map<Token, string>(
    tokens.map((token, index) => [
      token,
      expectDefined(found[index + 1], "A part of a time was matched and is not there."),
    ]),
  );
  const part = (...names: Token[]) => names.map((name) => parts.get(name)).find((value) => value !== undefined) ?? "0";
  const two = (value: string | number) => String(value).padStart(2, "0");
  const year = parts.get("YYYY") ?? `20${part("YY")}`;
  const hour = hourOf(Number(part("HH", "H", "hh", "h")), parts.get("A"));
  if (hour === null) return null;
  return `${year}-${two(part("MM", "M"))}-${two(part("DD", "D"))}T${two(hour)}:${part("mm")}:${two(part("ss"))}`;
}

/** 12 AM is midnight, 12 PM is noon; there is no 13 PM. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}
