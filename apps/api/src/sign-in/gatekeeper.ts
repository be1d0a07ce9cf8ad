import { APIError } from "better-auth/api";
import type { BetterAuthOptions } from "better-auth";
import type { Database } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import { SIGNS_IN } from "./fresh-proof.ts";

type Pool = Database["signInPool"];

/** Whether anybody who is not suspended has this address, in whatever organization. */
export async function isKnownEmail(pool: Pool, email: string): Promise<boolean> {
  const { rows } = await pool.query<{ known: boolean }>("SELECT is_known_email($1) AS known", [email]);
  return rows[0]?.known === true;
}

/** Who may become a user, who may open a session, and what a first sign-in does: it makes the invited people the user's. */
export function gatekeeper(pool: Pool, clock: Clock) {
  return {
    user: {
      create: { before: async (user) => refuseUnless(await isKnownEmail(pool, user.email), "/sign-in/email-otp") },
    },
    session: {
      create: {
        before: async (session, context) => {
          refuseUnless(await mayOpenSession(pool, session.userId, context?.path), context?.path);
          return { data: { ...session, provenAt: provenAtOf(session, context?.path, clock) } };
        },
        after: async (session) => {
          await pool.query("SELECT link_people_to_user($1)", [session.userId]);
          await endOldest(pool, clock, session.userId);
        },
      },
    },
    // A device that is trusted to skip the second factor is no factor: there are none, whatever a client asks for.
    verification: { create: { before: async ({ identifier }) => !identifier.startsWith("trust-device-") } },
  } satisfies BetterAuthOptions["databaseHooks"];
}

/** More than anybody has devices; what signs in again and again leaves no heap of sessions that open the account. */
export const MOST_SESSIONS = 20;

/** Ends what began first. Without a lock: of two that begin in the same moment, the later sees both. */
async function endOldest(pool: Pool, clock: Clock, userId: string): Promise<void> {
  await pool.query(
    `DELETE FROM sessions WHERE user_id = $1 AND id NOT IN (
       SELECT id FROM sessions WHERE user_id = $1 AND expires_at > $2 ORDER BY created_at DESC, id DESC LIMIT $3)`,
    [userId, timestamp(clock.now()), MOST_SESSIONS],
  );
}

/** Signing in proves that it is they; a session that replaces another one keeps what that one proved. */
function provenAtOf(session: Record<string, unknown>, path: string | undefined, clock: Clock): Date | null {
  const { provenAt } = session;
  if (provenAt instanceof Date) return provenAt;
  const isNew = !("provenAt" in session) && path !== undefined;
  return isNew && [...SIGNS_IN, "/change-password"].includes(path) ? new Date(clock.now()) : null;
}

/**
 * A suspended person gets no session, and whoever has set up an authenticator app does not get one for a mailed code
 * alone: mail is one factor, and better-auth asks for the second only after a password.
 */
async function mayOpenSession(pool: Pool, userId: string, path: string | undefined): Promise<boolean> {
  const { rows } = await pool.query<{ known: boolean; two_factor_enabled: boolean | null }>(
    "SELECT is_known_email(email) AS known, two_factor_enabled FROM users WHERE id = $1",
    [userId],
  );
  const [user] = rows;
  if (!user?.known) return false;
  if (user.two_factor_enabled && path === "/sign-in/email-otp") {
    throw new APIError("FORBIDDEN", { code: "SECOND_FACTOR_NEEDED", message: "second_factor_needed" });
  }
  return true;
}

/**
 * The same answer, to the letter, as for what is wrong on this way in: whoever has the right password of somebody suspended is told
 * no more than whoever has guessed.
 */
function refuseUnless(isAllowed: boolean, path: string | undefined): void {
  if (isAllowed) return;
  if (path === "/sign-in/email")
    throw new APIError("UNAUTHORIZED", { message: "Invalid email or password", code: "INVALID_EMAIL_OR_PASSWORD" });
  if (path === "/two-factor/verify-totp")
    throw new APIError("UNAUTHORIZED", { message: "Invalid code", code: "INVALID_CODE" });
  throw new APIError("BAD_REQUEST", { message: "Invalid OTP", code: "INVALID_OTP" });
}
