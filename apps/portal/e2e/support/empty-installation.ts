import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@working-social/db/testing";
import { freePort, startApi, untilReady } from "./start-api.ts";

/**
 * A server over a database in which nothing is yet, as on the day that somebody installs the product. The other tests
 * share one installation, where a first organization exists from the first test on.
 */
export async function startEmptyInstallation(secret: string): Promise<{ url: string }> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "working-social-empty-"));
  const port = await freePort();
  const api = startApi({ database, port, dataDir, secret });
  process.once("exit", () => {
    api.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  return { url };
}
