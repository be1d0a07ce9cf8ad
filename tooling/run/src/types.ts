import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { CommandOptions } from "./command.ts";
import { runVisibly } from "./command.ts";
import { ROOT } from "./environment.ts";

/**
 * The exit code of a check of everything as two programs, side by side: what runs in Node, and what runs in browsers. A check by package
 * reads the packages below again for each one above. What was found is kept beside the dependencies: the next check reads what changed.
 */
export async function checkTypes(options: CommandOptions): Promise<number> {
  await mkdir(join(ROOT, "node_modules/.cache/types"), { recursive: true });
  const programs = ["all-node", "all-browser"].map((name) => ["-p", `tooling/typescript/${name}.json`]);
  const exitCodes = await Promise.all(programs.map((args) => runVisibly("tsc", args, options)));
  return Math.max(...exitCodes);
}
