import type pg from "pg";
import { retrying } from "./retry.ts";
import type { Sql } from "./sql.ts";
import { sqlOf } from "./sql.ts";

/** One transaction of a pool that knows no organization: sign-in's. Repeated after a deadlock, like `inTransaction`. */
export function transactionOf<T>(pool: pg.Pool, work: (tx: Sql) => Promise<T>): Promise<T> {
  return transactionOn(() => pool.connect(), work);
}

/** One transaction on a connection that `connect` takes from a pool, and again on another after a deadlock. */
export function transactionOn<T>(connect: () => Promise<pg.PoolClient>, work: (tx: Sql) => Promise<T>): Promise<T> {
  return retrying(async () => {
    const client = await connect();
    let isBroken = false;
    try {
      await client.query("BEGIN");
      const result = await work(sqlOf(client));
      await client.query("COMMIT");
      return result;
    } catch (error) {
      isBroken = await client.query("ROLLBACK").then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.release(isBroken);
    }
  });
}
