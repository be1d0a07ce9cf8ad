import { expect, test } from "vitest";
import { FILES, listed, read, SOURCES } from "./files.ts";

/** Most files have 60 to 85 lines. oxlint holds functions to 70 (max-lines-per-function). */
const MOST_LINES = 300;

test("a file fits in the head", () => {
  const long = SOURCES.filter((file) => read(file).split("\n").length > MOST_LINES);
  expect(
    listed(long.map((file) => `${file} has more than ${MOST_LINES} lines: something in it wants a file of its own.`)),
  ).toBe("");
});

test("an exception from lint says why", () => {
  const problems = SOURCES.filter((file) => !file.startsWith("tooling/tidy/") && hasBareException(read(file)));
  const advice = 'switches a rule off: say why in a comment above, or after " -- "; or better, follow the rule.';
  expect(listed(problems.map((file) => `${file} ${advice}`))).toBe("");
});

function hasBareException(text: string): boolean {
  const lines = text.split("\n");
  return lines.some((line, index) => {
    if (!/(?:oxlint|eslint)-disable/.test(line) || / -- \S/.test(line)) return false;
    return !/^\s*(\/\/|\{?\/\*|\*) \S.{10,}/.test(lines[index - 1] ?? "");
  });
}

test("no comment silences the compiler", () => {
  const silenced = /@ts-(ignore|nocheck|expect-error)/;
  const problems = SOURCES.filter((file) => !file.startsWith("tooling/tidy/") && silenced.test(read(file)));
  expect(listed(problems.map((file) => `${file} silences the compiler: narrow from unknown instead.`))).toBe("");
});

test("nothing is left for later in the code", () => {
  const later = /\b(TODO|FIXME|XXX|HACK)\b/;
  const problems = SOURCES.filter((file) => !file.startsWith("tooling/tidy/") && later.test(read(file)));
  expect(listed(problems.map((file) => `${file} leaves something for later: do it now, or open an issue.`))).toBe("");
});

test("no file knows the machine it was written on", () => {
  // Put together here, so that this file does not find itself.
  const home = new RegExp(
    ["home/[a-z]+", "Users/[a-z]+", "work", "root"].map((folder) => `["'\\s(]/${folder}/`).join("|"),
  );
  const registry = new RegExp(
    ["registry", "verdaccio", "artifactory", "nexus"]
      .map((name) => `https?://[^\\s"'/]*${name}(?!\\.npmjs\\.org)`)
      .join("|"),
  );
  const texts = FILES.filter((file) => /\.(tsx?|mjs|json|ya?ml|md|toml|prisma|sql|html|css|sh)$|^\.ci\//.test(file));
  const problems = texts.filter((file) => home.test(read(file)) || registry.test(read(file)));
  expect(listed(problems.map((file) => `${file} names a folder or a registry of one machine.`))).toBe("");
});
