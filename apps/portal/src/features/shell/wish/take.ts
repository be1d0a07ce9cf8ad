/** What a wish still says: words between single spaces, with one at either end. */
export interface Unread {
  readonly text: string;
}

/** A way to say something, and what it means; undefined where what it says can't be (31 February, 25:99). */
export type Reading<Meaning> = readonly [
  pattern: string,
  read: (...groups: (string | undefined)[]) => Meaning | undefined,
];

/** Whether it says so anywhere; nothing is taken. */
export function says({ text }: Unread, pattern: string): boolean {
  return new RegExp(` ${pattern} `).test(text);
}

/** The first way that fits and makes sense. Its words are taken, so that the 2 of "for 2 hours" is no number of people. */
export function take<Meaning>(
  { text }: Unread,
  readings: readonly Reading<Meaning>[],
): { meaning: Meaning | undefined; rest: Unread } {
  for (const [pattern, read] of readings) {
    const anywhere = new RegExp(` ${pattern} `, "g");
    for (let match = anywhere.exec(text); match; match = anywhere.exec(text)) {
      const meaning = read(...match.slice(1));
      const after = match.index + match[0].length;
      if (meaning !== undefined)
        return { meaning, rest: { text: `${text.slice(0, match.index)} ${text.slice(after)}` } };
      anywhere.lastIndex = match.index + 1;
    }
  }
  return { meaning: undefined, rest: { text } };
}
