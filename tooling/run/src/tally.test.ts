import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  add,
  ONE_FAILED,
  ONE_PASSED,
  readPlaywrightReport,
  readVitestReport,
  sentence,
  withExitCode,
} from "./tally.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "working-social-tally-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function report(content: unknown): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.json`);
  await writeFile(file, JSON.stringify(content));
  return file;
}

test("the last line", () => {
  expect(sentence({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  expect(sentence(add(ONE_FAILED, { passed: 3, failed: 1, skipped: 2 }))).toBe("3 passed, 2 failed, 2 skipped");
});

test("a run that ends badly has failed, even if each of its tests passed", () => {
  expect(withExitCode(ONE_PASSED, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(withExitCode(ONE_FAILED, 1)).toEqual(ONE_FAILED);
  expect(withExitCode(ONE_PASSED, 0)).toEqual(ONE_PASSED);
});

test("a test file of Vitest that does not load counts as one failed", async () => {
  const testResults = [
    { status: "passed", assertionResults: [{ status: "passed" }] },
    { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
    { status: "failed", assertionResults: [] },
  ];
  const file = await report({ numPassedTests: 2, numFailedTests: 1, numPendingTests: 1, numTodoTests: 0, testResults });
  expect(await readVitestReport(file)).toEqual({ passed: 2, failed: 2, skipped: 1 });
});

test("Playwright: a second try that passes passes; a broken set-up fails", async () => {
  const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 3 };
  expect(await readPlaywrightReport(await report({ stats, errors: [] }))).toEqual({ passed: 6, failed: 2, skipped: 3 });
  expect(await readPlaywrightReport(await report({ stats, errors: [{}] }))).toMatchObject({ failed: 3 });
});

test("no report at all counts as one failed", async () => {
  expect(await readVitestReport(join(folder, "none.json"))).toEqual(ONE_FAILED);
  expect(await readPlaywrightReport(join(folder, "none.json"))).toEqual(ONE_FAILED);
});
