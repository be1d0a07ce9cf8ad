import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./environment.ts";
import { readPlaywrightTimes, readVitestTimes, whereTheTimeWent } from "./timings.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "working-social-timings-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function report(content: unknown): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  await writeFile(file, JSON.stringify(content));
  return file;
}

test("each file of Vitest with its tests and seconds", async () => {
  const name = join(ROOT, "packages/booking/src/rules/price.test.ts");
  const testResults = [{ name, startTime: 1_000, endTime: 3_500, assertionResults: [{}, {}] }];
  expect(await readVitestTimes(await report({ testResults }))).toEqual([
    { file: "packages/booking/src/rules/price.test.ts", tests: 2, seconds: 2.5 },
  ]);
});

test("each file of Playwright, second tries and nested groups included", async () => {
  const spec = (...durations: number[]) => ({ tests: [{ results: durations.map((duration) => ({ duration })) }] });
  const suites = [
    { file: "home.e2e.ts", specs: [spec(1_000)], suites: [{ file: "home.e2e.ts", specs: [spec(500, 2_500)] }] },
  ];
  expect(await readPlaywrightTimes(await report({ suites }), "apps/portal/e2e")).toEqual([
    { file: "apps/portal/e2e/home.e2e.ts", tests: 2, seconds: 4 },
  ]);
});

test("packages by what they cost, journeys apart from their app's unit tests, then the slowest files", () => {
  const text = whereTheTimeWent([
    { file: "packages/booking/src/a.test.ts", tests: 3, seconds: 2 },
    { file: "packages/booking/src/rules/b.test.ts", tests: 1, seconds: 5.25 },
    { file: "apps/portal/src/c.test.ts", tests: 1, seconds: 1 },
    { file: "apps/portal/e2e/d.e2e.ts", tests: 2, seconds: 30 },
  ]);
  expect(text.split("\n").slice(1, 6)).toEqual([
    "    30.0  apps/portal/e2e (2 tests)",
    "     7.3  packages/booking (4 tests)",
    "     1.0  apps/portal (1 tests)",
    "The slowest files:",
    "    30.0  apps/portal/e2e/d.e2e.ts (2 tests)",
  ]);
});

test("no report at all has no times", async () => {
  expect(await readVitestTimes(join(folder, "none.json"))).toEqual([]);
  expect(await readPlaywrightTimes(join(folder, "none.json"), "apps/portal/e2e")).toEqual([]);
});
