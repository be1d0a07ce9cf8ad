import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { ROOT } from "./environment.ts";

/** How long one test file took, in seconds; files run side by side, so that they add up to more than the clock showed. */
export interface FileTime {
  /** From the root of the repository: "packages/booking/src/rules/price.test.ts". */
  readonly file: string;
  readonly tests: number;
  readonly seconds: number;
}

/** Files that are shown by name: those that a suite is made quicker with. */
const SLOWEST = 8;

/** The files of a report of Vitest; none when it wrote none, which the tally says already. */
export async function readVitestTimes(report: string): Promise<readonly FileTime[]> {
  const { testResults } = await readReport<{ testResults: VitestFile[] }>(report, { testResults: [] });
  return testResults.map(({ name, startTime, endTime, assertionResults }) => ({
    file: relative(ROOT, name),
    tests: assertionResults.length,
    seconds: Math.max(0, endTime - startTime) / 1_000,
  }));
}

/** The files of a report of Playwright, whose paths begin in `folder`: "apps/portal/e2e". */
export async function readPlaywrightTimes(report: string, folder: string): Promise<readonly FileTime[]> {
  const { suites } = await readReport<{ suites: PlaywrightSuite[] }>(report, { suites: [] });
  return suites.map((suite) => {
    const results = specsOf(suite).flatMap(({ tests }) => tests.map((test) => test.results));
    const milliseconds = results.flat().reduce((sum, { duration }) => sum + duration, 0);
    return { file: `${folder}/${suite.file}`, tests: results.length, seconds: milliseconds / 1_000 };
  });
}

/** What each package costs, and the slowest files: where a suite that grows is made quicker first. */
export function whereTheTimeWent(times: readonly FileTime[]): string {
  const packages = Map.groupBy(times, ({ file }) =>
    file
      .split("/")
      .slice(0, file.includes("/e2e/") ? 3 : 2)
      .join("/"),
  );
  const sums = [...packages].map(([file, files]) => ({
    file,
    tests: files.reduce((sum, { tests }) => sum + tests, 0),
    seconds: files.reduce((sum, { seconds }) => sum + seconds, 0),
  }));
  const slowest = times.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
  return [
    "Where the time went, in seconds of one worker:",
    ...sums.toSorted((a, b) => b.seconds - a.seconds).map(line),
    "The slowest files:",
    ...slowest.map(line),
  ].join("\n");
}

function line({ file, tests, seconds }: FileTime): string {
  return `${seconds.toFixed(1).padStart(8)}  ${file} (${tests} tests)`;
}

function specsOf({ specs, suites = [] }: PlaywrightSuite): readonly PlaywrightSpec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

interface VitestFile {
  name: string;
  startTime: number;
  endTime: number;
  assertionResults: unknown[];
}

interface PlaywrightSpec {
  tests: { results: { duration: number }[] }[];
}

interface PlaywrightSuite {
  file: string;
  specs: PlaywrightSpec[];
  suites?: PlaywrightSuite[];
}

async function readReport<T>(file: string, none: T): Promise<T> {
  return readFile(file, "utf8").then(
    (text) => JSON.parse(text) as T,
    () => none,
  );
}
