import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runVisibly } from "./command.ts";
import { ROOT } from "./environment.ts";
import type { Tally } from "./tally.ts";
import { add, ONE_FAILED, ONE_PASSED, readPlaywrightReport, readVitestReport, withExitCode } from "./tally.ts";
import type { FileTime } from "./timings.ts";
import { readPlaywrightTimes, readVitestTimes } from "./timings.ts";
import { checkTypes } from "./types.ts";

const NONE: Tally = { passed: 0, failed: 0, skipped: 0 };

export interface TestContext {
  readonly signal: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
  /** A folder for the machine-readable reports. */
  readonly reports: string;
  /** What each test file took, as the steps find out. */
  readonly times: FileTime[];
}

/** A part of `npm test`; `npm test -- types unit` runs the named ones only. */
export interface TestStep {
  readonly name: string;
  readonly what: string;
  readonly needsDatabase?: boolean;
  run(context: TestContext): Promise<Tally>;
}

export const TEST_STEPS: readonly TestStep[] = [
  {
    name: "types",
    what: "types of every package",
    run: async (context) => ((await checkTypes(context)) === 0 ? ONE_PASSED : ONE_FAILED),
  },
  { name: "lint", what: "lint", run: oneTest("oxlint") },
  { name: "unused", what: "nothing unused", run: oneTest("knip") },
  { name: "format", what: "format", run: oneTest("oxfmt", "--check") },
  { name: "tidy", what: "architecture", run: vitest("tidy", "--project=tidy") },
  { name: "unit", what: "unit, database and API", needsDatabase: true, run: vitest("unit", "--project=!tidy") },
  { name: "build", what: "portal and kiosk", run: oneTest("turbo", "run", "build", "--output-logs=errors-only") },
  { name: "browser", what: "journeys in a browser", needsDatabase: true, run: playwright },
];

function oneTest(command: string, ...args: string[]): TestStep["run"] {
  return async (context) => ((await runVisibly(command, args, context)) === 0 ? ONE_PASSED : ONE_FAILED);
}

function vitest(name: string, ...args: string[]): TestStep["run"] {
  return async (context) => {
    const report = join(context.reports, `${name}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const exitCode = await runVisibly("vitest", ["run", ...args, ...reporters], context);
    context.times.push(...(await readVitestTimes(report)));
    return withExitCode(await readVitestReport(report), exitCode);
  };
}

/** Every app with a Playwright configuration. */
async function playwright(context: TestContext): Promise<Tally> {
  let tally = NONE;
  for (const app of ["portal", "kiosk"]) {
    const cwd = join(ROOT, "apps", app);
    if (!existsSync(join(cwd, "playwright.config.ts"))) continue;
    const report = join(context.reports, `${app}.json`);
    const path = `${join(cwd, "node_modules/.bin")}${delimiter}${context.env["PATH"] ?? ""}`;
    const env = {
      ...context.env,
      PATH: path,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const exitCode = await runVisibly("playwright", ["test", "--reporter=list,json"], { ...context, cwd, env });
    context.times.push(...(await readPlaywrightTimes(report, `apps/${app}/e2e`)));
    tally = add(tally, withExitCode(await readPlaywrightReport(report), exitCode));
  }
  return tally;
}
