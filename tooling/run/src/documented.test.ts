import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./environment.ts";

// Node.js 20 is promised: what people are told to type must run under it, though the code itself needs a newer one.

const MANIFEST = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  engines: { node: string };
  scripts: Record<string, string>;
};
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...inFolder("docs"),
  ...["apps", "packages", "tooling"].flatMap(ofParts),
];
const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

test("the version that is promised is the one that is tried here", () => {
  expect(MANIFEST.engines.node).toBe(">=20");
  expect(textOf("README.md")).toContain("Node.js (20 or later)");
});

test("no document tells anybody to run TypeScript by a bare node, and every script that is told of is there", () => {
  expect(documents).toContain(join("docs", "operating.md"));
  const commands = documents.flatMap((path) =>
    [...textOf(path).matchAll(/(?:^|[\s`/])node (?!--)(\S+\.(?:ts|mjs|js))\b/gm)].map(([, script = ""]) => ({
      path,
      script,
    })),
  );
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.filter(({ script }) => script.endsWith(".ts"))).toEqual([]);
  const scripts = documents.flatMap((path) =>
    [...textOf(path).matchAll(/npm run ([a-z:-]+)/g)].map(([, name = ""]) => name),
  );
  expect(scripts.filter((name) => !Object.hasOwn(MANIFEST.scripts, name))).toEqual([]);
});

const node20 = findNode("v20.");
if (node20 === null)
  process.stderr.write("SKIPPED: there is no Node.js 20 on this machine to run the documented commands with.\n");

describe.skipIf(node20 === null)("under Node.js 20", () => {
  const run = (script: string, args: string[] = [], env: Record<string, string> = {}) => {
    const { DATABASE_URL: _, APP_DATABASE_URL: __, ...given } = process.env;
    const { status, stderr } = spawnSync(node20 ?? "", [join(ROOT, script), ...args], {
      env: { ...given, ...env },
      encoding: "utf8",
    });
    return { status, stderr };
  };

  test("every script of npm begins", { timeout: 60_000 }, () => {
    for (const command of Object.values(MANIFEST.scripts)) {
      const [, script = ""] = /^node (\S+\.mjs)$/.exec(command) ?? [];
      expect([command, spawnSync(node20 ?? "", ["--check", join(ROOT, script)], { encoding: "utf8" }).stderr]).toEqual([
        command,
        "",
      ]);
    }
  });
  test.each([
    ["the print agent", "apps/print-agent/print-agent.mjs", ["--config", "nowhere.json"], "There is no configuration"],
    ["a node", "tooling/run/serve.mjs", [], "APP_DATABASE_URL names the database"],
    ["a worker", "tooling/run/worker.mjs", [], "APP_DATABASE_URL names the database"],
    ["a migration", "tooling/run/migrate.mjs", [], "DATABASE_URL names the database"],
  ])(
    "%s runs as far as its own first sentence",
    (_name, script, args, sentence) => {
      const { status, stderr } = run(script, args);
      expect([status, stderr]).toEqual([1, expect.stringContaining(sentence)]);
      expect(stderr).not.toContain("ERR_UNKNOWN_FILE_EXTENSION");
    },
    120_000,
  );
  test("what npx runs is the same file", () => {
    const { bin } = JSON.parse(textOf("apps/print-agent/package.json")) as { bin: Record<string, string> };
    expect(bin).toEqual({ "working-social-print-agent": "./print-agent.mjs" });
  });
});

function inFolder(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".md")).map((file) => join(folder, file));
}

/** The README of each part, and those within its sources. */
function ofParts(group: string): string[] {
  const parts = readdirSync(join(ROOT, group)).map((part) => join(group, part));
  const own = parts.map((part) => join(part, "README.md")).filter((file) => existsSync(join(ROOT, file)));
  return [...own, ...parts.flatMap((part) => inFolder(join(part, "src")))];
}

/** A Node.js of the machine, not of this repository. */
function findNode(version: string): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/local/bin", "/usr/bin"];
  const outside = folders.filter((folder) => folder !== "" && relative(ROOT, folder).startsWith(".."));
  const nodes = outside.map((folder) => join(folder, "node"));
  return nodes.find((node) => spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.startsWith(version)) ?? null;
}
