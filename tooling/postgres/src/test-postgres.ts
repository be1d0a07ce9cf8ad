import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "./start.ts";

/**
 * A PostgreSQL for tests: the one of TEST_DATABASE_URL, which stays, or a fast new one, which `stop` removes.
 * The url is a superuser's, so that tests can make databases and roles.
 */
export async function startTestPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return { url: given, stop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), "working-social-test-"));
  // Root's server runs as another account, which has to pass through; the files inside are closed to others.
  await chmod(dataDir, 0o711);
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const postgres = await startPostgres({ dataDir, durability: "fast", throwaway: true, log: () => undefined });
    return { url: postgres.url, stop: () => postgres.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
