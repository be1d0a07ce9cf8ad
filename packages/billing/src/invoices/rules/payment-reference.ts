import { rfReference } from "@working-social/documents";

/** What ISO 11649 leaves for the number. */
const LONGEST = 21;

/** What the payer writes: a reference that checks itself, made of the number; the number, where it is too long for one. */
export function paymentReference(number: string): string {
  const kept = number.replace(/[^A-Za-z0-9]/g, "");
  return kept === "" || kept.length > LONGEST ? number : rfReference(number);
}
