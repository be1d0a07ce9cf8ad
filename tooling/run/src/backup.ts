import { join, resolve } from "node:path";
import { noteBackup } from "@working-social/api/backup-status";
import type { Backup } from "@working-social/backup";
import { fileName, makeBackup, removeOldDailies } from "@working-social/backup";
import type { OpenDatabase } from "./database.ts";
import { joinDatabase } from "./database.ts";
import type { Environment } from "./environment.ts";
import { backupFolder, readEnvironment } from "./environment.ts";
import { runUntilEnd } from "./prepare.ts";
import { Progress } from "./progress.ts";
import { Shutdown } from "./shutdown.ts";

const TOLD_EVERY_MS = 2_000;

const progress = new Progress();
const shutdown = new Shutdown();

/**
 * `npm run backup [-- FILE]`: saves the database while it works. `--daily` is what the running server asks for once a day: into
 * the folder of backups, of which the newest 14 stay.
 */
async function backUp(): Promise<void> {
  const [target, ...rest] = process.argv.slice(2);
  if (rest.length > 0) throw new Error("One file at most: npm run backup -- FILE");
  const environment = readEnvironment(process.env);
  const isDaily = target === "--daily";
  try {
    const file =
      isDaily || target === undefined ? fileIn(backupFolder(environment), isDaily) : resolve(callersFolder(), target);
    const database = await joinDatabase(environment, progress.say);
    shutdown.add(() => database.stop());
    const backup = await progress.step("Backup", () => make(environment, database, file), shown);
    if (isDaily) await removeOldDailies(backupFolder(environment));
    await remember(environment, backup);
  } catch (error) {
    await rememberFailure(environment, error);
    throw error;
  }
}

function make(environment: Environment, database: OpenDatabase, file: string): Promise<Backup> {
  let toldAt = performance.now();
  return makeBackup(
    { url: database.url, isEmbedded: database.isEmbedded, dataDir: environment.dataDir },
    file,
    (bytes) => {
      if (performance.now() - toldAt < TOLD_EVERY_MS) return;
      toldAt = performance.now();
      progress.say(`  ${megabytes(bytes)} read`);
    },
  );
}

function fileIn(folder: string, isDaily: boolean): string {
  return join(folder, fileName(isDaily ? "daily" : "by-hand", new Date()));
}

function shown({ file, bytes, holdsUntil }: Backup): string {
  return `Backup of ${megabytes(bytes)}: ${file}\n  holds everything up to ${holdsUntil.toISOString()}, secrets included: keep it as you keep passwords`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

async function remember({ dataDir }: Environment, { bytes, holdsUntil }: Backup): Promise<void> {
  await noteBackup(dataDir, { last: { at: holdsUntil.toISOString(), bytes }, failure: null });
}

async function rememberFailure({ dataDir }: Environment, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  await noteBackup(dataDir, { failure: { at: new Date().toISOString(), reason } });
}

/** npm runs us in the root; a path on the command line is meant from where the person stands. */
function callersFolder(): string {
  return process.env["INIT_CWD"] ?? process.cwd();
}

await runUntilEnd(backUp, progress, shutdown);
