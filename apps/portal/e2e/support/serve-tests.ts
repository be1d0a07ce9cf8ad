import { createServer as createHttpServer } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@working-social/db/testing";
import { startTestPostgres } from "@working-social/postgres";
import type { Verb } from "./control.ts";
import { answerControl } from "./control.ts";
import { freePort, startApi, untilReady } from "./start-api.ts";

/**
 * PostgreSQL, the API as people start it, and a control server through which the tests make their spaces; `more` is what
 * an app's tests may do beside that. Says where they are in one line of JSON, and stops when its input ends.
 */
export async function serveTests(more: Record<string, Verb> = {}): Promise<void> {
  const secret = "a secret of the browser tests, long enough";
  const postgres = await startTestPostgres();
  process.env["TEST_DATABASE_URL"] = postgres.url;
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "working-social-browser-"));
  const port = await freePort();
  const api = startApi({ database, port, dataDir, secret });
  await untilReady(`http://127.0.0.1:${port}`);
  const control = createHttpServer(answerControl({ owner: database.owner, secret, database }, more));
  control.listen(0, "127.0.0.1");
  await new Promise((resolve) => control.once("listening", resolve));
  const controlPort = (control.address() as AddressInfo).port;
  const places = { url: `http://localhost:${port}`, controlUrl: `http://127.0.0.1:${controlPort}` };
  process.stdout.write(`${JSON.stringify(places)}\n`);

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
}
