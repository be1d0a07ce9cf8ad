import { createHmac } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { emailOTP, twoFactor } from "better-auth/plugins";
import type { Database } from "@working-social/db";
import { signInCodeMessage } from "@working-social/notify";
import type { Mailer, SignInCode } from "@working-social/notify";
import type { Env } from "../env.ts";
import type { Log } from "../log.ts";
import { sessionCookieName } from "./cookie.ts";
import type { SharedLimits } from "./limits.ts";
import { MAILS_TO_ADDRESS, TRIES_FOR_ADDRESS } from "./limits.ts";
import { poolForBetterAuth } from "./pool.ts";
import { accountFields, passkeySchema, sessionFields, twoFactorSchema, userFields, userTwoFactorFields, verificationFields } from "./tables.ts";

export const SESSION_DAYS = 30;
const DAY_SECONDS = 86_400;
const CODE_MINUTES = 10;

/** Set by our server on every request, whatever the client sent: the address that limits count by. */
export const CLIENT_ADDRESS_HEADER = "x-client-address";

export interface AuthDependencies {
  env: Env;
  pool: Database["signInPool"];
  mailer: Mailer;
  limits: SharedLimits;
  log: Log;
  /** Keeps work that goes on after the answer, so that the server ends it before it stops. */
  inBackground: (work: Promise<unknown>) => void;
}

export type Auth = ReturnType<typeof createAuth>;

/** better-auth on our tables. Users only come to exist for addresses of people, and no answer tells which those are. */
export function createAuth({ env, pool, mailer, limits, log, inBackground }: AuthDependencies) {
  const isHttps = env.publicUrl.startsWith("https://");
  const rpID = new URL(env.publicUrl).hostname;
  const isKnown = async (email: string) => {
    const { rows } = await pool.query<{ known: boolean }>("SELECT is_known_email($1) AS known", [email]);
    return rows[0]?.known === true;
  };
  return betterAuth({
    appName: "Working Social",
    baseURL: env.publicUrl,
    basePath: "/api/auth",
    secret: env.secret,
    trustedOrigins: [...env.origins],
    telemetry: { enabled: false },
    onAPIError: {
      onError: (error) => {
        if (!(error instanceof APIError)) log.error({ err: error }, "sign-in failed"); // an APIError is an answer, not a fault
      },
    },
    logger: { level: "error", log: (level, message) => log.warn({ auth: level }, message) },
    database: poolForBetterAuth(pool),
    user: userFields,
    account: accountFields,
    verification: verificationFields,
    session: { ...sessionFields, expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_MINUTES * 60,
        allowedAttempts: 3,
        storeOTP: { hash: async (code) => createHmac("sha256", env.secret).update(`sign-in code ${code}`).digest("base64url") },
        async sendVerificationOTP({ email, otp, type }) {
          if (!(await isKnown(email))) return;
          await mailer.send(signInCodeMessage({ to: email, code: otp, minutes: CODE_MINUTES, purpose: PURPOSES[type] ?? "verify_email" }));
        },
      }),
      twoFactor({ issuer: "Working Social", twoFactorTable: "two_factors", schema: { user: userTwoFactorFields, twoFactor: twoFactorSchema } }),
      passkey({
        rpID,
        rpName: "Working Social",
        origin: env.origins.filter((origin) => new URL(origin).hostname === rpID),
        authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
        schema: { passkey: passkeySchema },
      }),
    ],
    rateLimit: { enabled: true, window: 60, max: env.signInsPerMinute * 5, customStorage: limits.forBetterAuth, customRules: rulesPerNetworkAddress(env.signInsPerMinute) },
    hooks: { before: limitPerAddress(limits) },
    databaseHooks: {
      user: { create: { before: async (user) => refuseUnless(await isKnown(user.email)) } },
      session: {
        create: {
          before: async (session, context) => refuseUnless(await mayOpenSession(pool, session.userId, context?.path)),
          after: async (session) => {
            await pool.query("SELECT link_people_to_user($1)", [session.userId]);
          },
        },
      },
    },
    advanced: {
      cookiePrefix: isHttps ? "__Host-sign-in" : "sign-in",
      useSecureCookies: false, // it would prefix __Secure-; ours is the stricter __Host-
      cookies: { session_token: { name: sessionCookieName(env.publicUrl) } },
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure: isHttps, path: "/" },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      backgroundTasks: { handler: inBackground },
    },
  });
}

const PURPOSES: Record<string, SignInCode["purpose"]> = { "sign-in": "sign_in", "forget-password": "reset_password" };

const GUESSABLE = [
  "/sign-in/email", "/sign-in/email-otp", "/email-otp/send-verification-otp", "/email-otp/request-password-reset",
  "/email-otp/reset-password", "/two-factor/verify-totp", "/two-factor/verify-backup-code", "/passkey/verify-authentication",
];

/** For each path and network address. The members of a space often share one address, so this only stops floods. */
function rulesPerNetworkAddress(max: number) {
  return Object.fromEntries([...GUESSABLE.map((path) => [path, { window: 60, max }] as const), ["/get-session", { window: 60, max: max * 20 }]]);
}

const SENDS_MAIL = ["/email-otp/send-verification-otp", "/email-otp/request-password-reset"];

/** Counted for known and unknown addresses alike, so that the limit tells nothing. */
function limitPerAddress(limits: SharedLimits) {
  return createAuthMiddleware(async (ctx) => {
    const email: unknown = ctx.body?.email;
    if (typeof email !== "string") return;
    const limit = SENDS_MAIL.includes(ctx.path) ? MAILS_TO_ADDRESS : TRIES_FOR_ADDRESS;
    const retryAfterSeconds = await limits.take(limit, email.toLowerCase());
    if (retryAfterSeconds !== null) {
      throw new APIError("TOO_MANY_REQUESTS", { code: "TOO_MANY_REQUESTS", message: "too_many_requests" }, { "Retry-After": String(retryAfterSeconds) });
    }
  });
}

/**
 * A suspended person gets no session, and whoever has set up an authenticator app does not get one for a mailed code
 * alone: mail is one factor, and better-auth asks for the second only after a password.
 */
async function mayOpenSession(pool: Database["signInPool"], userId: string, path: string | undefined): Promise<boolean> {
  const { rows } = await pool.query<{ known: boolean; two_factor_enabled: boolean | null }>(
    "SELECT is_known_email(email) AS known, two_factor_enabled FROM users WHERE id = $1",
    [userId],
  );
  const [user] = rows;
  if (!user?.known) return false;
  if (user.two_factor_enabled && path === "/sign-in/email-otp") throw new APIError("FORBIDDEN", { code: "SECOND_FACTOR_NEEDED", message: "second_factor_needed" });
  return true;
}

/** The same answer as for a wrong code. */
function refuseUnless(isAllowed: boolean): void {
  if (!isAllowed) throw new APIError("BAD_REQUEST", { code: "INVALID_OTP", message: "Invalid OTP" });
}
