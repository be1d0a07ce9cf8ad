import { hashPassword } from "better-auth/crypto";
import type { Database } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import { endWithPassword } from "./changed-factors.ts";

export interface NewUser {
  email: string;
  name: string;
  password: string;
}

/**
 * Makes a user with a verified address and a password, hashed as better-auth does it, or gives an existing user of that
 * address this password, which ends what every new password ends: all sessions, trust in devices, and the count of wrong
 * ones. For set-up and the demo, where whoever runs the server vouches for the address.
 */
export async function createUser(
  pool: Database["signInPool"],
  clock: Clock,
  { email, name, password }: NewUser,
): Promise<{ id: string; isNew: boolean }> {
  const hash = await hashPassword(password);
  const now = timestamp(clock.now());
  const { rows } = await pool.query<{ id: string; isNew: boolean }>(
    `WITH someone AS (
       INSERT INTO users (id, name, email, email_verified, created_at, updated_at) VALUES ($1, $2, lower($3), true, $4, $4)
       ON CONFLICT (email) DO UPDATE SET updated_at = $4 RETURNING id, id = $1 AS is_new
     ), earlier AS (
       DELETE FROM accounts WHERE provider_id = 'credential' AND user_id = (SELECT id FROM someone)
     ), opened AS (
       DELETE FROM sessions WHERE user_id = (SELECT id FROM someone)
     ), credential AS (
       INSERT INTO accounts (id, user_id, account_id, provider_id, password, created_at, updated_at)
       SELECT $5, id, id, 'credential', $6, $4, $4 FROM someone
     ) SELECT id, is_new AS "isNew" FROM someone`,
    [newId(), name, email, now, newId(), hash],
  );
  const [user] = rows;
  if (!user) throw new Error("The database made no user.");
  if (!user.isNew) await endWithPassword(pool, email.toLowerCase());
  return user;
}

/** Takes back a user that was made for a set-up which then failed. */
export async function removeUser(pool: Database["signInPool"], userId: string): Promise<void> {
  await pool.query("DELETE FROM users WHERE id = $1", [userId]);
}
