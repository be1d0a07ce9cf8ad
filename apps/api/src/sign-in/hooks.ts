import { APIError, createAuthMiddleware } from "better-auth/api";
import type { Database } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import type { Env } from "../env.ts";
import type { PublishChanges } from "./changed-factors.ts";
import { afterChange } from "./changed-factors.ts";
import { claimTotp } from "./claim-totp.ts";
import { isCommonPassword, SHORTEST_PASSWORD } from "./common-password.ts";
import { readCookie, sessionCookieName, unsign } from "./cookie.ts";
import { CONCERNS_ACCOUNT, rememberProof, requireProof, SIGNS_IN } from "./fresh-proof.ts";
import { guessGuard } from "./guess-guard.ts";
import { KNOWN_BROWSER_SECONDS, knownBrowserCookieName, knownBrowsers } from "./known-browser.ts";
import type { Account, HookContext } from "./request.ts";
import { accountOf, answerOf, refusalCode, typedAddress } from "./request.ts";
import { tellReplacedCode } from "./sent-codes.ts";

interface HookDependencies {
  env: Env;
  pool: Database["signInPool"];
  clock: Clock;
  publishChanges: PublishChanges;
}

/** What every step of signing in passes before better-auth does it, and afterwards. */
export function hooks({ env, pool, clock, publishChanges }: HookDependencies) {
  const cookieName = knownBrowserCookieName(env.publicUrl);
  const browsers = knownBrowsers(env.secret, cookieName);
  const guard = guessGuard({ pool, clock, browsers, publishChanges });
  const accounts = new WeakMap<object, Account>();

  const before = createAuthMiddleware(async (ctx) => {
    const account = CONCERNS_ACCOUNT.includes(ctx.path) ? await accountOf(ctx) : null;
    if (account && ctx.request) accounts.set(ctx.request, account);
    requireProof(ctx, account, clock);
    refuseCommonPassword(ctx);
    await guard.look(ctx, account);
    await claimTotp(ctx, account, { pool, clock });
    // A new password ends all other sessions, whatever the client sends.
    if (ctx.path === "/change-password") return { context: { body: { ...ctx.body, revokeOtherSessions: true } } };
  });

  const after = createAuthMiddleware(async (ctx) => {
    const account = (ctx.request && accounts.get(ctx.request)) ?? null;
    await guard.settle(ctx);
    await tellReplacedCode(ctx, { pool, clock, secret: env.secret });
    await rememberProof(ctx, account, { pool, clock });
    await afterChange(ctx, account, { pool, publishChanges });
    const address = provenAddress(ctx);
    if (address !== null) {
      rememberBrowser(ctx, address);
      await endReplacedSession(ctx);
    }
    return withUserVerification(ctx);
  });

  const rememberBrowser = (ctx: HookContext, address: string) => {
    const { secure } = ctx.context.authCookies.sessionToken.attributes;
    const attributes = { httpOnly: true, sameSite: "lax", path: "/", secure: secure === true } as const;
    const value = browsers.knownTo(ctx.headers?.get("cookie"), address);
    ctx.setCookie(cookieName, value, { ...attributes, maxAge: KNOWN_BROWSER_SECONDS });
  };

  /** Whoever signs in again has one session, not one more. */
  const endReplacedSession = async (ctx: HookContext) => {
    const opened = ctx.context.newSession?.session;
    const cookie = readCookie(ctx.headers?.get("cookie") ?? undefined, sessionCookieName(env.publicUrl));
    const earlier = unsign(cookie, env.secret);
    if (!opened || earlier === null || earlier === opened.token) return;
    await pool.query("DELETE FROM sessions WHERE token = $1", [earlier]);
  };
  return { before, after };
}

/** The address of whoever is in now, or has just replaced the password by mail. Half-way to the second factor is not in. */
function provenAddress(ctx: HookContext): string | null {
  if (refusalCode(ctx) !== null) return null;
  if (ctx.path === "/email-otp/reset-password") return typedAddress(ctx);
  const user = ctx.context.newSession?.user as { email: string; twoFactorEnabled?: boolean | null } | undefined;
  if (!user || !SIGNS_IN.includes(ctx.path)) return null;
  const isHalfway = ctx.path === "/sign-in/email" && user.twoFactorEnabled === true;
  return isHalfway ? null : user.email.toLowerCase();
}

function refuseCommonPassword(ctx: HookContext): void {
  const password: unknown =
    ctx.path === "/change-password"
      ? ctx.body?.newPassword
      : ctx.path === "/email-otp/reset-password"
        ? ctx.body?.password
        : undefined;
  if (typeof password === "string" && password.length >= SHORTEST_PASSWORD && isCommonPassword(password))
    throw new APIError("BAD_REQUEST", { code: "PASSWORD_TOO_COMMON", message: "password_too_common" });
}

/**
 * better-auth's options leave it to the browser whether the person is asked, and a passkey that did not ask is refused later: so
 * browsers are told.
 */
function withUserVerification(ctx: HookContext): object | undefined {
  if (ctx.path !== "/passkey/generate-authenticate-options" || refusalCode(ctx) !== null) return undefined;
  return { ...(answerOf(ctx) as object), userVerification: "required" };
}
