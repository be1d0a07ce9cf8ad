import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { QueryCall } from "./calls.ts";
import { findCalls } from "./calls.ts";
import type { Problem } from "./check.ts";
import { checkCall } from "./check.ts";
import { lineOf } from "./describe-problem.ts";
import { FOREIGN } from "./foreign.ts";
import type { Source } from "./program.ts";
import { openSource, placeOf, ROOT } from "./program.ts";
import { rowOf } from "./rows.ts";
import { openDatabases } from "./testing/open-databases.ts";
import { Unreadable } from "./values.ts";
import { WAITING } from "./waiting.ts";

const TIMEOUT_MS = 180_000;

let source: Source;
let databases: Awaited<ReturnType<typeof openDatabases>>;
beforeAll(async () => {
  source = openSource(resolve(import.meta.dirname, "../product.json"));
  databases = await openDatabases();
});
afterAll(async () => {
  source.close();
  await databases.close();
});

const isProduct = (file: string) =>
  file.startsWith(ROOT) && /\/(packages|apps)\/[^/]+\/src\//.test(file) && !/\/(node_modules|generated)\//.test(file);

function declaresRow(call: QueryCall): boolean {
  try {
    return rowOf(source, call) !== null;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

test("every statement of the product takes and gives what the code says", { timeout: TIMEOUT_MS }, async () => {
  const calls = findCalls(source, isProduct);
  // Fewer would mean that the finder or the reader of rows has gone blind.
  expect(calls.length).toBeGreaterThan(300);
  expect(calls.filter((call) => declaresRow(call)).length).toBeGreaterThan(120);
  const problems: Problem[] = [];
  for (const call of calls) problems.push(...(await checkCall(source, databases, call)));
  const excused = [...FOREIGN.keys(), ...WAITING];
  const lines = problems.filter(({ place }) => !excused.includes(place.file)).map(lineOf);
  expect(lines.join("\n")).toBe("");
  const found = new Set(problems.map(({ place }) => place.file));
  const proved = excused.filter((file) => !found.has(file));
  expect(proved.map((file) => `${file} is proved: take it out of the list of those that are not.`).join("\n")).toBe("");
});

test("statements are found in every package that has some", () => {
  const packages = new Set(findCalls(source, isProduct).map((call) => placeOf(call.node).file.split("/")[1]));
  expect([...packages].toSorted()).toEqual([
    "api",
    "billing",
    "booking",
    "charges",
    "copier",
    "credits",
    "db",
    "directory",
    "feeds",
    "import",
    "notify",
  ]);
});
