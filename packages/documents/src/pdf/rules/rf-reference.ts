import { mod97 } from "./mod-97.ts";

/** What follows the check digits (ISO 11649). */
const LONGEST = 21;

/**
 * A reference that checks itself (RF creditor reference, ISO 11649) for a number of ours: "RW-2026-0412" gives
 * "RF49RW20260412". Letters and figures of the number count, in upper case; others are left out. Throws a RangeError where
 * nothing is left, or more than 21.
 */
export function rfReference(number: string): string {
  const kept = number.toUpperCase().replace(/[^A-Z0-9]/g, "");
  if (kept === "" || kept.length > LONGEST) {
    throw new RangeError(
      `A creditor reference has 1 to ${LONGEST} letters and figures; “${number}” has ${kept.length}.`,
    );
  }
  return `RF${String(98 - mod97(`${kept}RF00`)).padStart(2, "0")}${kept}`;
}

/** Whether a text, with or without spaces, is a creditor reference whose check digits are right. */
export function isRfReference(text: string): boolean {
  const found = /^RF(\d{2})([A-Z0-9]{1,21})$/.exec(text.replaceAll(" ", "").toUpperCase());
  const [, digits = "", rest = ""] = found ?? [];
  return found !== null && mod97(`${rest}RF${digits}`) === 1;
}

/** In groups of four, as people read it aloud and banks print it. */
export function inFours(text: string): string {
  return text.replaceAll(" ", "").replace(/.{4}(?=.)/g, "$& ");
}
