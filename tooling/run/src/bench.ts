import { runVisibly } from "./command.ts";
import { generateClient } from "./database.ts";
import { explain } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";

/** `npm run bench`: makes the database client, then measures; the bench starts a PostgreSQL of its own. */
const shutdown = new Shutdown();

try {
  await generateClient(shutdown.signal);
  process.exitCode = await runVisibly(process.execPath, ["tooling/bench/src/main.ts", ...process.argv.slice(2)], {
    signal: shutdown.signal,
  });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await shutdown.stopAll();
}
process.exit();
