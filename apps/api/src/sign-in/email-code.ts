import { emailOTP } from "better-auth/plugins";
import type { Database } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import { acceptedLanguages, chooseLanguage, LANGUAGES } from "@working-social/kernel";
import type { Mailer, SignInCode } from "@working-social/notify";
import { signInCodeMessage } from "@working-social/notify";
import { isKnownEmail } from "./gatekeeper.ts";
import { CODE_MINUTES, hashOfCode, rememberSentCode } from "./sent-codes.ts";

const PURPOSES: Record<string, SignInCode["purpose"]> = { "sign-in": "sign_in", "forget-password": "reset_password" };

interface EmailCodeDependencies {
  pool: Database["signInPool"];
  clock: Clock;
  mailer: Mailer;
  secret: string;
}

/**
 * The code itself allows more tries than all strangers together have (purses.ts): otherwise whoever types three wrong ones for
 * an address would take its owner's code away.
 */
const TRIES = 100;

/**
 * Six digits by mail: ten minutes, kept as a keyed hash. The mail goes out at once and not through the queue, so that no
 * code lies in the table of jobs. It is in the language of the page that asks for it: whoever reads it has both before them.
 */
export function emailCode({ pool, clock, mailer, secret }: EmailCodeDependencies) {
  return emailOTP({
    otpLength: 6,
    expiresIn: CODE_MINUTES * 60,
    allowedAttempts: TRIES,
    storeOTP: { hash: async (code) => hashOfCode(secret, code) },
    async sendVerificationOTP({ email, otp, type }, request) {
      if (!(await isKnownEmail(pool, email))) return;
      await rememberSentCode({ pool, clock, secret }, { email, type, code: otp });
      const purpose = PURPOSES[type] ?? "verify_email";
      const language = chooseLanguage(
        LANGUAGES,
        acceptedLanguages(request?.headers?.get("accept-language") ?? undefined),
      );
      await mailer.send(signInCodeMessage({ to: email, code: otp, minutes: CODE_MINUTES, purpose, language }));
    },
  });
}
