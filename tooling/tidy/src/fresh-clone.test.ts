import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";
import { FILES, read } from "./files.ts";
import { importsOf, workspaceImport } from "./imports.ts";

/** What the commands of package.json run first: in a fresh clone nothing is generated or built by then. */
const STARTED = FILES.filter((file) => /^tooling\/run\/[a-z-]+\.mjs$/.test(file)).flatMap(
  (file) => /bootstrap\("([^"]+)"/.exec(read(file))?.[1] ?? [],
);

/** The file that an import leads to; null for what is installed. */
function fileOf(from: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return join(dirname(from), specifier);
  const to = workspaceImport(specifier);
  if (!to) return null;
  const folder = ["apps", "packages", "tooling"]
    .map((kind) => `${kind}/${to.name}`)
    .find((one) => FILES.includes(`${one}/package.json`));
  if (folder === undefined) throw new Error(`${from} imports ${specifier}, which is no package.`);
  const { exports = {} } = JSON.parse(read(`${folder}/package.json`)) as { exports?: Record<string, string> };
  return join(folder, exports[to.entry === "" ? "." : `./${to.entry}`] ?? "");
}

/** How a file comes to need something generated as soon as it is loaded, import by import; null when it doesn't. */
function wayToGenerated(file: string, way: readonly string[] = [], seen = new Set<string>()): string | null {
  if (file.includes("/generated/")) return [...way, file].join(" → ");
  if (seen.has(file) || !FILES.includes(file)) return null;
  seen.add(file);
  for (const { specifier, isTypeOnly, isDynamic } of importsOf(file)) {
    const next = isTypeOnly || isDynamic ? null : fileOf(file, specifier);
    const found = next && wayToGenerated(next, [...way, file], seen);
    if (found) return found;
  }
  return null;
}

test("there are commands, and the server does need what is generated", () => {
  expect(STARTED).toContain("tooling/run/src/serve.ts");
  expect(wayToGenerated("apps/api/src/main.ts")).toContain("packages/db/src/generated/");
});

test.each([...new Set(STARTED)])("%s starts in a fresh clone, where nothing is generated yet", (file) => {
  expect(wayToGenerated(file), "Import a narrower entry, or later, by import().").toBeNull();
});
