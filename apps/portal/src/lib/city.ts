/** Buenos Aires: the place that a time zone is named after, for "Buenos Aires time". */
export function cityOf(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}
