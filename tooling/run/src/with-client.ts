import { runVisibly } from "./command.ts";
import { generateClient } from "./database.ts";
import { explain } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";

/** Makes the database client, then runs a script that needs it and starts a PostgreSQL of its own: with-client.ts SCRIPT ARGS. */
const shutdown = new Shutdown();

try {
  await generateClient(shutdown.signal);
  process.exitCode = await runVisibly(process.execPath, process.argv.slice(2), { signal: shutdown.signal });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await shutdown.stopAll();
}
process.exit();
