import type { Problem } from "./check.ts";

/** A problem as a line that an editor can follow: file:line:column, and the sentence. */
export function lineOf({ place: { file, line, column }, sentence }: Problem): string {
  return `${file}:${line}:${column} ${sentence}`;
}
