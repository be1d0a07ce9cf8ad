import fc from "fast-check";
import { expect, test } from "vitest";
import { initialsOf, stableIndex } from "./avatar-initials.ts";

test.each([
  ["Ana Ferreira", "AF"],
  ["ana maria ferreira", "AF"],
  ["Cher", "C"],
  ["  Élodie   Öz ", "ÉÖ"],
  ["e\u0301lodie", "E\u0301"],
  ["👩‍💻 Dev", "👩‍💻D"],
  ["محمد علي", "مع"],
  ["", ""],
])("%j becomes %j", (name, expected) => {
  expect(initialsOf(name)).toBe(expected);
});

test("the tone of a name is stable and in range", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (name, count) => {
      const index = stableIndex(name, count);
      expect(index).toBe(stableIndex(name, count));
      expect(index).toBeGreaterThanOrEqual(0);
      expect(index).toBeLessThan(count);
    }),
  );
});

test("what turns the direction of letters is no letter", () => {
  expect(initialsOf("\u2068\u202EAna Lopes\u2069")).toBe("AL");
});
