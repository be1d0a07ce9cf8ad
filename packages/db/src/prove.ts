import type pg from "pg";
import type { Database } from "./database.ts";
import { powersOf } from "./guards.ts";
import { NOT_KEPT, UnprovenConnection } from "./own-connection.ts";
import type { Pooler } from "./own-connection.ts";

/** More than a pooler's idle servers would let two clients meet by chance. */
const MEETINGS = 5;

/**
 * Opens a connection of each kind, which proves itself (`own-connection.ts`), and proves that the login has no power of
 * its own. Throws with a sentence that says what to do; a server that would go on without row-level security must not
 * start.
 */
export async function proveDatabase({ pool, signInPool, hostCount }: Database, pooler: Pooler): Promise<void> {
  await firstConnection(pool, hostCount);
  await signInPool.query("SELECT 1");
  const powers = await powersOf(pool);
  if (powers.length > 0) throw new Error(`${POWERFUL} The one it names ${powers.join(", ")}.`);
  if (pooler === "session") await proveSessions(pool);
}

/** Each try that fails passes a host over; the last one's failure is told. */
async function firstConnection(pool: pg.Pool, tries: number): Promise<void> {
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    if (tries <= 1) throw error;
    await firstConnection(pool, tries - 1);
  }
}

const POWERFUL =
  "APP_DATABASE_URL should name a login that owns nothing, can create nothing and is a member of working_social_app and working_social_sign_in alone, as `npm run migrate` makes it.";

/**
 * That a pooler keeps sessions can only be believed, but its opposite can be caught: one client's server, while it waits
 * between two statements, is lent to another client.
 */
async function proveSessions(pool: pg.Pool): Promise<void> {
  const [waiting, busy] = [await pool.connect(), await pool.connect()];
  try {
    const mine = await serverOf(waiting);
    for (let meeting = 0; meeting < MEETINGS; meeting++) {
      await busy.query("BEGIN");
      const theirs = await serverOf(busy);
      const now = await serverOf(waiting);
      await busy.query("ROLLBACK");
      if (theirs === mine || now !== mine) throw new UnprovenConnection(NOT_KEPT);
    }
  } finally {
    waiting.release();
    busy.release();
  }
}

async function serverOf(client: pg.ClientBase): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return rows[0]?.pid;
}
