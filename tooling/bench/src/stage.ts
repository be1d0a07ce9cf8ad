import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { makeLogin, migrate } from "@working-social/db";
import { startPostgres } from "@working-social/postgres";

/** A PostgreSQL of the bench's own, which keeps every acknowledged commit through a power cut, and a folder; both go at the end. */
export interface Stage {
  /** As the product's server logs in. */
  readonly databaseUrl: string;
  /** As the owner, who may make databases. */
  readonly ownerUrl: string;
  /** Past row-level security; for filling the database and for its facts. */
  readonly owner: pg.Pool;
  readonly folder: string;
  readonly secret: string;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "working-social-bench-"));
  await chmod(folder, 0o711); // PostgreSQL runs as another account when this is root
  const postgres = await startPostgres({ dataDir: folder, durability: "safe", throwaway: true, log: () => undefined });
  await migrate(postgres.url);
  const databaseUrl = await makeLogin(postgres.url, { replaces: false });
  if (databaseUrl === null) throw new Error("The login of a new database is there already.");
  const owner = new pg.Pool({ connectionString: postgres.url, max: 4 });
  owner.on("error", () => undefined);
  const close = async () => {
    await owner.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { databaseUrl, ownerUrl: postgres.url, owner, folder, secret: randomBytes(32).toString("base64url"), close };
}

/** A connection as the API's own: its role, its settings, one organization. */
export function asTheApi(databaseUrl: string, organizationId: string): pg.ClientConfig {
  const options = `-c role=working_social_app -c TimeZone=UTC -c DateStyle=ISO -c jit=off -c app.organization_id=${organizationId}`;
  return { connectionString: databaseUrl, options };
}
