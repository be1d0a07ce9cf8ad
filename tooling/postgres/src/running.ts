import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseUrl } from "./database-url.ts";
import { lockHolder } from "./lock.ts";
import { readPassword } from "./password.ts";
import { clusterOf } from "./place.ts";
import { commandLine, isAlive } from "./process-identity.ts";

/** What postmaster.pid says of a server that runs. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The server that runs on this data folder, or null; `holder` is the living process that started it. */
export async function findRunningPostgres(
  dataDir: string,
): Promise<{ url: string; port: number; holder: number | null } | null> {
  const postmaster = await readPostmaster(await clusterOf(dataDir));
  const password = await readPassword(dataDir);
  if (!postmaster?.ready || password === null) return null;
  return { url: databaseUrl(postmaster.port, password), port: postmaster.port, holder: await lockHolder(dataDir) };
}

/** Reads postmaster.pid; null when there is none, or when its process is gone or is not PostgreSQL on this cluster. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = (await readFile(pidFile(cluster), "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null;
  if (process.platform !== "win32" && !commandLine(pid).includes(cluster)) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/**
 * Clears what a killed start left behind: a server without its parent is asked to shut down, and a postmaster.pid
 * whose number now belongs to a stranger is removed, since PostgreSQL would take the stranger for itself.
 */
export async function clearOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const orphan = await readPostmaster(cluster);
  if (orphan) {
    log(`The last start was killed and left PostgreSQL running (process ${orphan.pid}): stopping it.`);
    await stopPostmaster(orphan.pid);
  }
  await rm(pidFile(cluster), { force: true });
}

/** Fast shutdown, then after 20 seconds an immediate one, which recovers at the next start. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  if (await isGoneWithin(pid, 20_000)) return;
  signal(pid, "SIGQUIT");
  if (!(await isGoneWithin(pid, 10_000))) throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 20) {
    if (!isAlive(pid)) return true;
    await sleep(20);
  }
  return false;
}

function signal(pid: number, name: "SIGINT" | "SIGQUIT"): void {
  if (isAlive(pid)) process.kill(pid, name);
}

function pidFile(cluster: string): string {
  return join(cluster, "postmaster.pid");
}
