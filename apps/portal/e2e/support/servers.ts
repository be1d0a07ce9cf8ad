import { spawn, type ChildProcess } from "node:child_process";
import { createServer as createHttpServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createTestDatabase, type TestDatabase } from "@working-social/db/testing";
import { startTestPostgres } from "@working-social/postgres";
import { answerControl } from "./control.ts";

// A program: PostgreSQL, the API as people start it, and a control server through which the tests make their spaces.
// Says where they are in one line of JSON, and stops when its input ends.

const secret = "a secret of the browser tests, long enough";
const root = join(import.meta.dirname, "../../../..");

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function startApi(database: TestDatabase, port: number, dataDir: string): ChildProcess {
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: database.ownerUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SECRET: secret,
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
    POINTS_PER_MINUTE: "1000000",
    SIGN_INS_PER_MINUTE: "1000",
    PORTAL_DIST: join(root, "apps/portal/dist"),
    KIOSK_DIST: join(root, "apps/kiosk/dist"),
  };
  return spawn(process.execPath, [join(root, "apps/api/src/main.ts")], { cwd: root, env, stdio: ["ignore", 2, 2] });
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const response = await fetch(`${url}/readyz`).catch(() => null);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error("The API does not become ready.");
}

const postgres = await startTestPostgres();
process.env["TEST_DATABASE_URL"] = postgres.url;
const database = await createTestDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "working-social-browser-"));
const port = await freePort();
const api = startApi(database, port, dataDir);
await untilReady(`http://127.0.0.1:${port}`);
const control = createHttpServer(answerControl({ owner: database.owner, secret })).listen(0, "127.0.0.1");
await new Promise((resolve) => control.once("listening", resolve));
const controlPort = (control.address() as AddressInfo).port;
process.stdout.write(
  `${JSON.stringify({ url: `http://127.0.0.1:${port}`, controlUrl: `http://127.0.0.1:${controlPort}` })}\n`,
);

async function stop(): Promise<void> {
  control.close();
  const ended = new Promise((resolve) => api.once("exit", resolve));
  api.kill("SIGTERM");
  await ended;
  await database.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
}

process.stdin.on("end", () => void stop()).resume();
process.on("SIGTERM", () => void stop());
// A terminal's Ctrl-C reaches the whole group: the test runner ends our input then.
process.on("SIGINT", () => undefined);
