import type { Database } from "@working-social/db";
import type { AccountChange } from "@working-social/notify";
import type { Account, HookContext } from "./request.ts";
import { refusalCode, typedAddress } from "./request.ts";
import { forgetWrongPasswords } from "./wrong-passwords.ts";

type Pool = Database["signInPool"];

const CHANGES: Readonly<Record<string, AccountChange>> = {
  "/passkey/verify-registration": "passkey_added",
  "/passkey/delete-passkey": "passkey_removed",
  "/two-factor/disable": "factor_removed",
  "/change-password": "password_changed",
  "/email-otp/reset-password": "password_changed",
};

/** Tells the owner of an account, by mail. */
export type TellOwner = (address: string, change: AccountChange) => Promise<void>;

/** After a factor has changed: its owner is told, and what a new password ends is over. */
export async function afterChange(
  ctx: HookContext,
  account: Account | null,
  { pool, tellOwner }: { pool: Pool; tellOwner: TellOwner },
): Promise<void> {
  if (refusalCode(ctx) !== null) return;
  const change = changeOf(ctx, account);
  const address = account?.email ?? typedAddress(ctx);
  if (change === null || address === null) return;
  if (change === "password_changed") await endWithPassword(pool, address);
  await tellOwner(address, change);
}

/** Whoever is signed in and shows a first code of an app turns it on. */
function changeOf(ctx: HookContext, account: Account | null): AccountChange | null {
  const turnsOn = ctx.path === "/two-factor/verify-totp" && account?.session && !account.hasFactor;
  return turnsOn ? "factor_added" : (CHANGES[ctx.path] ?? null);
}

/** Trust in devices of an earlier version, and the wrong tries of the old password. */
export async function endWithPassword(pool: Pool, address: string): Promise<void> {
  await pool.query(
    "DELETE FROM verifications WHERE identifier LIKE 'trust-device-%' AND value = (SELECT id FROM users WHERE email = $1)",
    [address],
  );
  await forgetWrongPasswords(pool, address);
}
