/**
 * An exact decimal number as it stands in the XML: "12.50", "-0.05", "1250". Never a floating-point number: what was read is
 * written again with its digits, and sums are those of `rules/exact.ts`. "" where the document has none.
 */
export type DecimalText = string;

/** A day as ISO 8601 writes it: "2026-12-01". */
export type DateText = string;

/** An identifier, and the list that it is from (ISO 6523 ICD, EAS, UNTDID 1153 or 7143, by where it stands). */
export interface Identifier {
  readonly id: string;
  readonly scheme?: string | null;
}

/** From which day to which, both included; one of them may be open. */
export interface Period {
  readonly start?: DateText | null;
  readonly end?: DateText | null;
}
