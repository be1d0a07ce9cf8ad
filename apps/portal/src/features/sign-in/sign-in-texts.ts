import type { WordsLike } from "@working-social/kernel";
import { catalog } from "../../lib/texts/catalog.ts";

/** "in 12 minutes", "in 3 hours". */
function inTime(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}

const en = {
  title: "Sign in",
  welcome: "Good to see you",
  intro: "We send you a code by e-mail. No password needed.",
  email: "E-mail",
  emailHint: "The address that your space invited.",
  emailWrong: "This does not look like an e-mail address.",
  sendCode: "Send me a code",
  usePassword: "Use a password",
  useCode: "Use a code instead",
  usePasskey: "Use a passkey",
  password: "Password",
  signIn: "Sign in",
  forgotten: "No password yet, or forgotten? Sign in with a code; you can set one under Account.",
  codeSent: (email: string) => `If ${email} belongs to a member, a code of six digits is on its way.`,
  code: "Code",
  codeHint: "Six digits, good for ten minutes.",
  resend: "Send another code",
  resendIn: (seconds: number) => `Send another code in ${seconds} s`,
  resent: "Another code is on its way.",
  otherEmail: "Use another address",
  factorText: "Open your authenticator app and type the six digits that it shows.",
  factorCode: "Code from the app",
  backupCode: "Backup code",
  useBackupCode: "Use a backup code",
  useAppCode: "Use the app",
  back: "Back",
  failures: {
    wrongCode: "This code is not right. Look again, or ask for another one.",
    replacedCode: "A newer mail has another code, and this one is no longer good. Use the code of the newest mail.",
    expiredCode: "This code has expired. Ask for another one.",
    tooManyTries: "Too many tries with this code. Ask for another one.",
    wrongPassword: "The address and the password don’t match.",
    needsPassword: "You have set up a second factor. Sign in with your password, then with the code of your app.",
    wrongCurrentPassword: "This is not your password.",
    shortPassword: "A password needs twelve characters or more.",
    expired: "Your session has ended. Sign in again, then try once more.",
    passkeyCancelled: "No passkey came from your device. Try again, or go on without one.",
    passkeyKnown: "This device has a passkey for your account already.",
    passkeyGone: "This passkey opens no account here; it may have been removed. Use a code instead.",
    tooMany: (seconds: number) =>
      seconds > 120
        ? `Too many tries. Go on ${inTime(seconds)}, or get in another way: by a code, a password or a passkey.`
        : "That was a bit much at once. Wait a minute or two, then try again.",
    passwordRests:
      "This password is locked after too many wrong tries. Sign in with a code, and set a new one under Account.",
    usedCode: "This code was used already. Your app shows the next one in a moment.",
    commonPassword: "This is one of the first passwords that anybody would try. Think of another one.",
    unverifiedPasskey: "Your device did not ask who you are. Use one that asks for your finger, your face or its PIN.",
    proofNeeded: "Nothing was changed: show first that it is you.",
    offline: "There is no connection. Try again.",
    other: "That did not work. Try again.",
  },
  expiredTitle: "Sign in again",
  expiredText: "Your session has ended. Everything on the page stays as it is.",
};

export type SignInTexts = WordsLike<typeof en>;
export const signInTexts = catalog<SignInTexts>({ en, de: () => import("./sign-in-texts.de.ts") });
