import type { CommandOptions } from "./command.ts";
import { runVisibly } from "./command.ts";
import { explain } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";
import { checkTypes } from "./types.ts";

/** `npm run verify`: in seconds, what would most likely fail later. Stops at the first that does. */
const CHECKS: readonly ((options: CommandOptions) => Promise<number>)[] = [
  command("oxlint"),
  command("oxfmt", "--check"),
  checkTypes,
  command("vitest", "run", "--project=tidy", "--reporter=dot"),
  // Tests that import a file changed since the last commit.
  command("vitest", "run", "--project=!tidy", "--changed", "--passWithNoTests", "--reporter=dot"),
];

function command(name: string, ...args: string[]): (options: CommandOptions) => Promise<number> {
  return (options) => runVisibly(name, args, options);
}

const shutdown = new Shutdown();
let exitCode = 0;
try {
  for (const check of CHECKS) {
    shutdown.check();
    exitCode = await check({ signal: shutdown.signal });
    if (exitCode !== 0) break;
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  exitCode = 130;
}
process.exit(exitCode);
