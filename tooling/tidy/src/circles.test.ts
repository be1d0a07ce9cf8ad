import { expect, test } from "vitest";
import { edgesInCircles, nounsOf, without } from "./circles.ts";
import { DOMAINS } from "./edges.ts";
import { listed } from "./files.ts";

/**
 * What leads back up within a domain; the list may only shrink. Commands of a copier's set-up do what its jobs wait for: a price,
 * a name, an end.
 */
const LEFT: Readonly<Record<string, readonly string[]>> = {
  copier: ["prices → jobs", "identities → jobs", "devices → jobs"],
};

test("no two nouns of a domain know each other, not even by a third", () => {
  const problems = DOMAINS.flatMap((domain) =>
    edgesInCircles(without(nounsOf(domain), LEFT[domain] ?? [])).map(
      ({ edge, witness }) =>
        `${domain}: ${edge} leads in a circle (${witness}). Move what both need into the lower one, or into a file of the domain beside errors.ts.`,
    ),
  );
  expect(listed(problems)).toBe("");
});

test("the list of circles names only what is left", () => {
  const problems = Object.entries(LEFT).flatMap(([domain, edges]) => {
    const nouns = nounsOf(domain);
    return edges
      .filter((one) => {
        const others = edges.filter((edge) => edge !== one);
        return !edgesInCircles(without(nouns, others)).some(({ edge }) => edge === one);
      })
      .map((edge) => `${domain}: ${edge} is in no circle any more: take it out of LEFT.`);
  });
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
  expect(edgesInCircles(without(nouns, ["c → a"]))).toEqual([]);
});
