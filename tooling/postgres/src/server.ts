import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { open, readFile, stat, truncate } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "./account.ts";
import { asAccount } from "./account.ts";
import { readPostmaster } from "./running.ts";

/** The server's own log starts anew beyond this. */
const LOG_LIMIT_BYTES = 10_000_000;

export interface Server {
  readonly pid: number;
  /** Settles with the exit code when the server ends, for whatever reason. */
  readonly ended: Promise<number | null>;
}

/** Starts `postgres` in a process group of its own, so that Ctrl-C reaches the application first. */
export async function spawnServer(command: string, args: string[], account: Account, logFile: string): Promise<Server> {
  const size = (await stat(logFile).catch(() => null))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await truncate(logFile);
  const log = await open(logFile, "a", 0o600);
  const child = spawn(command, args, { ...asAccount(account), detached: true, stdio: ["ignore", log.fd, log.fd] });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const pid = await spawned(child);
  await log.close();
  return { pid, ended };
}

/**
 * Waits through start and crash recovery until the server takes connections; false when it ended instead.
 * Its own postmaster.pid says so: whoever answers on the port may be somebody else.
 */
export async function isReadyOrEnds(server: Server, cluster: string): Promise<boolean> {
  let hasEnded = false;
  void server.ended.then(() => (hasEnded = true));
  while (!hasEnded) {
    const postmaster = await readPostmaster(cluster);
    if (postmaster?.pid === server.pid && postmaster.ready) return true;
    await sleep(20);
  }
  return false;
}

/** The end of the server's log, for the message when it does not start. */
export async function lastLines(logFile: string, count: number): Promise<string> {
  const text = await readFile(logFile, "utf8").catch(() => "");
  return text.trim().split("\n").slice(-count).join("\n");
}

function spawned(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("spawn", () => resolve(child.pid ?? 0));
  });
}
