import type { Database } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Clock } from "@working-social/kernel";

const HOUR_MS = 3_600_000;

/** Removes what is over and of no use to anybody: sessions, codes, counters and mails. Repeating it changes nothing. */
export async function tidyUp(db: Pick<Database, "pool" | "signInPool">, clock: Clock): Promise<void> {
  const now = clock.now();
  await db.signInPool.query("DELETE FROM sessions WHERE expires_at < $1", [timestamp(now)]);
  await db.signInPool.query("DELETE FROM verifications WHERE expires_at < $1", [timestamp(now - HOUR_MS)]);
  await db.signInPool.query("DELETE FROM limits.counters WHERE expire < $1", [now - HOUR_MS]);
  await db.pool.query("SELECT forget_old_mails()");
}
