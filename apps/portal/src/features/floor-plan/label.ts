import type { Box } from "@working-social/booking/rules";

/** The width of a letter of our type, as a share of its size: a little generous, so that nothing touches the wall. */
const LETTER = 0.56;

/** The lines that fit into a box in letters of `sizeCm`, each cut where it must be; what would be under three letters is left out. */
export function fitLines(lines: readonly string[], box: Box, sizeCm: number): string[] {
  const most = Math.floor((box.width * 0.94) / (sizeCm * LETTER));
  const count = Math.max(0, Math.floor((box.height * 0.96) / (sizeCm * 1.3)));
  if (most < 3) return [];
  return lines.filter(Boolean).slice(0, count).map((line) => cut(line, most));
}

function cut(line: string, most: number): string {
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join("").trimEnd()}…`;
}
