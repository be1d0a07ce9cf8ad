import { expect, test } from "vitest";
import { accented, accentedText } from "./pseudo-locale.ts";

test.each([
  ["Book", "[Ƀööķ ö]"],
  ["Search or jump", "[Šéàŕçĥ öŕ ĵüɱþ öñé ţ]"],
  ["14:00 – 15:30", "14:00 – 15:30"],
  ["", ""],
])("%j becomes %j", (text, expected) => {
  expect(accentedText(text)).toBe(expected);
});

test("a catalog keeps its shape: texts, functions, lists, and what is no text", () => {
  const words = accented({ book: "Book", named: (name: string) => `Book ${name}`, days: ["Mon"], count: () => 3 });
  expect(words.book).toBe("[Ƀööķ ö]");
  expect(words.named("X")).toMatch(/^\[Ƀööķ Ẋ/);
  expect(words.days).toEqual([accentedText("Mon")]);
  expect(words.count()).toBe(3);
});
