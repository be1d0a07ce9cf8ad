import type { LoadedDemo } from "@working-social/demo";
import { findRunningPostgres } from "@working-social/postgres";
import type { ApiProcess } from "./api-process.ts";
import { lastLines } from "./api-process.ts";
import { runQuietly } from "./command.ts";
import { loadDemoSpace, markFinished, markUnfinished, migrateDatabase } from "./contents.ts";
import type { OpenDatabase } from "./database.ts";
import { openDatabase } from "./database.ts";
import type { Environment } from "./environment.ts";
import { dataFile } from "./environment.ts";
import type { Progress } from "./progress.ts";
import { explain } from "./progress.ts";
import { servingUrl } from "./serving-login.ts";
import type { Shutdown } from "./shutdown.ts";
import { Interrupted } from "./shutdown.ts";

/** Throws with a sentence when another `npm start` has the data folder. */
export async function checkNotRunning({ databaseUrl, dataDir }: Environment): Promise<void> {
  const running = databaseUrl === null ? await findRunningPostgres(dataDir) : null;
  if (!running?.holder) return;
  const advice = "Stop it first, or start another with PORT and DATA_DIR set.";
  throw new Error(`Working Social already runs on ${dataDir} (process ${running.holder}). ${advice}`);
}

/** Database, the web apps if they are to be built (what is unchanged comes from turbo's cache), migrations and the demo space, a line each. */
export async function prepareDatabase(
  environment: Environment,
  { isBuilt }: { readonly isBuilt: boolean },
  progress: Progress,
  shutdown: Shutdown,
): Promise<{ database: OpenDatabase; appUrl: string; demo: LoadedDemo }> {
  const { signal } = shutdown;
  const open = () => openDatabase(environment, progress.say);
  const database = await progress.step("Database", open, (opened) => opened.description);
  shutdown.add(() => database.stop());
  shutdown.check();
  const build = () => runQuietly("turbo", ["run", "build", "--output-logs=errors-only"], { signal });
  if (isBuilt) await progress.step("Portal and kiosk built", build);
  shutdown.check();
  if (await markUnfinished(database, environment))
    progress.say("  The last start was stopped half-way: beginning afresh.");
  const upToDate = (count: number) => (count === 0 ? "Database is up to date" : `Database migrated (${count} new)`);
  await progress.step("Migrations", () => migrateDatabase(database, signal), upToDate);
  const appUrl = await servingUrl(database, environment);
  shutdown.check();
  const loadDemo = () => loadDemoSpace(database, environment, progress.say, signal);
  const none: LoadedDemo = { signIns: [], printers: [] };
  const demo = environment.isDemoWanted ? await progress.step("Demo space", loadDemo) : none;
  await markFinished(environment);
  return { database, appUrl, demo };
}

/** Returns when asked to stop; throws when the server or the database ends without being asked. */
export async function runUntilStopped(
  api: ApiProcess,
  database: OpenDatabase,
  environment: Environment,
  shutdown: Shutdown,
): Promise<void> {
  const lost = database.ended.then(() => `PostgreSQL ended by itself; see ${dataFile(environment, "postgres.log")}.`);
  const reason = await Promise.race([shutdown.requested(), api.ended, lost]);
  if (typeof reason === "string" && !shutdown.signal.aborted)
    throw new Error(`${reason}${await lastLines(dataFile(environment, "api.log"))}`);
}

/** Runs until it ends, fails or is interrupted, which does not wait for the step under way; then stops everything. */
export async function runUntilEnd(run: () => Promise<void>, progress: Progress, shutdown: Shutdown): Promise<never> {
  let exitCode = 0;
  try {
    await Promise.race([run(), shutdown.requested()]);
  } catch (error) {
    if (!(error instanceof Interrupted) && !shutdown.signal.aborted) {
      process.stderr.write(`\n${explain(error)}\n`);
      exitCode = 1;
    }
  }
  // The step under way loses its database now; nobody needs to hear of it.
  for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, () => undefined);
  if (shutdown.signal.aborted) progress.say("\nStopping …");
  await shutdown.stopAll();
  if (shutdown.signal.aborted) progress.say("Stopped.");
  process.exit(exitCode);
}
