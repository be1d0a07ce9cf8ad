import { APIError } from "better-auth/api";
import type { Database } from "@working-social/db";
import { drawFrom, refundTo, refill, transactionOf } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import type { PublishChanges } from "./changed-factors.ts";
import type { KnownBrowsers } from "./known-browser.ts";
import { SENDS_MAIL } from "./limit-rules.ts";
import type { Tried, Trier } from "./purses.ts";
import { pursesOf } from "./purses.ts";
import type { Account, HookContext } from "./request.ts";
import { refusalCode, trierOf, typedAddress } from "./request.ts";
import { countWrongPassword, forgetWrongPasswordsOf, passwordRests } from "./wrong-passwords.ts";

/**
 * What can be guessed where. Not here: passkeys and backup codes, which nobody guesses (a backup code has 59 bits); counting
 * them could only lock their owner out.
 */
const TRIED: Readonly<Record<string, Tried>> = {
  ...Object.fromEntries(SENDS_MAIL.map((path) => [path, "mail"] as const)),
  "/sign-in/email": "password",
  "/prove/password": "password",
  "/change-password": "password",
  "/two-factor/enable": "password",
  "/two-factor/disable": "password",
  "/sign-in/email-otp": "code",
  "/email-otp/reset-password": "code",
  "/email-otp/verify-email": "code",
  "/two-factor/verify-totp": "factor",
};

/** Answers that say: it was compared, and it was wrong. Every other refusal gives the try back. */
const WRONG = ["INVALID_EMAIL_OR_PASSWORD", "INVALID_PASSWORD", "INVALID_OTP", "INVALID_CODE"];

interface Guess {
  readonly tried: Tried;
  readonly trier: Trier;
}

export interface GuessGuard {
  /** Before anything is compared, or hashed: refuses when there were too many, else takes a point for this one. */
  look(ctx: HookContext, account: Account | null): Promise<void>;
  /** Afterwards: a wrong one stays counted, a right one fills the purse of its own network or browser. */
  settle(ctx: HookContext): Promise<void>;
}

interface GuessGuardDependencies {
  pool: Database["signInPool"];
  clock: Clock;
  browsers: KnownBrowsers;
  /** Told once, when a password begins to rest. */
  publishChanges: PublishChanges;
}

export function guessGuard({ pool, clock, browsers, publishChanges }: GuessGuardDependencies): GuessGuard {
  const guesses = new WeakMap<object, Guess>();

  const settlePassword = async (trier: Trier, refusal: string | null) => {
    if (refusal === null) await forgetWrongPasswordsOf(pool, trier);
    else if (isWrong(refusal) && (await countWrongPassword(pool, clock, trier))) await publishChanges();
  };
  return {
    async look(ctx, account) {
      const tried = TRIED[ctx.path];
      const address = account?.email ?? typedAddress(ctx);
      if (tried === undefined || address === null) return;
      const trier = trierOf(ctx, browsers, address, account);
      if (tried === "password" && (await passwordRests(pool, address))) throw rests();
      const { own, shared } = pursesOf(tried, trier);
      const retryAfterSeconds = await transactionOf(pool, (tx) => drawFrom(tx, clock, [own, ...shared]));
      if (retryAfterSeconds !== null) throw tooMany(retryAfterSeconds);
      if (ctx.request && tried !== "mail") guesses.set(ctx.request, { tried, trier });
    },
    async settle(ctx) {
      const guess = ctx.request && guesses.get(ctx.request);
      if (!guess) return;
      const { own, shared } = pursesOf(guess.tried, guess.trier);
      const refusal = refusalCode(ctx);
      if (guess.tried === "password") await settlePassword(guess.trier, refusal);
      if (refusal !== null && isWrong(refusal)) return;
      await transactionOf(pool, async (tx) => {
        await refundTo(tx, clock, refusal === null ? shared : [own, ...shared]);
        if (refusal === null) await refill(tx, [own]);
      });
    },
  };
}

function isWrong(refusal: string): boolean {
  return WRONG.includes(refusal);
}

function tooMany(retryAfterSeconds: number): APIError {
  const answer = { code: "TOO_MANY_REQUESTS", message: "too_many_requests", retryAfterSeconds };
  return new APIError("TOO_MANY_REQUESTS", answer, { "Retry-After": String(retryAfterSeconds) });
}

function rests(): APIError {
  return new APIError("FORBIDDEN", { code: "PASSWORD_RESTS", message: "password_rests" });
}
