import { setTimeout as delay } from "node:timers/promises";
import type { TestDatabase } from "@working-social/db/testing";

const WAITING = `SELECT count(*)::int AS count FROM pg_stat_activity
  WHERE datname = current_database() AND wait_event_type = 'Lock'`;

export interface Stall {
  /** Until so many transactions wait: for the stall, or for each other. Fails when they don't within seconds. */
  untilWaiting(count: number): Promise<void>;
  /** Lets go; what waited goes on. */
  end(): Promise<void>;
}

/**
 * Stalls every transaction that gets as far as writing its audit trail: a network that hangs, a process without a processor.
 * What it has read by then, the clock too, grows old.
 */
export function stallCommits(database: TestDatabase): Promise<Stall> {
  return stallAt(database, "LOCK TABLE events IN SHARE MODE");
}

/** Stalls whoever moves the credits of a person or team. */
export function stallCredits(database: TestDatabase, organizationId: string, ownerId: string): Promise<Stall> {
  const lock = "SELECT pg_advisory_xact_lock(hashtextextended('credits ' || $1 || $2, 0))";
  return stallAt(database, lock, [organizationId, ownerId]);
}

async function stallAt({ owner }: TestDatabase, lock: string, values: string[] = []): Promise<Stall> {
  const client = await owner.connect();
  await client.query("BEGIN");
  await client.query(lock, values);
  return {
    async untilWaiting(count) {
      for (let tries = 0; tries < 500; tries++) {
        const { rows } = await owner.query<{ count: number }>(WAITING);
        if ((rows[0]?.count ?? 0) >= count) return;
        await delay(10);
      }
      throw new Error(`Fewer than ${count} transactions wait.`);
    },
    async end() {
      await client.query("COMMIT");
      client.release();
    },
  };
}
