import type { Database } from "@working-social/db";
import type { Account, HookContext } from "./request.ts";
import { refusalCode, typedAddress } from "./request.ts";
import { forgetWrongPasswords } from "./wrong-passwords.ts";

type Pool = Database["signInPool"];

/** What may change a way into an account; the tables note what they change. */
const CHANGES = [
  "/passkey/verify-registration",
  "/passkey/delete-passkey",
  "/two-factor/verify-totp",
  "/two-factor/disable",
  "/change-password",
  "/email-otp/reset-password",
];
const NEW_PASSWORD = ["/change-password", "/email-otp/reset-password"];

/** Publishes what the tables have noted of accounts that changed; never rejects. */
export type PublishChanges = () => Promise<void>;

/** After a factor may have changed: what a new password ends is over, and the owner is told. */
export async function afterChange(
  ctx: HookContext,
  account: Account | null,
  { pool, publishChanges }: { pool: Pool; publishChanges: PublishChanges },
): Promise<void> {
  if (refusalCode(ctx) !== null || !CHANGES.includes(ctx.path)) return;
  const address = account?.email ?? typedAddress(ctx);
  if (address !== null && NEW_PASSWORD.includes(ctx.path)) await endWithPassword(pool, address);
  await publishChanges();
}

/** Trust in devices of an earlier version, and the wrong tries of the old password. */
export async function endWithPassword(pool: Pool, address: string): Promise<void> {
  await pool.query(
    "DELETE FROM verifications WHERE identifier LIKE 'trust-device-%' AND value = (SELECT id FROM users WHERE email = $1)",
    [address],
  );
  await forgetWrongPasswords(pool, address);
}
