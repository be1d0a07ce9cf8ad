import type { Database } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import type { Log } from "./log.ts";

/** Beyond this a node would give away what members hold on another, and refuse codes that are still good. */
export const MOST_SKEW_MS = 2_000;

interface TwoClocks {
  readonly db: Pick<Database, "pool">;
  readonly clock: Clock;
}

/**
 * How far this node's clock is at least from the database's, which all nodes share. The database looked at its clock at some
 * moment between question and answer, so that a slow answer is never taken for a wrong clock.
 */
export async function clockSkewMs({ db, clock }: TwoClocks): Promise<number> {
  const asked = clock.now();
  const { rows } = await db.pool.query<{ now: number }>("SELECT clock_timestamp() AS now");
  const answered = clock.now();
  const now = rows[0]?.now ?? Number.NaN;
  return Math.max(asked - now, now - answered, 0);
}

/** Does what goes by the clock, unless the clock is wrong: a node 40 days ahead would end every session. */
export async function whenClockIsRight(node: TwoClocks & { log: Log }, work: () => Promise<unknown>): Promise<void> {
  const skewMs = await clockSkewMs(node);
  if (skewMs <= MOST_SKEW_MS) await work();
  else node.log.error({ skewMs }, "this machine's clock differs from the database's: what goes by the clock waits");
}
