import { join } from "node:path";
import { findRunningPostgres } from "@working-social/postgres";
import type { ApiProcess } from "./api-process.ts";
import { lastLines, startApi, waitUntilReady } from "./api-process.ts";
import { runQuietly } from "./command.ts";
import { loadDemoSpace, migrateDatabase } from "./contents.ts";
import type { OpenDatabase } from "./database.ts";
import { openDatabase } from "./database.ts";
import type { Environment } from "./environment.ts";
import { dataFile, readEnvironment, ROOT } from "./environment.ts";
import { checkPort } from "./port.ts";
import { explain, Progress } from "./progress.ts";
import { Interrupted, Shutdown } from "./shutdown.ts";
import { summary } from "./summary.ts";

const progress = new Progress();
const shutdown = new Shutdown();

/** `npm start`: everything from nothing to a running server, and down again. */
async function serve(): Promise<void> {
  const environment = readEnvironment(process.env);
  await checkNotRunning(environment);
  await checkPort(environment.host, environment.port);
  const database = await progress.step(
    "Database",
    () => openDatabase(environment, progress.say),
    (opened) => opened.description,
  );
  shutdown.add(() => database.stop());
  shutdown.check();
  await progress.step("Portal and kiosk built", () =>
    runQuietly("turbo", ["run", "generate", "build", "--output-logs=errors-only"], { signal: shutdown.signal }),
  );
  shutdown.check();
  await progress.step(
    "Migrations",
    () => migrateDatabase(database),
    (count) => (count === 0 ? "Database is up to date" : `Database migrated (${count} new)`),
  );
  shutdown.check();
  const signIns = environment.isDemoWanted
    ? await progress.step("Demo space", () => loadDemoSpace(database, environment, progress.say))
    : [];
  shutdown.check();
  const api = await startServer(environment, database);
  shutdown.check();
  progress.say(summary(environment, signIns));
  await runUntilStopped(api, database, environment);
}

async function checkNotRunning(environment: Environment): Promise<void> {
  const running = environment.databaseUrl === null ? await findRunningPostgres(environment.dataDir) : null;
  if (running?.holder) {
    throw new Error(
      `Working Social already runs on ${environment.dataDir} (process ${running.holder}). Stop it first, or start another with PORT and DATA_DIR set.`,
    );
  }
}

async function startServer(environment: Environment, database: OpenDatabase): Promise<ApiProcess> {
  const logFile = dataFile(environment, "api.log");
  return progress.step("Server", async () => {
    const api = await startApi({ env: apiEnvironment(environment, database), logFile });
    shutdown.add(() => api.stop());
    const host = environment.host === "0.0.0.0" ? "127.0.0.1" : environment.host;
    await waitUntilReady(api, `http://${host}:${environment.port}`, logFile, shutdown.signal);
    return api;
  });
}

function apiEnvironment(environment: Environment, database: OpenDatabase): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: database.url,
    DATA_DIR: environment.dataDir,
    HOST: environment.host,
    PORT: String(environment.port),
    PUBLIC_URL: environment.publicUrl,
    PORTAL_DIST: join(ROOT, "apps/portal/dist"),
    KIOSK_DIST: join(ROOT, "apps/kiosk/dist"),
  };
}

/** Returns when asked to stop; throws when the server or the database ends without being asked. */
async function runUntilStopped(api: ApiProcess, database: OpenDatabase, environment: Environment): Promise<void> {
  const lost = database.ended.then(() => `PostgreSQL ended by itself; see ${dataFile(environment, "postgres.log")}.`);
  const reason = await Promise.race([shutdown.requested(), api.ended, lost]);
  if (typeof reason === "string" && !shutdown.signal.aborted)
    throw new Error(`${reason}${await lastLines(dataFile(environment, "api.log"))}`);
}

try {
  await serve();
} catch (error) {
  if (!(error instanceof Interrupted) && !shutdown.signal.aborted) {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exitCode = 1;
  }
} finally {
  if (shutdown.signal.aborted) progress.say("\nStopping …");
  await shutdown.stopAll();
  if (shutdown.signal.aborted) progress.say("Stopped.");
}
process.exit();
