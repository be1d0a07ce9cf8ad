import type pg from "pg";
import type { Database } from "@working-social/db";

/** When a connection dies: before a statement arrives, or after it is done and before its answer does. */
export type Moment = "before" | "after";

export interface CutDatabase {
  db: Database;
  /** How many statements were sent, the broken one included. */
  sent(): number;
}

/**
 * The same database, but PostgreSQL ends the connection at the nth statement of its transactions, counted from 1: what a process
 * meets whose database is restarted, and what the database meets when a process is killed.
 */
export function cutAt(db: Database, owner: pg.Pool, nth: number, moment: Moment): CutDatabase {
  let sent = 0;
  const cut = async (client: pg.PoolClient) => {
    const { processID } = client as unknown as { processID: number };
    await owner.query("SELECT pg_terminate_backend($1, 5000)", [processID]);
  };
  const connect = async () => {
    const client = await db.pool.connect();
    const query = async (...args: Parameters<pg.PoolClient["query"]>) => {
      const isLast = ++sent === nth;
      if (isLast && moment === "before") await cut(client);
      const result: unknown = await client.query(...args);
      if (isLast && moment === "after") {
        await cut(client);
        throw new Error("The answer was lost.");
      }
      return result;
    };
    return new Proxy(client, {
      get: (target, name) => {
        if (name === "query") return query;
        const value: unknown = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  };
  const pool = new Proxy(db.pool, {
    get: (target, name) => (name === "connect" ? connect : Reflect.get(target, name)),
  });
  return { db: { ...db, pool }, sent: () => sent };
}
