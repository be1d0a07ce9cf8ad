import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { BackupStatus } from "@working-social/api/backup-status";
import { noteBackup, readBackupStatus } from "@working-social/api/backup-status";
import type { Environment } from "./environment.ts";
import { ROOT } from "./environment.ts";
import { explain } from "./progress.ts";

const DAY_MS = 86_400_000;
const LOOKS_EVERY_MS = 300_000;

/**
 * One backup a day while the server runs, by a process that ends, so that its memory does not stay. It looks every five minutes,
 * so a machine that slept makes up for it, and a failed one is tried again in an hour. Ends when `signal` aborts.
 */
export async function keepBackups(
  environment: Environment,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  await noteBackup(environment.dataDir, { dailySince: environment.isBackedUp ? new Date().toISOString() : null });
  if (!environment.isBackedUp) return;
  while (!signal.aborted) {
    await sleep(LOOKS_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return;
    const words = await makeIfDue(environment, signal).catch(explain);
    if (words !== null && !signal.aborted) say(`The daily backup failed:\n${words}`);
  }
}

async function makeIfDue(environment: Environment, signal: AbortSignal): Promise<string | null> {
  return isDue(await readBackupStatus(environment.dataDir), Date.now()) ? makeDaily(environment, signal) : null;
}

const RETRY_MS = 3_600_000;

/**
 * Whether the next daily backup should be made now. `now` in milliseconds of the epoch. A clock that was ahead and has been set
 * back left times of the future: they are as long ago as they are ahead, so that backups don't pause until then.
 */
export function isDue({ last, failure }: BackupStatus, now: number): boolean {
  if (failure) return Math.abs(now - Date.parse(failure.at)) >= RETRY_MS;
  return last === null || Math.abs(now - Date.parse(last.at)) >= DAY_MS;
}

/** Null when it was made, else what went wrong. */
function makeDaily({ dataDir }: Environment, signal: AbortSignal): Promise<string | null> {
  const script = join(ROOT, "tooling/run/src/backup.ts");
  const env = { ...process.env, DATA_DIR: dataDir };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, "--daily"], {
      cwd: ROOT,
      env,
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let words = "";
    child.stdout.on("data", (chunk: Buffer) => (words += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code) => resolve(code === 0 ? null : words.trim()));
  });
}
