import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestPostgres } from "@working-social/postgres";
import { explain } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";
import type { Tally } from "./tally.ts";
import { add, ONE_FAILED, sentence } from "./tally.ts";
import type { TestContext, TestStep } from "./test-steps.ts";
import { TEST_STEPS } from "./test-steps.ts";
import { whereTheTimeWent } from "./timings.ts";

/** `npm test`: every step, whatever the ones before it said; the last line is the sum. */
const shutdown = new Shutdown();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function chooseSteps(names: readonly string[]): readonly TestStep[] {
  const unknown = names.filter((name) => !TEST_STEPS.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(
      `There is no step ${unknown.join(", ")}; there are ${TEST_STEPS.map((step) => step.name).join(", ")}.`,
    );
  if (names.length === 0) return TEST_STEPS;
  return TEST_STEPS.filter((step) => names.includes(step.name));
}

async function prepare(steps: readonly TestStep[]): Promise<TestContext> {
  const reports = await mkdtemp(join(tmpdir(), "working-social-reports-"));
  shutdown.add(() => rm(reports, { recursive: true, force: true }));
  const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: "1" };
  if (!steps.some((step) => step.needsDatabase)) return { signal: shutdown.signal, env, reports, times: [] };
  const postgres = await startTestPostgres();
  shutdown.add(() => postgres.stop());
  return { signal: shutdown.signal, env: { ...env, TEST_DATABASE_URL: postgres.url }, reports, times: [] };
}

async function runStep(step: TestStep, context: TestContext): Promise<Tally> {
  say(`\n── ${step.name}: ${step.what}`);
  const started = performance.now();
  const tally = await step.run(context).catch((error: unknown) => {
    say(explain(error));
    return ONE_FAILED;
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${tally.failed === 0 ? "✓" : "✗"} ${step.name}: ${sentence(tally)}  (${seconds} s)`);
  return tally;
}

async function test(): Promise<Tally> {
  const steps = chooseSteps(process.argv.slice(2));
  const context = await prepare(steps);
  let sum: Tally = { passed: 0, failed: 0, skipped: 0 };
  const failed: string[] = [];
  for (const step of steps) {
    shutdown.check();
    const tally = await runStep(step, context);
    if (tally.failed > 0) failed.push(step.name);
    sum = add(sum, tally);
  }
  if (context.times.length > 0) say(`\n${whereTheTimeWent(context.times)}`);
  if (failed.length > 0)
    say(`\nFailed: ${failed.join(", ")}. Their output is above; \`npm test -- ${failed.join(" ")}\` runs them again.`);
  return sum;
}

let sum = ONE_FAILED;
try {
  sum = await test();
} catch (error) {
  say(explain(error) || "Interrupted.");
} finally {
  await shutdown.stopAll();
}
say(`\n${sentence(sum)}`);
process.exit(shutdown.signal.aborted ? 130 : sum.failed === 0 ? 0 : 1);
