import { findRunningPostgres, startPostgres } from "@working-social/postgres";
import pg from "pg";
import type { Environment } from "./environment.ts";

/** PostgreSQL 15 is the first with everything that the migrations use. */
const OLDEST_VERSION = 15;

export interface OpenDatabase {
  readonly url: string;
  /** What to show to a person, without the password. */
  readonly description: string;
  readonly isEmbedded: boolean;
  /** Settles if the database ends by itself; never for one that we did not start. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** DATABASE_URL when it is set, else our own server on DATA_DIR. Throws with a sentence when neither works. */
export async function openDatabase(environment: Environment, log: (line: string) => void): Promise<OpenDatabase> {
  if (environment.databaseUrl !== null) return checkGiven(environment.databaseUrl);
  const server = await startPostgres({ dataDir: environment.dataDir, durability: "safe", log });
  return {
    url: server.url,
    description: `PostgreSQL on port ${server.port}`,
    isEmbedded: true,
    ended: server.ended,
    stop: () => server.stop(),
  };
}

/** As openDatabase, but joins the server that `npm start` runs on DATA_DIR if it does. */
export async function joinDatabase(environment: Environment, log: (line: string) => void): Promise<OpenDatabase> {
  const running = environment.databaseUrl === null ? await findRunningPostgres(environment.dataDir) : null;
  if (!running) return openDatabase(environment, log);
  return {
    url: running.url,
    description: `the running PostgreSQL on port ${running.port}`,
    isEmbedded: true,
    ended: never(),
    stop: async () => undefined,
  };
}

async function checkGiven(url: string): Promise<OpenDatabase> {
  const { host, pathname } = new URL(url);
  const version = await serverVersion(url, `${host}${pathname}`);
  if (version < OLDEST_VERSION)
    throw new Error(`DATABASE_URL names PostgreSQL ${version}; ${OLDEST_VERSION} or later is needed.`);
  return {
    url,
    description: `PostgreSQL ${version} at ${host}${pathname}`,
    isEmbedded: false,
    ended: never(),
    stop: async () => undefined,
  };
}

async function serverVersion(url: string, shownAs: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version",
    );
    return rows[0]?.version ?? 0;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new Error(`The database at ${shownAs} (DATABASE_URL) does not answer: ${why}`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
