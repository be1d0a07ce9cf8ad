import fc from "fast-check";
import { expect, test } from "vitest";
import { inVisualOrder, levelsOf, mirrored } from "./bidi.ts";

const shown = (text: string) => {
  const levels = levelsOf(text);
  return inVisualOrder(Array.from(text, (letter, index) => ({ letter, level: levels[index] ?? 0 })))
    .map(({ letter, level }) => (level % 2 === 1 ? mirrored(letter) : letter))
    .join("");
};

// Written in escapes, so that no editor turns it around: alef, bet, gimel.
test.each([
  ["abc", "abc"],
  ["\u05d0\u05d1\u05d2", "\u05d2\u05d1\u05d0"],
  ["a \u05d0\u05d1 b", "a \u05d1\u05d0 b"],
  ["\u05d0\u05d1 12 \u05d2", "\u05d2 12 \u05d1\u05d0"],
  ["\u05d0 (a) \u05d1", "\u05d1 (a) \u05d0"],
  ["\u05d0 (\u05d1)", "(\u05d1) \u05d0"],
  ["", ""],
])("%j is seen as %j", (text, seen) => {
  expect(shown(text)).toBe(seen);
});

test("nothing is lost and nothing is doubled, whatever the levels", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(6)), (levels) => {
      const pieces = levels.map((level, index) => ({ level, index }));
      expect(
        inVisualOrder(pieces)
          .map(({ index }) => index)
          .sort((a, b) => a - b),
      ).toEqual(levels.map((_, index) => index));
    }),
  );
});
