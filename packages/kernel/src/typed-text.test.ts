import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, normalLine } from "./index.ts";
import { typedLine, typedText } from "./typed-text.ts";

const Name = typedLine({ max: 20 });

describe("what people type is normalised once", () => {
  test.each([
    ["composed and decomposed letters", "Cafe\u0301", "Caf\u00e9"],
    ["doubled, wide and narrow blanks", "Room\u00a0 \u2003 7", "Room 7"],
    ["blanks around it", "  Fjord\u3000", "Fjord"],
    ["what nobody sees", "Fj\u00adord\u200b\ufeff", "Fjord"],
    ["marks of direction and joiners at the ends", "\u200fOps \u200e\u200d", "Ops"],
    ["embeddings around it", "\u202bOps\u202c", "Ops"],
    [
      "the flag of England, which ends in a tag",
      "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
      "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    ],
    ["a heart, which ends in a selector", "Caf\u00e9 \u2764\ufe0f", "Caf\u00e9 \u2764\ufe0f"],
    ["separators of lines", "Fjord\u2028Annex", "Fjord Annex"],
  ])("%s", (_name, typed, kept) => {
    expect(Name.parse(typed)).toBe(kept);
  });
  test("the joiners that scripts need stay", () => {
    expect(Name.parse("می\u200cخواهم")).toBe("می\u200cخواهم");
  });
  test.each(["\u3164", "\u115f", "\u2800", "\u200b", "\u200d \u3164\u200e", "\ufe0f", "\u{e0067}\u{e007f}", "\u034f"])(
    "a name of %j, which nobody sees, is none",
    (text) => {
      expect(Name.safeParse(text).error?.issues.map(({ code }) => code)).toEqual(["too_small"]);
    },
  );
  test("a hundred thousand marks of direction within a line are read in a moment", () => {
    const started = performance.now();
    expect(Name.safeParse(`a${"\u200e".repeat(100_000)}b`).success).toBe(false);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
  test("what is empty then, too long, or controls something is refused with its reason", () => {
    const codes = (text: string) =>
      Name.safeParse(text).error?.issues.map(({ code, message }) => (code === "custom" ? message : code));
    expect(codes(" \u00ad\u200b ")).toEqual(["too_small"]);
    expect(codes("x".repeat(21))).toEqual(["too_big"]);
    expect(codes("a\tb")).toEqual(["control_character"]);
    expect(codes("a\ud800")).toEqual(["control_character"]);
    expect(Name.parse(`${" ".repeat(50)}x`)).toBe("x");
  });
  test("twice is once, and a text of several lines keeps them", () => {
    fc.assert(
      fc.property(
        fc
          .array(
            fc.constantFrom(
              "e",
              "\u0301",
              " ",
              "\u00a0",
              "\u200b",
              "\u00ad",
              "A",
              "\u2003",
              "\u2028",
              "\u200d",
              "\u3164",
              "\ufe0f",
              "\u1112",
              "\u1161",
            ),
          )
          .map((all) => all.join("")),
        (text) => void expect(normalLine(normalLine(text))).toBe(normalLine(text)),
      ),
      { numRuns: 1000 },
    );
    expect(typedText({ max: 99 }).parse(" Cafe\u0301\n\n  bar ")).toBe("Caf\u00e9\n\n  bar");
  });
});

test("a search folds accents, case and letters of their own", () => {
  const finds = (typed: string, name: string) => foldText(name).includes(foldText(typed));
  for (const [typed, name] of [
    ["Capek", "Čapek"],
    ["ČAPEK", "capek"],
    ["lodz", "Łódź"],
    ["Strasse", "Straße"],
    ["oresund", "Øresund"],
    ["Анна", "АННА"],
  ] as const)
    expect([name, finds(typed, name)]).toEqual([name, true]);
  expect(finds("Capek", "Capec")).toBe(false);
});

test("a text that can't be stored says why", () => {
  const { error } = typedText({ max: 20 }).safeParse("a\u0000b");
  expect(error?.issues.map(({ message }) => message)).toEqual(["control_character"]);
});

test("words stay words when a text is folded for finding", () => {
  expect(foldText("  Große \u3000 Halle ")).toBe("grosse halle");
});
