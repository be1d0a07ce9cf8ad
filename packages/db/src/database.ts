import pg from "pg";
import type { React } from "./events.ts";
import { hostsOf } from "./hosts.ts";
import type { DatabaseRole, Ownership, Pooler } from "./own-connection.ts";
import { OwnConnection } from "./own-connection.ts";
import { typeParsers } from "./types.ts";

/** The connections of one process. Use `read` and `inTransaction`; nothing here is scoped by itself. */
export interface Database {
  /** As working_social_app: row-level security applies. */
  readonly pool: pg.Pool;
  /** As working_social_sign_in: users, sessions and passwords, and nothing else. */
  readonly signInPool: pg.Pool;
  /** How many servers the address names: more than one where one takes over from another. */
  readonly hostCount: number;
  /** What follows from each event in its transaction. */
  readonly react: React;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  maxConnections?: number;
  /** Whether a pooler that keeps sessions stands before PostgreSQL; none unless this says so. */
  pooler?: Pooler;
  /** After so long a statement is given up; longer for tools that work on a whole history at once. */
  statementSeconds?: number;
  /** Nothing, where whoever opens the database only looks, or is a domain by itself. */
  react?: React;
  /** Told of a connection that broke while idle; the pool replaces it. */
  onIdleError?: (error: Error) => void;
}

/** Two seconds more, and a connection that fell silent is given up (`own-connection.ts`): all is back within 15. */
const STATEMENT_SECONDS = 8;

/** What a `pg.Client`, `pg.Pool` or pg-boss needs for connections that prove themselves; see `own-connection.ts`. */
export function ownConnections(
  url: string,
  role: DatabaseRole,
  options: Partial<Pick<Ownership, "pooler" | "statementSeconds">> = {},
) {
  const hosts = hostsOf(url);
  const own: Ownership = { hosts, pooler: "none", statementSeconds: STATEMENT_SECONDS, ...options, role };
  // pg's types know only constructors without parameters; the pool gives the whole configuration to it.
  const Client = OwnConnection as unknown as NonNullable<pg.PoolConfig["Client"]>;
  return { connectionString: hosts.current, connectionTimeoutMillis: 5_000, own, Client };
}

/** Opens pools that switch to the restricted roles at connect. `url` may name any user that is a member of both. */
export function openDatabase(
  url: string,
  {
    maxConnections = 20,
    pooler = "none",
    statementSeconds = STATEMENT_SECONDS,
    react = async () => {},
    onIdleError = () => {},
  }: DatabaseOptions = {},
): Database {
  const poolAs = (role: DatabaseRole, max: number) => {
    const config = { ...ownConnections(url, role, { pooler, statementSeconds }), max, types: typeParsers };
    return new pg.Pool(config).on("error", onIdleError);
  };
  const pool = poolAs("working_social_app", maxConnections);
  const signInPool = poolAs("working_social_sign_in", Math.min(5, maxConnections));
  const close = async () => {
    await Promise.all([pool.end(), signInPool.end()]);
  };
  return { pool, signInPool, hostCount: hostsOf(url).urls.length, react, close };
}
