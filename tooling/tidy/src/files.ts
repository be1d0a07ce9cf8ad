import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../../..");

/** What is made, not written. */
const MADE = new Set(["node_modules", "dist", "coverage", "test-results", "playwright-report", "bench-results"]);

/** Every written file of the repository, as paths from the root with forward slashes. */
export const FILES: readonly string[] = walk(ROOT).map((path) => relative(ROOT, path).split(sep).join("/"));

/** Every TypeScript file in a src folder, what generators write left out. */
export const SOURCES: readonly string[] = FILES.filter(
  (file) => /^(apps|packages|tooling)\/[^/]+\/(src|e2e)\/.*\.tsx?$/.test(file) && !/\.gen\.tsx?$/.test(file),
);

/** The folders of the workspace: packages/booking, apps/api, … */
export const PACKAGES: readonly string[] = FILES.flatMap(
  (file) => /^((?:apps|packages|tooling)\/[^/]+)\/package\.json$/.exec(file)?.[1] ?? [],
);

const texts = new Map<string, string>();

export function read(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(ROOT, file), "utf8");
  texts.set(file, text);
  return text;
}

/** packages/booking/src/index.ts → packages/booking */
export function packageOf(file: string): string {
  return file.split("/").slice(0, 2).join("/");
}

/** Code that only tests run. */
export function isTestCode(file: string): boolean {
  return /\.test\.tsx?$|\/testing\/|\/e2e\//.test(file);
}

/** A list for the message of a failed test: one problem a line, or "" when there is none. */
export function listed(problems: readonly string[]): string {
  return problems.join("\n");
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return MADE.has(entry.name) || isHidden(entry.name) ? [] : walk(path);
    return entry.isFile() ? [path] : [];
  });
}

/** .data, .turbo, .git and the like; .ci is ours. */
function isHidden(name: string): boolean {
  return name.startsWith(".") && name !== ".ci";
}
