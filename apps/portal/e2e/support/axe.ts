import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import { expect } from "./test.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const everything: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};
/** What can differ between light and dark. */
const colours: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
  resultTypes: ["violations"],
};

/**
 * Reads what is on the page with axe, in light and in dark; the page stays as it is. axe runs in the page itself: the builder
 * for Playwright opens a second page for each reading, which takes ten times as long.
 */
export async function expectNoFindings(page: Page, where: string): Promise<void> {
  // Evaluated, not added as a script: the page's own policy refuses scripts that are not its own.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  const [isDark, isStill] = await page.evaluate(() =>
    ["(prefers-color-scheme: dark)", "(prefers-reduced-motion: reduce)"].map((wish) => matchMedia(wish).matches),
  );
  for (const [colorScheme, rules] of [
    ["light", everything],
    ["dark", colours],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await findings(page, rules), `${where}, in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({
    colorScheme: isDark ? "dark" : "light",
    reducedMotion: isStill ? "reduce" : "no-preference",
  });
}

async function findings(page: Page, rules: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(async (options) => {
    // A colour on its way to another is none that anybody reads: two frames later it has come.
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    const { axe } = window as unknown as { axe: { run: (on: Document, how: RunOptions) => Promise<AxeResults> } };
    return axe.run(document, options);
  }, rules);
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html.slice(0, 200)}`).join("\n")}`,
  );
}
