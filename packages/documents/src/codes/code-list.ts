/** Codes of a list, written with white space between them. Codes are facts: the lists are those of the rules of April 2026. */
export function codeList(codes: string): ReadonlySet<string> {
  return new Set(codes.trim().split(/\s+/));
}
