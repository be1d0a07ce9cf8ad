import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "./free-port.ts";
import type { Statement } from "./record-statements.ts";

export const ROOT = resolve(import.meta.dirname, "../../..");

/** What a connection is told once, and not at each request. */
const OF_A_CONNECTION = /set_config\('app\.organization_id'|AS wanted \(name/;

export interface ApiProcess {
  readonly url: string;
  readonly pid: number;
  /** What the server sent to the database while `work` ran; nothing unless it was started to record. */
  recording(work: () => Promise<unknown>): Promise<Statement[]>;
  stop(): Promise<void>;
}

export interface ApiOptions {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly secret: string;
  readonly records: boolean;
  /** Another build of the portal than the one that `npm start` serves. */
  readonly portalDist?: string;
}

/** The product's own server as `npm start` runs it, in its own process, with its log in a file. */
export async function startApi({ databaseUrl, folder, secret, records, portalDist }: ApiOptions): Promise<ApiProcess> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const log = await open(join(folder, "api.log"), "a");
  const env = {
    ...process.env,
    NODE_ENV: "production",
    APP_DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    SECRET: secret,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    POINTS_PER_MINUTE: "1000000000",
    ...(portalDist ? { PORTAL_DIST: portalDist } : {}),
    WORKER: records ? "separate" : "together",
  };
  const preload = records ? ["--import", join(import.meta.dirname, "record-statements.ts")] : [];
  const child = spawn(process.execPath, [...profile(records), ...preload, join(ROOT, "apps/api/src/main.ts")], {
    cwd: ROOT,
    env,
    serialization: "advanced",
    stdio: ["ignore", log.fd, log.fd, "ipc"],
  });
  await log.close();
  const statements: Statement[] = [];
  child.on("message", (message) => statements.push(message as Statement));
  await untilHealthy(url, child, join(folder, "api.log"));
  return {
    url,
    pid: child.pid ?? 0,
    async recording(work) {
      await sleep(50);
      statements.length = 0;
      await work();
      await sleep(50);
      return statements.filter(({ text }) => !OF_A_CONNECTION.test(text));
    },
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** BENCH_CPU_PROFILE names a folder for V8's profile of the measured server. */
function profile(records: boolean): string[] {
  const folder = process.env["BENCH_CPU_PROFILE"];
  return folder && !records ? ["--cpu-prof", `--cpu-prof-dir=${folder}`] : [];
}

async function untilHealthy(url: string, child: ChildProcess, logFile: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with exit code ${child.exitCode}; its log is ${logFile}.`);
    const response = await fetch(`${url}/healthz`).catch(() => null);
    if (response?.ok) return;
    await sleep(50);
  }
  child.kill("SIGKILL");
  throw new Error("The server did not start within 30 seconds.");
}
