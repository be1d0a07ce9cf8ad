import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readResult, surviving } from "./report.ts";
import { EXPLAINED } from "./survivors.ts";
import type { Target } from "./targets.ts";
import { LEAST_KILLED_PERCENT, TARGETS } from "./targets.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
const REPORTS = join(ROOT, "tooling/mutate/test-results");

/** `npm run mutate [-- kernel booking …]`: puts mistakes into pure code, one at a time, and asks whether its tests notice. */
async function main(names: readonly string[]): Promise<boolean> {
  const unknown = names.find((name) => !TARGETS.some((target) => target.name === name));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}: ${TARGETS.map(({ name }) => name).join(", ")}.`);
  await mkdir(REPORTS, { recursive: true });
  let isGood = true;
  for (const target of TARGETS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    await run(target);
    const result = readResult(await readFile(reportOf(target), "utf8"), EXPLAINED[target.name] ?? []);
    console.info(surviving(result));
    const { name, leastKilledPercent = LEAST_KILLED_PERCENT } = target;
    console.info(`${name}: ${result.killed} of ${result.tried} found (${result.percent.toFixed(1)} %)\n`);
    if (result.percent >= leastKilledPercent) continue;
    console.error(`${name}: at least ${leastKilledPercent} % have to be found.`);
    isGood = false;
  }
  return isGood;
}

/** In the folder of the package, since its tests find their dependencies there. Rejects when Stryker itself fails. */
async function run(target: Target): Promise<void> {
  const config = join(REPORTS, `${target.name}.config.json`);
  await writeFile(config, JSON.stringify(configOf(target)));
  const stryker = fileURLToPath(import.meta.resolve("@stryker-mutator/core")).replace(/dist.*$/, "bin/stryker.js");
  const child = spawn(process.execPath, [stryker, "run", config], {
    cwd: join(ROOT, target.package),
    env: { ...process.env, MUTATED_TESTS: target.tests.join(",") },
    stdio: "inherit",
  });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  if (code !== 0) throw new Error(`${target.name}: Stryker ended with ${code}.`);
}

function configOf({ mutate, name }: Target): object {
  return {
    testRunner: "vitest",
    plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
    vitest: { configFile: join(ROOT, "tooling/mutate/vitest.config.ts"), related: false },
    mutate,
    // It would rewrite it with a function that TypeScript 7 does not have; nothing here reads one.
    tsconfigFile: "none",
    ignoreStatic: true,
    coverageAnalysis: "perTest",
    concurrency: Math.max(1, availableParallelism()),
    reporters: ["progress", "json"],
    jsonReporter: { fileName: reportOf({ name }) },
    // As deep as packages/*/ lies, so that tests find what they read from the root, like the worked examples in docs/.
    tempDirName: join(ROOT, ".mutate"),
    timeoutMS: 10_000,
  };
}

function reportOf({ name }: Pick<Target, "name">): string {
  return join(REPORTS, `${name}.json`);
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
