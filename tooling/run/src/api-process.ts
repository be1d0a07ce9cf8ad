import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdir, open, readFile, stat, truncate } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { watchOver } from "@working-social/postgres";
import type { Environment } from "./environment.ts";
import { ROOT } from "./environment.ts";

const LOG_LIMIT_BYTES = 20_000_000;
/** What a server needs at most to stop, beside the time in which it says that it is not ready any more. */
const GRACE_MS = 20_000;
const DRAIN_SECONDS = 5;

export interface ApiProcess {
  /** Settles with a sentence when the process ends. */
  readonly ended: Promise<string>;
  /** Lets requests under way finish; kills what takes much longer than that. */
  stop(): Promise<void>;
}

export interface ApiOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Null shows the log on the terminal. */
  readonly logFile: string | null;
  /** Starts again whenever a source file changes. */
  readonly watch?: boolean;
}

/** Starts the server process of apps/api. */
export async function startApi({ env, logFile, watch = false }: ApiOptions): Promise<ApiProcess> {
  const log = logFile === null ? null : await openLog(logFile);
  const output = log ? log.fd : "inherit";
  const args = [...(watch ? ["--watch", "--watch-preserve-output"] : []), join(ROOT, "apps/api/src/main.ts")];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", output, output], detached: true });
  const ended = endOf(child);
  const callOff = child.pid === undefined ? () => undefined : watchOver(child.pid, null);
  await log?.close();
  const patienceMs = GRACE_MS + Number(env["DRAIN_SECONDS"] || DRAIN_SECONDS) * 1_000;
  return { ended, stop: () => stop(child, ended, patienceMs).then(callOff) };
}

/** Waits until GET /readyz answers 200. Throws with the end of the log when the process ends or a minute passes. */
export async function waitUntilReady(
  api: ApiProcess,
  url: string,
  logFile: string | null,
  signal: AbortSignal,
): Promise<void> {
  let end: string | null = null;
  void api.ended.then((reason) => (end = reason));
  let answer = "nothing";
  for (let tries = 0; tries < 600 && !signal.aborted; tries += 1) {
    if (end !== null) throw new Error(`${end as string}${await lastLines(logFile)}`);
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (response?.ok) return;
    if (response) answer = `${response.status} ${await response.text()}`;
    await sleep(100);
  }
  if (!signal.aborted)
    throw new Error(`The server does not become ready; ${url}/readyz last said: ${answer}${await lastLines(logFile)}`);
}

/** The end of the log, for the message when the server failed. */
export async function lastLines(logFile: string | null): Promise<string> {
  const text = logFile === null ? "" : await readFile(logFile, "utf8").catch(() => "");
  const lines = text.trim().split("\n").slice(-20).join("\n");
  return lines ? `\nThe end of ${logFile}:\n${lines}` : "";
}

async function openLog(file: string) {
  await mkdir(dirname(file), { recursive: true });
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await truncate(file);
  return open(file, "a", 0o600);
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on("error", (error) => resolve(`The server could not be started: ${error.message}`));
    child.on("exit", (code, signal) => resolve(`The server ended by itself (${signal ?? `exit code ${code}`}).`));
  });
}

async function stop(child: ChildProcess, ended: Promise<string>, patienceMs: number): Promise<void> {
  child.kill("SIGTERM");
  const patience = new AbortController();
  const tooLong = sleep(patienceMs, "too long", { signal: patience.signal }).catch(() => "");
  if ((await Promise.race([ended, tooLong])) === "too long") child.kill("SIGKILL");
  await ended;
  patience.abort();
}

/** What apps/api is told, beside what we were told ourselves; never how to become the owner of its database. */
export function apiEnvironment(environment: Environment, appUrl: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _ofTheOwner, ...given } = process.env;
  return {
    ...given,
    NODE_ENV: "production",
    APP_DATABASE_URL: appUrl,
    DATA_DIR: environment.dataDir,
    HOST: environment.host,
    PORT: String(environment.port),
    PUBLIC_URL: environment.publicUrl,
    PORTAL_DIST: join(ROOT, "apps/portal/dist"),
    KIOSK_DIST: join(ROOT, "apps/kiosk/dist"),
  };
}
