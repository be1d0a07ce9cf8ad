/** The sizes that a price can name; every other size is priced as "other". */
export const PAPER_SIZES = ["A4", "A3", "A5", "Letter", "Legal", "Tabloid", "other"] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

const NAMES: readonly (readonly [RegExp, PaperSize])[] = [
  [/^(iso_)?a3(_|\b|$)/, "A3"],
  [/^(iso_)?a4(_|\b|$)/, "A4"],
  [/^(iso_)?a5(_|\b|$)/, "A5"],
  [/^(na_)?letter(_|\b|$)|^us ?letter/, "Letter"],
  [/^(na_)?legal(_|\b|$)|^us ?legal/, "Legal"],
  [/^(na_)?ledger(_|\b|$)|^tabloid|^11x17/, "Tabloid"],
];

/**
 * The size behind a name as drivers write it: `iso_a4_210x297mm` (PWG 5101.1), `A4.Borderless`, `na_letter_8.5x11in`,
 * `LETTER`. null for no name at all.
 */
export function paperSizeOf(name: string | null): PaperSize | null {
  const [first] = (name ?? "").trim().toLowerCase().split(",");
  if (!first || first === "-" || first === "none") return null;
  return NAMES.find(([pattern]) => pattern.test(first))?.[1] ?? "other";
}
