/** A document's number by the pattern of its series: {YYYY} is the year of issue, {N…} the number with at least so many digits. */
export function numberOf(pattern: string, year: number, sequence: number): string {
  return pattern
    .replaceAll("{YYYY}", String(year))
    .replace(/\{(N{1,9})\}/, (_, places: string) => String(sequence).padStart(places.length, "0"));
}

/** Whether each year begins at 1; a series without years counts in the year 0. */
export function hasYears(pattern: string): boolean {
  return pattern.includes("{YYYY}");
}
