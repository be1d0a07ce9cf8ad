import { expect, test } from "vitest";
import { edgesInCircles, nounsOf } from "./circles.ts";
import { DOMAINS } from "./edges.ts";
import { listed } from "./files.ts";

test("no two nouns of a domain know each other, not even by a third", () => {
  const problems = DOMAINS.flatMap((domain) =>
    edgesInCircles(nounsOf(domain)).map(
      ({ edge, witness }) =>
        `${domain}: ${edge} leads in a circle (${witness}). Move what both need into the lower one, or a command that reaches for both into the domain's own commands/.`,
    ),
  );
  expect(listed(problems)).toBe("");
});

test("a circle of three is found, and the way down into it is none", () => {
  const nouns = new Map([
    ["a", new Map([["b", "a.ts"]])],
    ["b", new Map([["c", "b.ts"]])],
    ["c", new Map([["a", "c.ts"]])],
    ["above", new Map([["a", "above.ts"]])],
  ]);
  expect(edgesInCircles(nouns).map(({ edge }) => edge)).toEqual(["a → b", "b → c", "c → a"]);
  nouns.delete("c");
  expect(edgesInCircles(nouns)).toEqual([]);
});
