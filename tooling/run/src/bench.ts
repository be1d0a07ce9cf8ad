import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@working-social/postgres";
import { runVisibly } from "./command.ts";
import { generateClient } from "./database.ts";
import { explain } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";

/**
 * `npm run bench`: on the server of DATABASE_URL, else on a new one as safe as the real thing, which goes away
 * afterwards: a million generated bookings have no place in anybody's data. Benchmarks make databases of their own.
 */
const shutdown = new Shutdown();

async function serverUrl(): Promise<string> {
  const given = process.env["DATABASE_URL"];
  if (given) return given;
  const dataDir = await mkdtemp(join(tmpdir(), "working-social-bench-"));
  await chmod(dataDir, 0o711);
  shutdown.add(() => rm(dataDir, { recursive: true, force: true }));
  const postgres = await startPostgres({ dataDir, durability: "safe", throwaway: true, log: () => undefined });
  shutdown.add(() => postgres.stop());
  return postgres.url;
}

try {
  await generateClient(shutdown.signal);
  const url = await serverUrl();
  shutdown.check();
  const env = { ...process.env, DATABASE_URL: url, TEST_DATABASE_URL: url };
  const args = ["tooling/bench/src/main.ts", ...process.argv.slice(2)];
  process.exitCode = await runVisibly(process.execPath, args, { env, signal: shutdown.signal });
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await shutdown.stopAll();
}
process.exit();
