import { formatsOf } from "./layout/formats.ts";
import { lettersOf, prepared } from "./typesetting/letters.ts";
import type { InvoiceSheet } from "./sheet.ts";
import { sheetTexts } from "./texts/sheet-texts.ts";

/** Printable Latin-1, which figures, dates and labels are made of, and the signs that formats add to it. */
const LATIN = Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)).join("");
const SIGNS = "\u2026\u2212\u2013\u2014\u2018\u2019\u201c\u201d\u2009\u202f\u00a0\u2068\u2069\u200e\u200f";

/** Every letter that the sheet may show, and its parts: those of its texts, its labels and its formats. */
export function lettersIn(sheet: InvoiceSheet): ReadonlySet<string> {
  const formats = formatsOf(sheet);
  const { issued } = sheet.dates;
  const formatted = [
    formats.money(-123_456_789),
    formats.dayAndDate(issued),
    formats.period(issued, issued),
    formats.rate(50),
  ];
  const labels = Object.values(sheetTexts[sheet.language]).map((label) => (typeof label === "string" ? label : ""));
  const texts = [...textsIn(sheet), ...labels, ...formatted, ...LATIN, ...SIGNS];
  return new Set(texts.map(prepared).flatMap((text) => [...text, ...lettersOf(text).map((letter) => letter.text)]));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
