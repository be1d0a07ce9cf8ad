/** Asks for a mail to somebody. */
export const SENDS_MAIL = ["/email-otp/send-verification-otp", "/email-otp/request-password-reset"];

/** better-auth's own limits for these are three in ten seconds: too few for a whole space behind one address. */
const FLOODABLE = [
  ...SENDS_MAIL,
  "/sign-in/email",
  "/sign-in/email-otp",
  "/email-otp/reset-password",
  "/email-otp/verify-email",
  "/prove/password",
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/passkey/verify-authentication",
];

/**
 * For each path and network address, guesses or not. The members of a space often share one address, so this only stops
 * floods; guesses are counted by guess-guard.ts.
 */
export function rulesPerNetworkAddress(max: number) {
  const rules = FLOODABLE.map((path) => [path, { window: 60, max }] as const);
  return Object.fromEntries([...rules, ["/get-session", { window: 60, max: max * 20 }]]);
}
