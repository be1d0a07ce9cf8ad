import { expect, test } from "vitest";
import { DOMAINS } from "./edges.ts";
import { FILES, listed, PACKAGES, read, SOURCES } from "./files.ts";
import { STEPS } from "./steps.ts";
import { KINDS, VAGUE } from "./vocabulary.ts";

const NAMED_STEPS = Object.entries(STEPS).flatMap(([folder, names]) => names.map((name) => `${folder}/${name}.ts`));
const DOMAIN_FILES = FILES.filter((file) => DOMAINS.some((name) => file.startsWith(`packages/${name}/src/`)));

/** packages/booking/src/rates/commands/create-rate.ts → commands/create-rate.ts: the path in the domain or its noun. */
function inNoun(file: string): string {
  const path = file.split("/").slice(3).join("/");
  return path.replace(/^(?!(?:commands|rules|testing)\/)[a-z-]+\//, "");
}

function isKnownKind(file: string): boolean {
  return KINDS.some(({ pattern }) => pattern.test(inNoun(file)) || pattern.test(file.split("/").slice(3).join("/")));
}

test("a domain consists of the known kinds of files, and of steps with names", () => {
  const problems = DOMAIN_FILES.filter((file) => !isKnownKind(file) && !NAMED_STEPS.includes(file));
  const advice =
    "is not one of the kinds in tooling/tidy/src/vocabulary.ts. A verb belongs in commands/, a decision in rules, a read in queries.ts; a step that several of them share is named in tooling/tidy/src/steps.ts.";
  expect(listed(problems.map((file) => `${file} ${advice}`))).toBe("");
});

test("the list of steps names only what is there", () => {
  const problems = NAMED_STEPS.filter((file) => !FILES.includes(file) || isKnownKind(file));
  expect(listed(problems.map((file) => `Take ${file} out of tooling/tidy/src/steps.ts.`))).toBe("");
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
