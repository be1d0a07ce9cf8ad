import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = resolve(import.meta.dirname, "../../..");

export interface ApiProcesses {
  urls: string[];
  stop(): Promise<void>;
}

/** Several server processes over one database, as in production: each with its own pool, none knowing of the others. */
export async function startApiProcesses(count: number, databaseUrl: string): Promise<ApiProcesses> {
  const dataDir = await mkdtemp(join(tmpdir(), "contention-"));
  const started: { url: string; child: ChildProcess }[] = [];
  const stop = async () => {
    await Promise.all(
      started.map(async ({ child }) => {
        if (child.exitCode !== null) return;
        child.kill("SIGTERM");
        await once(child, "exit");
      }),
    );
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    for (let i = 0; i < count; i++) started.push(await startOne(databaseUrl, dataDir));
    return { urls: started.map((one) => one.url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startOne(databaseUrl: string, dataDir: string): Promise<{ url: string; child: ChildProcess }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    APP_DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: "warn",
    POINTS_PER_MINUTE: "10000000",
    SIGN_INS_PER_MINUTE: "100000",
    WORKER: "separate",
    PUBLIC_URL: "http://127.0.0.1:1",
  };
  const child = spawn(process.execPath, [join(ROOT, "apps/api/src/main.ts")], {
    cwd: ROOT,
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended with exit code ${child.exitCode}.`);
    const response = await fetch(`${url}/healthz`).catch(() => null);
    if (response?.ok) return { url, child };
    await sleep(100);
  }
  child.kill("SIGKILL");
  throw new Error("The server did not start within 30 seconds.");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
