/** In groups of four, as people read it and banks print it (ISO 13616): PT50 0002 0123 1234 5678 9015 4. */
export function groupedIban(iban: string): string {
  return iban.replaceAll(/\s/g, "").replaceAll(/(.{4})(?=.)/g, "$1 ");
}
