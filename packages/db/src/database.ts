import pg from "pg";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.ts";
import { typeParsers } from "./types.ts";

/** The connections of one process. Use `read`, `inTransaction` and `withPrisma`; nothing here is scoped by itself. */
export interface Database {
  /** As working_social_app: row-level security applies. */
  readonly pool: pg.Pool;
  /** As working_social_app, on connections of its own that only ever carry an organization inside a transaction. */
  readonly prisma: PrismaClient;
  /** As working_social_sign_in: users, sessions and passwords, and nothing else. */
  readonly signInPool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  maxConnections?: number;
  /** Told of a connection that broke while idle; the pool replaces it. */
  onIdleError?: (error: Error) => void;
}

/** Opens pools that switch to the restricted roles at connect. `url` may name any user that is a member of both. */
export function openDatabase(
  url: string,
  { maxConnections = 20, onIdleError = () => {} }: DatabaseOptions = {},
): Database {
  const poolAs = (role: string, max: number) => {
    // UTC and ISO are what `types.ts` reads; a statement that takes this long is a fault, not work. Compiling a plan to
    // machine code (jit) pays for reports over millions of rows, never for the short statements of a request.
    const options = `-c role=${role} -c TimeZone=UTC -c DateStyle=ISO -c jit=off -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000`;
    const pool = new pg.Pool({
      connectionString: url,
      max,
      options,
      types: typeParsers,
      connectionTimeoutMillis: 5_000,
    });
    pool.on("error", onIdleError);
    // The pool listens to its idle connections only. One that breaks while it is taken rejects its query and also emits
    // an error, which without a listener would end the process.
    pool.on("connect", (client) => client.on("error", () => {}));
    return pool;
  };
  const pool = poolAs("working_social_app", maxConnections);
  const signInPool = poolAs("working_social_sign_in", Math.min(5, maxConnections));
  const prismaOptions = "-c role=working_social_app -c TimeZone=UTC -c statement_timeout=30000";
  const adapter = new PrismaPg(
    { connectionString: url, max: Math.min(5, maxConnections), options: prismaOptions },
    { onPoolError: onIdleError },
  );
  // Prisma gives up after two seconds in its queue. Set-up writes are short but may come all at once, such as a script
  // that furnishes a building; they rather wait than fail. A transaction itself is cut like every statement above.
  const prisma = new PrismaClient({ adapter, transactionOptions: { maxWait: 20_000, timeout: 30_000 } });
  const close = async () => {
    await Promise.all([pool.end(), signInPool.end(), prisma.$disconnect()]);
  };
  return { pool, prisma, signInPool, close };
}
