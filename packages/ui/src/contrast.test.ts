import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Every colour of tokens.css as [light, dark], read from the file that the apps load. */
function readTokens(): Map<string, readonly [string, string]> {
  const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
  const found = css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...found].map(([, name = "", light = "", dark = ""]) => [name, [light, dark] as const]));
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of WCAG 2.2, 1–21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ["paper", "surface", "sunk"] as const;

/** Text on its ground: 4.5 at any size. */
const textPairs: ReadonlyArray<readonly [string, string]> = [
  ...grounds.flatMap((ground) => ["ink", "second"].map((text) => [text, ground] as const)),
  ...["paper", "surface"].flatMap((ground) => ["accent", "amber", "red"].map((text) => [text, ground] as const)),
  ["accent-on-weak", "accent-weak"],
  ["amber-on-weak", "amber-weak"],
  ["red-on-weak", "red-weak"],
  ["ink", "accent-weak"],
  ["ink", "amber-weak"],
  ["ink", "red-weak"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["on-red", "red"],
  ["on-red", "red-strong"],
  ["paper", "ink"],
];

/** Edges of controls and meaningful shapes: 3 (WCAG 1.4.11). */
const shapePairs: ReadonlyArray<readonly [string, string]> = [
  ["third", "paper"],
  ["third", "surface"],
  ["accent", "sunk"],
  ["amber", "sunk"],
  ["red", "sunk"],
];

const tokens = readTokens();
const themes = [
  { theme: "light", index: 0 },
  { theme: "dark", index: 1 },
] as const;

function ratio(pair: readonly [string, string], index: 0 | 1): number {
  const [one, other] = pair.map((name) => tokens.get(name)?.[index]);
  if (!one || !other)
    throw new Error(`tokens.css does not define ${pair.join(" and ")} as light-dark(#rrggbb, #rrggbb)`);
  return contrast(one, other);
}

describe.each(themes)("contrast in the $theme theme", ({ index }) => {
  test.each(textPairs)("%s on %s reads at any size", (...pair) => {
    expect(ratio(pair, index)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(shapePairs)("%s on %s can be made out", (...pair) => {
    expect(ratio(pair, index)).toBeGreaterThanOrEqual(3);
  });
});

test("the formula gives what WCAG says for black on white", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
});
