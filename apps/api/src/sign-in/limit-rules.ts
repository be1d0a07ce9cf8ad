import { APIError, createAuthMiddleware } from "better-auth/api";
import type { Limit, SharedLimits } from "./limits.ts";

/** What one e-mail address may cause, from wherever the requests come; counters per network address come on top. */
const MAILS_TO_ADDRESS: Limit = { name: "mails-to", points: 6, perSeconds: 600 };
const TRIES_FOR_ADDRESS: Limit = { name: "tries-for", points: 15, perSeconds: 900 };

const SENDS_MAIL = ["/email-otp/send-verification-otp", "/email-otp/request-password-reset"];

const GUESSABLE = [
  ...SENDS_MAIL,
  "/sign-in/email",
  "/sign-in/email-otp",
  "/email-otp/reset-password",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/passkey/verify-authentication",
];

/** For each path and network address. The members of a space often share one address, so this only stops floods. */
export function rulesPerNetworkAddress(max: number) {
  const rules = GUESSABLE.map((path) => [path, { window: 60, max }] as const);
  return Object.fromEntries([...rules, ["/get-session", { window: 60, max: max * 20 }]]);
}

/** Counted for known and unknown addresses alike, so that the limit tells nothing. */
export function limitPerEmail(limits: SharedLimits) {
  return createAuthMiddleware(async (ctx) => {
    const email: unknown = ctx.body?.email;
    if (typeof email !== "string") return;
    const limit = SENDS_MAIL.includes(ctx.path) ? MAILS_TO_ADDRESS : TRIES_FOR_ADDRESS;
    const retryAfterSeconds = await limits.take(limit, email.toLowerCase());
    if (retryAfterSeconds === null) return;
    const answer = { code: "TOO_MANY_REQUESTS", message: "too_many_requests" };
    throw new APIError("TOO_MANY_REQUESTS", answer, { "Retry-After": String(retryAfterSeconds) });
  });
}
