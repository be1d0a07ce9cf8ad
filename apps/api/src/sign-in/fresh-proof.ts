import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from "better-auth/api";
import type { BetterAuthPlugin } from "better-auth";
import type { Database } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import { z } from "zod";
import type { Account, HookContext } from "./request.ts";
import { refusalCode, typedAddress } from "./request.ts";

/** A proof is fresh for this long. */
const PROOF_MINUTES = 5;

/** Whoever changes how one gets in must just have shown that it is they, not only that they hold an open session. */
const NEEDS_PROOF = [
  "/passkey/generate-register-options",
  "/passkey/verify-registration",
  "/passkey/delete-passkey",
  "/two-factor/enable",
  "/two-factor/disable",
  "/change-password",
];

/** Proofs of one factor: not enough where there is a second one. */
const PROVES_ONE_FACTOR = ["/prove/password", "/email-otp/verify-email"];
/** Proofs of the second factor, by whoever is signed in already. */
const PROVES_SECOND_FACTOR = ["/two-factor/verify-totp", "/two-factor/verify-backup-code"];

/** Where the account is that of the session (or of the half-way cookie), whatever address the body names. */
export const CONCERNS_ACCOUNT = [...NEEDS_PROOF, ...PROVES_ONE_FACTOR, ...PROVES_SECOND_FACTOR];

/** Signing in is a proof itself. A passkey proves by signing in again. */
export const SIGNS_IN = [
  "/sign-in/email",
  "/sign-in/email-otp",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/passkey/verify-authentication",
];

/** POST /prove/password: shows that whoever holds this session knows the password, and nothing else. */
export function provePassword() {
  return {
    id: "prove-password",
    endpoints: {
      provePassword: createAuthEndpoint(
        "/prove/password",
        { method: "POST", body: z.object({ password: z.string() }), use: [sensitiveSessionMiddleware] },
        async (ctx) => {
          await ctx.context.password.checkPassword(ctx.context.session.user.id, ctx);
          return ctx.json({ status: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

/** Refuses what needs a fresh proof without one, and proofs that are too weak for the account. */
export function requireProof(ctx: HookContext, account: Account | null, clock: Clock): void {
  if (NEEDS_PROOF.includes(ctx.path)) {
    const provenAt = account?.session?.provenAt?.getTime() ?? null;
    const isFresh = provenAt !== null && clock.now() - provenAt <= PROOF_MINUTES * 60_000;
    if (account?.session && !isFresh) throw forbidden("PROOF_NEEDED");
  }
  if (!PROVES_ONE_FACTOR.includes(ctx.path)) return;
  if (!account?.session) throw new APIError("UNAUTHORIZED", { code: "UNAUTHORIZED", message: "unauthenticated" });
  if (account.hasFactor) throw forbidden("SECOND_FACTOR_NEEDED");
  const address = typedAddress(ctx);
  if (address !== null && address !== account.email)
    throw new APIError("BAD_REQUEST", { code: "INVALID_OTP", message: "Invalid OTP" });
}

/** After a proof: the session remembers when. */
export async function rememberProof(
  ctx: HookContext,
  account: Account | null,
  { pool, clock }: { pool: Database["signInPool"]; clock: Clock },
): Promise<void> {
  if (!account?.session || refusalCode(ctx) !== null) return;
  const isProof =
    PROVES_ONE_FACTOR.includes(ctx.path) || (account.hasFactor && PROVES_SECOND_FACTOR.includes(ctx.path));
  if (!isProof) return;
  await pool.query("UPDATE sessions SET proven_at = $2 WHERE token = $1", [
    account.session.token,
    timestamp(clock.now()),
  ]);
}

function forbidden(code: string): APIError {
  return new APIError("FORBIDDEN", { code, message: code.toLowerCase() });
}
