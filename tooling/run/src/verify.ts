import { runVisibly } from "./command.ts";
import { explain } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";

/** `npm run verify`: in seconds, what would most likely fail later. Stops at the first that does. */
const CHECKS: readonly (readonly [string, ...string[]])[] = [
  ["turbo", "run", "generate", "--output-logs=errors-only"],
  ["oxlint"],
  ["oxfmt", "--check"],
  ["turbo", "run", "typecheck", "--output-logs=errors-only"],
  ["vitest", "run", "--project=tidy", "--reporter=dot"],
  // Tests that import a file changed since the last commit.
  ["vitest", "run", "--project=!tidy", "--changed", "--passWithNoTests", "--reporter=dot"],
];

const shutdown = new Shutdown();
let exitCode = 0;
try {
  for (const [command, ...args] of CHECKS) {
    shutdown.check();
    exitCode = await runVisibly(command, args, { signal: shutdown.signal });
    if (exitCode !== 0) break;
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  exitCode = 130;
}
process.exit(exitCode);
