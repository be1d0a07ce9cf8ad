import fc from "fast-check";
import { expect, test } from "vitest";
import { isDirected, typed } from "./directed.ts";
import { isolated, isolatedTexts } from "./isolated.ts";

const [LRE, PDF, RLO, FSI, PDI] = ["\u202A", "\u202C", "\u202E", "\u2068", "\u2069"];

test("a name that turns no direction comes back as it is, in whatever script", () => {
  for (const name of ["", "Ana Lopes", "Čapek", "مريم", "עמית 3", "👩‍👩‍👧", "a\u200Fb"]) {
    expect(isDirected(name)).toBe(false);
    expect(isolated(name)).toBe(name);
  }
});

test.each([
  ["an override", `${RLO}gnp.exe`, `${FSI}${RLO}gnp.exe${PDI}`],
  ["an override that ends in the name", `${RLO}a${PDF}b`, `${FSI}${RLO}a${PDF}b${PDI}`],
  ["an embedding", `${LRE}a`, `${FSI}${LRE}a${PDI}`],
  ["an isolate that stays open", `${FSI}a`, `${FSI}${FSI}a${PDI}${PDI}`],
  ["an end that would end ours", `a${PDI}${RLO}b`, `${FSI}a${RLO}b${PDI}`],
  ["line separators", "a\u2028\u2029b", `${FSI}a b${PDI}`],
])("%s ends with the name", (_, name, shown) => {
  expect(isolated(name)).toBe(shown);
});

const controls = fc.constantFrom(..."\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2028\u2029");
const names = fc
  .array(fc.oneof(controls, fc.string({ unit: "grapheme", maxLength: 2 })))
  .map((parts) => parts.join(""));

test("whatever a name holds, it is one isolate from its first letter to its last, on one line", () => {
  fc.assert(
    fc.property(names, (name) => {
      const shown = isolated(name);
      expect(shown).not.toMatch(/[\u2028\u2029]/);
      if (!isDirected(name)) return;
      let depth = 0;
      for (const [i, letter] of [...shown].entries()) {
        if (letter >= "\u2066" && letter <= FSI) depth += 1;
        if (letter === PDI) depth -= 1;
        expect(depth > 0, JSON.stringify(shown)).toBe(i < [...shown].length - 1);
      }
      expect(depth).toBe(0);
      // Nothing that can be read is lost.
      const readable = (text: string) => text.replaceAll(/[\u202A-\u202E\u2066-\u2069\s]/g, "");
      expect(readable(shown)).toBe(readable(name));
    }),
  );
});

test("a form that showed a name sends it back as it was", () => {
  for (const name of ["Ana", `${RLO}gnp`, `${FSI}a${PDI}`, `a${RLO}b${PDF}c`]) expect(typed(isolated(name))).toBe(name);
});

test("in an answer every text is isolated, at whatever depth, and nothing else is touched", () => {
  const answer = { [RLO]: [{ name: `${RLO}a`, count: 1, none: null, isMine: true }, "b"] };
  expect(isolatedTexts(answer)).toEqual({
    [RLO]: [{ name: `${FSI}${RLO}a${PDI}`, count: 1, none: null, isMine: true }, "b"],
  });
});

test("a file in an answer stays as it is, to the letter", () => {
  const csv = `name\r\n${RLO}gnp,1\r\n`;
  expect(isolatedTexts({ statement: { fileName: "a.csv", csv } })).toEqual({ statement: { fileName: "a.csv", csv } });
});

test("only a whole isolate is taken off again, and only a mark that closes nothing is left out", () => {
  for (const text of [`${FSI}Ana`, `Ana${PDI}`, "Ana"]) expect(typed(text)).toBe(text);
  expect(typed(`${FSI}Ana${PDI}`)).toBe("Ana");
  expect(isolated(`a${FSI}b${PDI}c${PDI}d`)).toBe(`${FSI}a${FSI}b${PDI}cd${PDI}`);
});
