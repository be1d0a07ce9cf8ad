import { valueOf } from "./take-length.ts";
import type { Unread } from "./take.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** "Half past 2pm" as "2:30pm", "Viertel vor 9" as "8:45": from there on they are read like any other time. */
export function inFigures({ text }: Unread, { words, number, numbers }: Vocabulary): Unread {
  const spoken = [
    [words.halfPast, 30],
    [words.halfTo, -30],
    [words.quarterPast, 15],
    [words.quarterTo, -15],
    [words.threeQuartersTo, -45],
  ] as const;
  const after = `(?=(?:${words.am}|${words.pm})? )`;
  return {
    text: spoken.reduce(
      (said, [phrase, minutes]) =>
        said.replaceAll(new RegExp(` ${phrase} (${number})${after}`, "g"), (_, hour: string) =>
          figures(valueOf(hour, numbers) * 60 + minutes),
        ),
      text,
    ),
  };
}

/** Half an hour before 1 it is 12:30. */
function figures(minute: number): string {
  return ` ${Math.floor(minute / 60) || 12}:${String(minute % 60).padStart(2, "0")}`;
}
