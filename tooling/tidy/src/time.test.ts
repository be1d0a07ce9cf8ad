import { expect, test } from "vitest";
import { isTestCode, listed, read, SOURCES } from "./files.ts";

/** The one place that asks the machine. */
const CLOCK = "packages/kernel/src/clock.ts";

/** Reading the machine's clock; converting a known instant (`new Date(instant)`) and measuring a duration are not. */
const ASKS_FOR_NOW = /\bnew Date\(\s*\)|\bDate\.now\(|\bTemporal\.Now\b|\bDate\(\)/;

test("only the kernel's clock knows what time it is", () => {
  const problems = SOURCES.filter(
    (file) => file !== CLOCK && !isTestCode(file) && !file.startsWith("tooling/"),
  ).flatMap((file) =>
    linesWith(file, ASKS_FOR_NOW).map(
      (line) =>
        `${file}:${line} asks the machine for the time: take it from ctx.clock or as a parameter, so that tests decide.`,
    ),
  );
  expect(listed(problems)).toBe("");
});

test("rules receive the time", () => {
  const rules = SOURCES.filter(
    (file) => /^packages\/[^/]+\/src\/(.*\/)?rules(\.ts|\/)/.test(file) && !isTestCode(file),
  );
  const problems = rules.filter((file) => /systemClock|\.now\(\)/.test(read(file)));
  expect(listed(problems.map((file) => `${file} asks a clock: a rule takes \`now\` as a parameter.`))).toBe("");
});

function linesWith(file: string, pattern: RegExp): number[] {
  return read(file)
    .split("\n")
    .flatMap((line, index) => (pattern.test(withoutComment(line)) ? [index + 1] : []));
}

function withoutComment(line: string): string {
  return line.replace(/^\s*(\/?\*|\/\/).*$/, "").replace(/\s\/\/.*$/, "");
}
