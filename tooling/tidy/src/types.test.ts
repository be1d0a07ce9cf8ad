import { join } from "node:path/posix";
import { expect, test } from "vitest";
import { FILES, listed, PACKAGES, read } from "./files.ts";

interface Settings {
  readonly extends: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

const settings = (file: string): Settings => JSON.parse(read(file)) as Settings;

/** What a program reads, as patterns from the root of the repository. */
const foldersOf = (program: "node" | "browser") =>
  settings(`tooling/typescript/all-${program}.json`).include.map((path) => join("tooling/typescript", path));

const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`).test(path);

test("what an editor checks of a package, npm test checks too, for the same surroundings", () => {
  const withTypes = PACKAGES.filter((folder) => FILES.includes(`${folder}/tsconfig.json`));
  expect(withTypes.length).toBeGreaterThan(20);
  const missing = withTypes.flatMap((folder) => {
    const own = settings(`${folder}/tsconfig.json`);
    const program = own.extends.endsWith("/browser.json") ? "browser" : "node";
    return own.include
      .map((path) => join(folder, path))
      .filter((path) => !foldersOf(program).some((pattern) => matches(pattern, path)))
      .map((path) => `${path} is in no include of tooling/typescript/all-${program}.json: add it there.`);
  });
  expect(listed(missing)).toBe("");
});
