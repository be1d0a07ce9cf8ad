import { migrateDatabase } from "./contents.ts";
import { openDatabase } from "./database.ts";
import { readEnvironment } from "./environment.ts";
import { explain } from "./progress.ts";
import { offerLogin } from "./serving-login.ts";
import { Shutdown } from "./shutdown.ts";

/** `npm run migrate`: brings the database of DATABASE_URL to this version, and makes the login that the server needs. */
const shutdown = new Shutdown();
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  if (environment.databaseUrl === null)
    throw new Error("DATABASE_URL names the database to migrate. The one of `npm start` is migrated by `npm start`.");
  const database = await openDatabase(environment, say);
  const count = await migrateDatabase(database, shutdown.signal);
  say(count === 0 ? "Up to date." : `Migrated (${count} new).`);
  if (environment.appDatabaseUrl === null) say(await offerLogin(database.url));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
process.exit();
