import type { SignInTexts } from "./sign-in-texts.ts";

/** Why a step did not work; too many tries say when the next one may come. */
export type FailureCode = Exclude<keyof SignInTexts["failures"], "tooMany"> | TooMany;

interface TooMany {
  retryAfterSeconds: number;
}

/** What better-auth answers instead of a session. Its words never reach the screen, only its codes do. */
export interface AuthAnswer {
  error: { code?: string | undefined; status: number; retryAfterSeconds?: unknown } | null;
}

export function failureText(failure: FailureCode, { failures }: SignInTexts): string {
  return typeof failure === "string" ? failures[failure] : failures.tooMany(failure.retryAfterSeconds);
}

const codes: Record<string, Exclude<FailureCode, TooMany>> = {
  INVALID_OTP: "wrongCode",
  INVALID_CODE: "wrongCode",
  INVALID_BACKUP_CODE: "wrongCode",
  CODE_REPLACED: "replacedCode",
  OTP_EXPIRED: "expiredCode",
  OTP_HAS_EXPIRED: "expiredCode",
  TOO_MANY_ATTEMPTS: "tooManyTries",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "tooManyTries",
  INVALID_EMAIL_OR_PASSWORD: "wrongPassword",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "wrongPassword",
  SECOND_FACTOR_NEEDED: "needsPassword",
  INVALID_PASSWORD: "wrongCurrentPassword",
  PASSWORD_TOO_SHORT: "shortPassword",
  PASSWORD_TOO_COMMON: "commonPassword",
  PASSWORD_RESTS: "passwordRests",
  CODE_USED: "usedCode",
  PROOF_NEEDED: "proofNeeded",
  USER_VERIFICATION_MISSING: "unverifiedPasskey",
  SESSION_EXPIRED: "expired",
  UNAUTHORIZED: "expired",
  AUTH_CANCELLED: "passkeyCancelled",
  ERROR_CEREMONY_ABORTED: "passkeyCancelled",
  // What browsers answer when the person says no, or does not answer in time.
  ERROR_PASSTHROUGH_SEE_CAUSE_PROPERTY: "passkeyCancelled",
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: "passkeyKnown",
  PASSKEY_NOT_FOUND: "passkeyGone",
  AUTHENTICATION_FAILED: "passkeyGone",
};

/** Does one step of signing in; null when it worked, else why not. A lost connection is a failure as well. */
export async function tryStep(step: () => Promise<AuthAnswer>): Promise<FailureCode | null> {
  try {
    const { error } = await step();
    if (error === null) return null;
    if (error.status === 429) return { retryAfterSeconds: Number(error.retryAfterSeconds ?? 60) };
    return codes[error.code ?? ""] ?? "other";
  } catch {
    return "offline";
  }
}
