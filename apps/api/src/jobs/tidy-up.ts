import type { Database } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import { MOST_WRONG_PASSWORDS } from "../sign-in/wrong-passwords.ts";

const HOUR_MS = 3_600_000;

const YEAR_MS = 365 * 24 * HOUR_MS;

/** Removes what is over and of no use to anybody: sessions, codes, counters, mails and stored answers. Repeating it changes nothing. */
export async function tidyUp(db: Pick<Database, "pool" | "signInPool">, clock: Clock): Promise<void> {
  const now = clock.now();
  await db.signInPool.query("DELETE FROM sessions WHERE expires_at < $1", [timestamp(now)]);
  await db.signInPool.query("DELETE FROM verifications WHERE expires_at < $1", [timestamp(now - HOUR_MS)]);
  await db.signInPool.query("DELETE FROM limits.budgets WHERE empty_at < $1", [timestamp(now)]);
  // A password that rests goes on resting, however long ago that began.
  await db.signInPool.query(
    `DELETE FROM limits.wrong_passwords w WHERE last_at < $1
       AND (SELECT sum(count) FROM limits.wrong_passwords a WHERE a.address = w.address) < $2`,
    [timestamp(now - YEAR_MS), MOST_WRONG_PASSWORDS],
  );
  await db.pool.query("SELECT forget_old_mails(), forget_old_account_changes(), reduce_old_answers()");
}
