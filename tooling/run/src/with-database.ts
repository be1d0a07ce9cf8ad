import { runVisibly } from "./command.ts";
import { migrateDatabase } from "./contents.ts";
import { joinDatabase } from "./database.ts";
import { readEnvironment } from "./environment.ts";
import { explain } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";

/**
 * `node with-database.ts <script> …`: runs a tool with DATABASE_URL set, to the server that `npm start` runs, or to
 * one that is started on DATA_DIR for the duration. Ends with the tool's exit code.
 */
const shutdown = new Shutdown();
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(script: string, args: string[]): Promise<number> {
  const database = await joinDatabase(readEnvironment(process.env), say);
  shutdown.add(() => database.stop());
  shutdown.check();
  if (database.isEmbedded) await migrateDatabase(database, shutdown.signal);
  const env = { ...process.env, DATABASE_URL: database.url };
  return runVisibly(process.execPath, [script, ...args], { env, signal: shutdown.signal });
}

try {
  const [script = "", ...args] = process.argv.slice(2);
  process.exitCode = await main(script, args);
} catch (error) {
  say(explain(error));
  process.exitCode = 1;
} finally {
  await shutdown.stopAll();
}
process.exit();
