import type pg from "pg";
import type { Context } from "./context.ts";
import { transactionOn } from "./pool-transaction.ts";
import type { Values } from "./named-values.ts";
import type { Sql } from "./sql.ts";
import { sqlOf } from "./sql.ts";

/** The organization that each pooled connection was last set to; a broken connection leaves with its entry. */
const organizationOf = new WeakMap<pg.PoolClient, string>();

/** Takes a connection that sees just this organization's rows. Setting it costs a round trip only when it differs. */
async function checkOut(ctx: Pick<Context, "db" | "organizationId">): Promise<pg.PoolClient> {
  const client = await ctx.db.pool.connect();
  if (organizationOf.get(client) === ctx.organizationId) return client;
  try {
    await client.query("SELECT set_config('app.organization_id', $1, false)", [ctx.organizationId]);
    organizationOf.set(client, ctx.organizationId);
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Reads outside a transaction: each statement sees its own moment. */
export function read(ctx: Pick<Context, "db" | "organizationId">): Sql {
  return {
    async query<Row extends object>(text: string, values?: Values) {
      const client = await checkOut(ctx);
      try {
        return await sqlOf(client).query<Row>(text, values);
      } finally {
        client.release();
      }
    },
  };
}

/**
 * Runs `work` in one transaction (READ COMMITTED: the constraints decide races, not the isolation level), and again
 * when PostgreSQL gives it up for a deadlock or a serialization failure. `work` must do nothing but database work.
 */
export function inTransaction<T>(ctx: Context, work: (tx: Sql) => Promise<T>): Promise<T> {
  return transactionOn(() => checkOut(ctx), work);
}
