import { createHmac } from "node:crypto";
import { APIError } from "better-auth/api";
import type { Database } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import type { HookContext } from "./request.ts";
import { refusalCode, typedAddress } from "./request.ts";

export const CODE_MINUTES = 10;

/** What a code is for, as better-auth calls it. */
type CodeType = "sign-in" | "forget-password" | "email-verification";

/** Where a code of which type is typed. */
const TYPED_AT: Readonly<Record<string, CodeType>> = {
  "/sign-in/email-otp": "sign-in",
  "/email-otp/reset-password": "forget-password",
  "/email-otp/verify-email": "email-verification",
};

interface SentCodeDependencies {
  pool: Database["signInPool"];
  clock: Clock;
  secret: string;
}

/** A keyed hash: a plain one of six digits could be undone by trying all. */
export function hashOfCode(secret: string, code: string): string {
  return createHmac("sha256", secret).update(`sign-in code ${code}`).digest("base64url");
}

/** Remembers that a code went out, as its hash and until it expires: better-auth only knows the newest one. */
export async function rememberSentCode(
  { pool, clock, secret }: SentCodeDependencies,
  { email, type, code }: { email: string; type: string; code: string },
): Promise<void> {
  const now = clock.now();
  await pool.query(
    "INSERT INTO verifications (id, identifier, value, expires_at, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)",
    [newId(), sentTo(type, email), hashOfCode(secret, code), timestamp(now + CODE_MINUTES * 60_000), timestamp(now)],
  );
}

/**
 * After a code was typed. A right one is used, and forgotten here too. A wrong one that was sent to this address, is neither
 * expired nor used, and of which a newer mail has another, is refused as CODE_REPLACED: whoever reads that had the mail, or
 * guessed as hard as the code itself. It stays counted like any wrong one.
 */
export async function tellReplacedCode(ctx: HookContext, dependencies: SentCodeDependencies): Promise<void> {
  const [type, address, code] = [TYPED_AT[ctx.path], typedAddress(ctx), ctx.body?.otp as unknown];
  if (type === undefined || address === null || typeof code !== "string") return;
  const { pool, clock, secret } = dependencies;
  const [sent, hash] = [sentTo(type, address), hashOfCode(secret, code)];
  const refusal = refusalCode(ctx);
  if (refusal === null) {
    await pool.query("DELETE FROM verifications WHERE identifier = $1 AND value = $2", [sent, hash]);
  } else if (refusal === "INVALID_OTP") {
    const newest = `${type}-otp-${address}`;
    const { rowCount } = await pool.query(REPLACED, [sent, hash, timestamp(clock.now()), newest]);
    if (rowCount !== 0) throw new APIError("BAD_REQUEST", { code: "CODE_REPLACED", message: "code_replaced" });
  }
}

/** better-auth's own row says which code is good; its value ends in the number of tries. It must have been sent as well. */
const REPLACED = `
  SELECT FROM verifications typed
  JOIN verifications newer ON newer.identifier = typed.identifier AND newer.value <> typed.value AND newer.expires_at > $3
  WHERE typed.identifier = $1 AND typed.value = $2 AND typed.expires_at > $3
    AND newer.value = (SELECT split_part(value, ':', 1) FROM verifications
                       WHERE identifier = $4 ORDER BY created_at DESC LIMIT 1)
  LIMIT 1`;

function sentTo(type: string, email: string): string {
  return `sent ${type} ${email.toLowerCase()}`;
}
