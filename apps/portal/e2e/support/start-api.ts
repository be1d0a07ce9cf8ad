import { spawn, type ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { TestDatabase } from "@working-social/db/testing";

const root = join(import.meta.dirname, "../../../..");

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface ApiWish {
  database: TestDatabase;
  port: number;
  dataDir: string;
  secret: string;
}

/** The API as people start it, in a process of its own. */
export function startApi({ database, port, dataDir, secret }: ApiWish): ChildProcess {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    APP_DATABASE_URL: database.appUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    // Not by its number: a passkey belongs to a name.
    PUBLIC_URL: `http://localhost:${port}`,
    SECRET: secret,
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
    POINTS_PER_MINUTE: "1000000",
    SIGN_INS_PER_MINUTE: "1000",
    PORTAL_DIST: process.env["PORTAL_DIST"] ?? join(root, "apps/portal/dist"),
    KIOSK_DIST: join(root, "apps/kiosk/dist"),
  };
  return spawn(process.execPath, [join(root, "apps/api/src/main.ts")], { cwd: root, env, stdio: ["ignore", 2, 2] });
}

/** Waits until the API answers that everything behind it is there. */
export async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const response = await fetch(`${url}/readyz`).catch(() => null);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error("The API does not become ready.");
}
