import { createHmac } from "node:crypto";
import { APIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import type { Database } from "@working-social/db";
import type { Clock, EpochMs } from "@working-social/kernel";
import type { Account, HookContext } from "./request.ts";

const STEP_MS = 30_000;
/** better-auth accepts one step to each side; one more, since it looks a moment later. */
const STEPS_AROUND = 2;

/**
 * A code of the authenticator app opens one session and no second one (RFC 6238, 5.2): its time step is claimed in the
 * database before better-auth compares it, so that of many at once just one goes on. A wrong code claims nothing, and goes no further.
 */
export async function claimTotp(
  ctx: HookContext,
  account: Account | null,
  { pool, clock }: { pool: Database["signInPool"]; clock: Clock },
): Promise<void> {
  const code: unknown = ctx.body?.code;
  if (ctx.path !== "/two-factor/verify-totp" || !account || typeof code !== "string") return;
  const { rows } = await pool.query<{ id: string; secret: string }>(
    "SELECT id, secret FROM two_factors WHERE user_id = $1",
    [account.userId],
  );
  const [factor] = rows;
  if (!factor) return;
  const secret = await symmetricDecrypt({ key: ctx.context.secretConfig, data: factor.secret });
  const step = matchingStep(secret, code, clock.now());
  if (step === null) throw refused("INVALID_CODE");
  const { rowCount } = await pool.query(
    "UPDATE two_factors SET last_step = $2 WHERE id = $1 AND (last_step IS NULL OR last_step < $2)",
    [factor.id, step],
  );
  if (rowCount === 0) throw refused("CODE_USED");
}

function refused(code: string): APIError {
  return new APIError("UNAUTHORIZED", { code, message: code.toLowerCase() });
}

/** The newest time step around now whose code this is, or null. */
export function matchingStep(secret: string, code: string, now: EpochMs): number | null {
  const current = Math.floor(now / STEP_MS);
  for (let step = current + STEPS_AROUND; step >= current - STEPS_AROUND; step--)
    if (codeOf(secret, step) === code) return step;
  return null;
}

/** Six digits by SHA-1 (RFC 4226, 5.3; RFC 6238, 4.2). */
function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}
