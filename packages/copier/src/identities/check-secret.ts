import type { Context } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { copierError } from "../errors.ts";
import { isPin } from "../rules/identity.ts";
import type { PrintSecret } from "./schema.ts";
import { hashCode, hashPin } from "./secrets.ts";

const MOST_WRONG_CODES = 5;
const LOCKED_MS = 60_000;

type Checked = { personId: string } | { retryAfterSeconds: number } | null;

/**
 * Who stands at the device. Five wrong tries in a row lock the device for a minute, so that a million PINs take months.
 * Throws wrong_code and too_many_codes; a suspended person's PIN is wrong.
 */
export async function checkSecret(ctx: Context, deviceId: string, secret: PrintSecret): Promise<string> {
  const [kind, value] = "pin" in secret ? (["pin", isPin(secret.pin) ? await hashPin(secret.pin, ctx.organizationId) : ""] as const) : (["code", hashCode(secret.code)] as const);
  const checked = await inTransaction(ctx, async (tx): Promise<Checked> => {
    const now = ctx.clock.now();
    const [device] = await tx.query<{ wrong: number; lockedUntil: EpochMs | null }>(
      `SELECT wrong_codes AS wrong, codes_locked_until AS "lockedUntil" FROM print_devices WHERE id = $1 FOR NO KEY UPDATE`, [deviceId],
    );
    if (device?.lockedUntil && device.lockedUntil > now) return { retryAfterSeconds: Math.ceil((device.lockedUntil - now) / 1000) };
    const [found] = await tx.query<{ personId: string }>(
      `SELECT p.id AS "personId" FROM print_identities i JOIN people p ON p.id = i.person_id AND p.status <> 'suspended'
       WHERE i.kind = $1::print_identity_kind AND i.value = $2 AND (i.expires_at IS NULL OR i.expires_at > $3)`,
      [kind, value, timestamp(now)],
    );
    const wrong = found ? 0 : (device?.wrong ?? 0) + 1;
    const isLocked = wrong >= MOST_WRONG_CODES;
    await tx.query("UPDATE print_devices SET wrong_codes = $2, codes_locked_until = $3 WHERE id = $1", [
      deviceId, isLocked ? 0 : wrong, isLocked ? timestamp(now + LOCKED_MS) : null]);
    return found ?? null;
  });
  if (checked === null) throw copierError({ code: "wrong_code" });
  if ("retryAfterSeconds" in checked) throw copierError({ code: "too_many_codes", ...checked });
  return checked.personId;
}
