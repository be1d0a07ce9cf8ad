import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";
import { isBrowserEntry, DOMAINS, MAY_IMPORT, WEB_APPS, WEB_PACKAGES, WITHOUT_SERVER } from "./edges.ts";
import { isTestCode, listed, packageOf, PACKAGES, read, SOURCES } from "./files.ts";
import type { Import } from "./imports.ts";
import { importsOf, workspaceImport } from "./imports.ts";

const IMPORTS = SOURCES.flatMap(importsOf);

test("packages import only what stands below them", () => {
  const problems = IMPORTS.flatMap((one) => {
    const allowed = MAY_IMPORT[packageOf(one.from)];
    const target = workspaceImport(one.specifier);
    if (!allowed || !target || isTestCode(one.from) || allowed.includes(target.name)) return [];
    return `${one.from} imports ${one.specifier}: ${packageOf(one.from)} may import ${allowed.join(", ") || "no other package"}. Move what both need further down, or let the upper one call the lower one.`;
  });
  expect(listed(problems)).toBe("");
});

test("every package has its place in the order", () => {
  const placed = [...Object.keys(MAY_IMPORT), ...WEB_APPS];
  const problems = PACKAGES.filter((folder) => !folder.startsWith("tooling/") && !placed.includes(folder));
  expect(listed(problems.map((folder) => `${folder} is new: give it its place in tooling/tidy/src/edges.ts.`))).toBe(
    "",
  );
});

test("the web apps import no server code", () => {
  const problems = IMPORTS.filter((one) => WEB_APPS.includes(packageOf(one.from)) && !isTestCode(one.from)).flatMap(
    (one) =>
      isSafeForBrowser(one)
        ? []
        : `${one.from} imports ${one.specifier}. A web app imports ui, kernel, a domain's /rules, /schema or /texts, and types of the API; put what it needs into one of these.`,
  );
  expect(listed(problems)).toBe("");
});

function isSafeForBrowser({ specifier, isTypeOnly }: Import): boolean {
  if (specifier.startsWith("node:")) return false;
  const target = workspaceImport(specifier);
  if (!target || WEB_PACKAGES.includes(target.name)) return true;
  if (target.name === "api") return isTypeOnly;
  return DOMAINS.includes(target.name) && isBrowserEntry(target.entry);
}

test("what runs elsewhere than the server imports a domain's rules, schema and texts, and no more", () => {
  const problems = IMPORTS.filter(
    (one) => WITHOUT_SERVER.includes(packageOf(one.from)) && !isTestCode(one.from),
  ).filter(({ specifier }) => {
    const target = workspaceImport(specifier);
    return target && DOMAINS.includes(target.name) && !isBrowserEntry(target.entry);
  });
  const advice =
    "there is no database where it runs. Import /rules, /schema or /texts, and ask the server for the rest.";
  expect(listed(problems.map(({ from, specifier }) => `${from} imports ${specifier}: ${advice}`))).toBe("");
});

test("relative imports stay inside their package", () => {
  const problems = IMPORTS.flatMap(({ from, specifier }) => {
    if (!specifier.startsWith(".")) return [];
    const target = join(dirname(from), specifier);
    return packageOf(target) === packageOf(from)
      ? []
      : `${from} imports ${specifier}: import the other package by its name, through its exports.`;
  });
  expect(listed(problems)).toBe("");
});

test("relative imports name the file, extension included", () => {
  const problems = IMPORTS.filter(
    ({ specifier }) => specifier.startsWith(".") && !/\.(tsx?|css|json|svg|mjs)(\?\w+)?$/.test(specifier),
  );
  expect(
    listed(
      problems.map(
        ({ from, specifier }) =>
          `${from} imports ${specifier}: Node runs these files as they are, so write ${specifier}.ts.`,
      ),
    ),
  ).toBe("");
});

test("product code runs without the tooling", () => {
  const tooling = PACKAGES.filter((folder) => folder.startsWith("tooling/")).map(
    (folder) => `@working-social/${folder.split("/")[1]}`,
  );
  const problems = PACKAGES.filter((folder) => !folder.startsWith("tooling/")).flatMap((folder) => {
    const manifest: { dependencies?: Record<string, string> } = JSON.parse(read(`${folder}/package.json`));
    return Object.keys(manifest.dependencies ?? {})
      .filter((name) => tooling.includes(name))
      .map((name) => `${folder}/package.json: ${name} belongs in devDependencies.`);
  });
  expect(listed(problems)).toBe("");
});
