import { createHash } from "node:crypto";
import { expectDefined } from "@working-social/kernel";
import type { Database, Sql } from "@working-social/db";
import { timestamp, transactionOf } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import type { Trier } from "./purses.ts";

type Pool = Database["signInPool"];

/** "No more than 100" wrong ones in a row for one account (NIST SP 800-63B, 3.2.2). */
export const MOST_WRONG_PASSWORDS = 100;

/** Whether so many were wrong that this password rests until it is replaced by mail; also for addresses that are nobody's. */
export async function passwordRests(pool: Pool, address: string): Promise<boolean> {
  const { rows } = await pool.query<{ wrong: number }>(WRONG, [hashOf(address)]);
  return expectDefined(rows[0], NO_SUM).wrong >= MOST_WRONG_PASSWORDS;
}

/**
 * Counts one, and says whether it was the one that makes the password rest, which is noted for its owner: just one is, however many
 * come at once.
 */
export function countWrongPassword(pool: Pool, clock: Clock, trier: Trier): Promise<boolean> {
  const address = hashOf(trier.address);
  return transactionOf(pool, async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('wrong passwords ' || $1, 0))", [address]);
    await tx.query(
      `INSERT INTO limits.wrong_passwords (address, origin, count, last_at) VALUES ($1, $2, 1, $3)
       ON CONFLICT (address, origin) DO UPDATE SET count = wrong_passwords.count + 1, last_at = excluded.last_at`,
      [address, originOf(trier), timestamp(clock.now())],
    );
    const rests = (await wrongOf(tx, address)) === MOST_WRONG_PASSWORDS;
    if (rests) await tx.query("SELECT note_resting_password($1)", [trier.address]);
    return rests;
  });
}

/** A right one ends the row of the network or browser that it came from, and nobody else's. */
export async function forgetWrongPasswordsOf(pool: Pool, trier: Trier): Promise<void> {
  await pool.query("DELETE FROM limits.wrong_passwords WHERE address = $1 AND origin = $2", [
    hashOf(trier.address),
    originOf(trier),
  ]);
}

/** There is a new password: what was tried against the old one no longer counts. */
export async function forgetWrongPasswords(pool: Pool, address: string): Promise<void> {
  await pool.query("DELETE FROM limits.wrong_passwords WHERE address = $1", [hashOf(address)]);
}

const WRONG = "SELECT coalesce(sum(count), 0)::int AS wrong FROM limits.wrong_passwords WHERE address = $1";

const NO_SUM = "The sum of wrong passwords has no row.";

async function wrongOf(tx: Sql, address: string): Promise<number> {
  const [row] = await tx.query<{ wrong: number }>(WRONG, [address]);
  return expectDefined(row, NO_SUM).wrong;
}

function originOf({ network, browserId }: Trier): string {
  return hashOf(browserId === null ? `network ${network}` : `browser ${browserId}`);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
