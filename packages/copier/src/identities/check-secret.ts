import type { Context } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { copierError } from "../errors.ts";
import { isPin } from "../rules/identity.ts";
import type { PrintSecret } from "./schema.ts";
import { hashCode, hashPin } from "./secrets.ts";

const MOST_WRONG_CODES = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 3_600_000;

type Checked = { personId: string } | { retryAfterSeconds: number } | null;

/**
 * Who stands at the device. Five wrong tries in a row lock it for a minute, five more for two, up to an hour, until a right
 * one: with a hundred members, one in ten thousand PINs is somebody's, and guessing must not find it in a day. Throws wrong_code and too_many_codes; a suspended person's PIN is wrong.
 */
export async function checkSecret(ctx: Context, deviceId: string, secret: PrintSecret): Promise<string> {
  const [kind, value] =
    "pin" in secret
      ? (["pin", isPin(secret.pin) ? await hashPin(secret.pin, ctx.organizationId) : ""] as const)
      : (["code", hashCode(secret.code)] as const);
  const checked = await inTransaction(ctx, async (tx): Promise<Checked> => {
    const [device] = await tx.query<{ wrong: number; lockedUntil: EpochMs | null }>(
      `SELECT wrong_codes AS wrong, codes_locked_until AS "lockedUntil" FROM print_devices WHERE id = $1 FOR NO KEY UPDATE`,
      [deviceId],
    );
    // After the lock: tries at one device take turns, and each counts from when its turn came.
    const now = ctx.clock.now();
    if (device?.lockedUntil && device.lockedUntil > now)
      return { retryAfterSeconds: Math.ceil((device.lockedUntil - now) / 1000) };
    const [found] = await tx.query<{ personId: string }>(
      `SELECT p.id AS "personId" FROM print_identities i JOIN people p ON p.id = i.person_id AND p.status <> 'suspended'
       WHERE i.kind = $1::print_identity_kind AND i.value = $2 AND (i.expires_at IS NULL OR i.expires_at > $3)`,
      [kind, value, timestamp(now)],
    );
    const wrong = found ? 0 : (device?.wrong ?? 0) + 1;
    const isLocked = wrong > 0 && wrong % MOST_WRONG_CODES === 0;
    const lockMs = Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** (wrong / MOST_WRONG_CODES - 1));
    await tx.query("UPDATE print_devices SET wrong_codes = $2, codes_locked_until = $3 WHERE id = $1", [
      deviceId,
      wrong,
      isLocked ? timestamp(now + lockMs) : null,
    ]);
    return found ?? null;
  });
  if (checked === null) throw copierError({ code: "wrong_code" });
  if ("retryAfterSeconds" in checked) throw copierError({ code: "too_many_codes", ...checked });
  return checked.personId;
}
