import { expect, test } from "vitest";
import { DOMAINS } from "./edges.ts";
import { FILES, isTestCode, listed, PACKAGES, read, SOURCES } from "./files.ts";
import { importsIn, workspaceImport } from "./imports.ts";
import { KIND_FOLDERS, KINDS, VAGUE } from "./vocabulary.ts";

const DOMAIN_FILES = FILES.filter((file) => DOMAINS.some((name) => file.startsWith(`packages/${name}/src/`)));

/** packages/booking/src/rates/commands/create-rate.ts → commands/create-rate.ts: the path in the domain or its noun. */
function inNoun(file: string): string {
  const [first = "", ...rest] = file.split("/").slice(3);
  return rest.length === 0 || KIND_FOLDERS.includes(first) ? [first, ...rest].join("/") : rest.join("/");
}

function isKnownKind(file: string): boolean {
  return KINDS.some(({ pattern }) => pattern.test(inNoun(file)) || pattern.test(file.split("/").slice(3).join("/")));
}

test("a domain consists of the known kinds of files", () => {
  const problems = DOMAIN_FILES.filter((file) => !isKnownKind(file));
  const advice =
    "is not one of the kinds in tooling/tidy/src/vocabulary.ts. A verb belongs in commands/, a decision in rules/, a read in queries/, what commands share inside their transaction in steps/, how something is written outside the database in formats/, what people read of it in texts/.";
  expect(listed(problems.map((file) => `${file} ${advice}`))).toBe("");
});

test("rules and formats decide alone", () => {
  const pure = DOMAIN_FILES.filter((file) => /\/(rules|formats)\/|\/rules\.ts$/.test(file) && !isTestCode(file));
  expect(pure.length).toBeGreaterThan(60);
  expect(listed(pure.flatMap((file) => dependent(file, read(file))))).toBe("");
});

/** A sentence for each thing that such a file would have to wait for; shapes may come from anywhere. */
function dependent(file: string, text: string): string[] {
  return importsIn(file, text)
    .filter((one) => !one.isTypeOnly && asksTheDatabase(one.specifier))
    .map(
      ({ specifier }) =>
        `${file} imports ${specifier}: what it decides by is a parameter, and who needs the database is a step or a query.`,
    );
}

function asksTheDatabase(specifier: string): boolean {
  return (
    workspaceImport(specifier)?.name === "db" || /^\.\.?\/(.*\/)?(queries|steps|commands)(\/|\.ts)/.test(specifier)
  );
}

test("a rule that reads is told of, and one that knows a row's shape is not", () => {
  expect(dependent("rules/late.ts", 'import type { Row } from "../queries/row.ts";\n')).toEqual([]);
  expect(dependent("rules/late.ts", 'import { read } from "@working-social/db";\n')).toEqual([
    "rules/late.ts imports @working-social/db: what it decides by is a parameter, and who needs the database is a step or a query.",
  ]);
  expect(dependent("rules/late.ts", 'import { lateRow } from "../queries/row.ts";\n')).toHaveLength(1);
});

test("a step is taken within somebody's transaction", () => {
  const steps = DOMAIN_FILES.filter((file) => file.includes("/steps/") && !isTestCode(file));
  const problems = steps.filter((file) => /^export async function \w+\(\s*ctx: Context/m.test(read(file)));
  const advice = "takes the caller's context first, as verbs do: it is a command or a query, or takes the transaction.";
  expect(listed(problems.map((file) => `${file} ${advice}`))).toBe("");
});

test("names say what is inside", () => {
  const problems = SOURCES.filter((file) => VAGUE.test(file) && !WITH_LIB.some((folder) => file.startsWith(folder)));
  expect(
    listed(problems.map((file) => `${file}: name it after what it does; "${VAGUE.exec(file)?.[2]}" says nothing.`)),
  ).toBe("");
});

/** The list may only shrink. */
const WITH_LIB = ["apps/portal/src/lib/"];

test("only a package's entry gathers exports of other files", () => {
  const problems = SOURCES.filter((file) => !/\/index\.tsx?$|\/schema\.ts$/.test(file) && isBarrel(read(file)));
  expect(
    listed(problems.map((file) => `${file} only passes on what others export: import from where it is made.`)),
  ).toBe("");
});

function isBarrel(text: string): boolean {
  const statements = text.split("\n").filter((line) => line.trim() !== "" && !/^\s*(\/\/|\/?\*)/.test(line));
  return statements.length > 1 && statements.every((line) => /^export .*from "/.test(line));
}

test("every package has a README", () => {
  const problems = PACKAGES.filter((folder) => !FILES.includes(`${folder}/README.md`));
  expect(
    listed(problems.map((folder) => `${folder}/README.md is missing: its words, what holds in it, how to use it.`)),
  ).toBe("");
});
