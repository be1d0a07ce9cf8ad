import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins";
import type { Database } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import type { Mailer } from "@working-social/notify";
import type { Env } from "../env.ts";
import { currentRequestId } from "../http/request-id.ts";
import type { Log } from "../log.ts";
import type { PublishChanges } from "./changed-factors.ts";
import { SHORTEST_PASSWORD } from "./common-password.ts";
import { sessionCookieName } from "./cookie.ts";
import { emailCode } from "./email-code.ts";
import { gatekeeper } from "./gatekeeper.ts";
import { provePassword } from "./fresh-proof.ts";
import { hooks } from "./hooks.ts";
import { rulesPerNetworkAddress } from "./limit-rules.ts";
import type { SharedLimits } from "./limits.ts";
import { CLIENT_ADDRESS_HEADER } from "./network.ts";
import { poolForBetterAuth } from "./pool.ts";
import * as tables from "./tables.ts";

export const SESSION_DAYS = 30;
const DAY_SECONDS = 86_400;

export interface AuthDependencies {
  env: Env;
  pool: Database["signInPool"];
  clock: Clock;
  mailer: Mailer;
  /** Asked when a way into an account has changed, or a password rests. */
  publishChanges: PublishChanges;
  limits: SharedLimits;
  log: Log;
  /** Keeps work that goes on after the answer, so that the server ends it before it stops. */
  inBackground: (work: Promise<unknown>) => void;
}

export type Auth = ReturnType<typeof createAuth>;

/** better-auth on our tables. Users only come to exist for addresses of people, and no answer tells which those are. */
export function createAuth({ env, pool, clock, mailer, publishChanges, limits, log, inBackground }: AuthDependencies) {
  return betterAuth({
    appName: "Working Social",
    baseURL: env.publicUrl,
    basePath: "/api/auth",
    secret: env.secret,
    trustedOrigins: [...env.origins],
    telemetry: { enabled: false },
    logger: {
      level: "error",
      log: (level, message, ...args) => log.warn({ auth: level, err: causeIn(args) }, message),
    },
    onAPIError: {
      onError: (error) => {
        // An APIError is an answer and no fault, unless its status says so.
        if (error instanceof APIError && error.statusCode < 500) return;
        log.error({ requestId: currentRequestId(), err: error }, "sign-in failed");
      },
    },
    database: poolForBetterAuth(pool),
    user: tables.userFields,
    account: tables.accountFields,
    verification: tables.verificationFields,
    // freshAge would ask for a session that is young; fresh-proof.ts asks for a proof, however old the session is.
    session: { ...tables.sessionFields, expiresIn: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS, freshAge: 0 },
    emailAndPassword: PASSWORDS,
    plugins: [emailCode({ pool, clock, mailer, secret: env.secret }), secondFactor(), passkeys(env), provePassword()],
    rateLimit: {
      enabled: true,
      window: 60,
      max: env.signInsPerMinute * 5,
      customStorage: limits.forBetterAuth,
      customRules: rulesPerNetworkAddress(env.signInsPerMinute),
    },
    hooks: hooks({ env, pool, clock, publishChanges }),
    databaseHooks: gatekeeper(pool, clock),
    advanced: {
      ...cookies(env),
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      backgroundTasks: { handler: inBackground },
    },
  });
}

/** The error among what better-auth tells with a message: the rest may hold addresses. */
function causeIn(args: readonly unknown[]): Error | undefined {
  return args.find((arg) => arg instanceof Error);
}

const PASSWORDS = {
  enabled: true,
  disableSignUp: true,
  requireEmailVerification: true,
  minPasswordLength: SHORTEST_PASSWORD,
  maxPasswordLength: 128,
  revokeSessionsOnPasswordReset: true,
};

function secondFactor() {
  const schema = { user: tables.userTwoFactorFields, twoFactor: tables.twoFactorSchema };
  return twoFactor({
    issuer: "Working Social",
    twoFactorTable: tables.twoFactorSchema.modelName,
    schema,
    // It would let whoever guesses elsewhere lock the owner out; guess-guard.ts counts by network and browser.
    accountLockout: { enabled: false },
  });
}

/** Bound to the host of the public address; the person must prove to the device that it is they. */
function passkeys({ publicUrl, origins }: Env) {
  const rpID = new URL(publicUrl).hostname;
  return passkey({
    rpID,
    rpName: "Working Social",
    origin: origins.filter((origin) => new URL(origin).hostname === rpID),
    authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
    registration: {
      afterVerification: ({ verification }) => requireUserVerification(verification.registrationInfo?.userVerified),
    },
    authentication: {
      afterVerification: ({ verification }) => requireUserVerification(verification.authenticationInfo.userVerified),
    },
    schema: { passkey: tables.passkeySchema },
  });
}

/**
 * The plugin asks browsers to verify the person, and accepts whatever comes. A passkey stands for two factors only when the UV
 * bit of its authenticator data is set (W3C WebAuthn 3, 6.1); otherwise whoever holds the device is in.
 */
function requireUserVerification(isVerified: boolean | undefined): void {
  if (isVerified !== true)
    throw new APIError("FORBIDDEN", { code: "USER_VERIFICATION_MISSING", message: "user_verification_missing" });
}

function cookies({ publicUrl }: Env) {
  const isHttps = publicUrl.startsWith("https://");
  return {
    cookiePrefix: isHttps ? "__Host-sign-in" : "sign-in",
    useSecureCookies: false, // it would prefix __Secure-; ours is the stricter __Host-
    cookies: { session_token: { name: sessionCookieName(publicUrl) } },
    defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure: isHttps, path: "/" },
  } as const;
}
