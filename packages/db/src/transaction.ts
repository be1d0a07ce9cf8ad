import type pg from "pg";
import type { Scope } from "@working-social/kernel";
import type { Context } from "./context.ts";
import type { Prisma } from "./generated/client.ts";
import { transactionOn } from "./pool-transaction.ts";
import type { Values } from "./named-values.ts";
import { inOrder } from "./named-values.ts";
import { asPgReads } from "./prisma-rows.ts";
import { retrying } from "./retry.ts";
import type { Sql } from "./sql.ts";
import { sqlOf, statementOf } from "./sql.ts";

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

/** A transaction in which Prisma and SQL share the connection. */
export interface PrismaTransaction extends Sql {
  readonly prisma: Prisma.TransactionClient;
}

/** Like `inTransaction`, for the set-up screens, where clarity counts more than the last millisecond. */
export function withPrisma<T>(ctx: Context, work: (tx: PrismaTransaction) => Promise<T>): Promise<T> {
  return retrying(() =>
    ctx.db.prisma.$transaction(async (prisma) => {
      await setOrganization(prisma, ctx);
      return work({ prisma, ...sqlOfPrisma(prisma) });
    }),
  );
}

/** Rows as everywhere else: what a statement gives does not depend on which kind of transaction it runs in. */
function sqlOfPrisma(prisma: Prisma.TransactionClient): Sql {
  return {
    async query<Row extends object>(text: string, values: Values = []) {
      const statement = statementOf(text);
      const rows = await prisma.$queryRawUnsafe<object[]>(statement.text, ...inOrder(statement, values));
      return asPgReads<Row>(rows);
    },
  };
}

async function setOrganization(prisma: Prisma.TransactionClient, scope: Pick<Scope, "organizationId">): Promise<void> {
  await prisma.$queryRaw`SELECT set_config('app.organization_id', ${scope.organizationId}, true)`;
}
