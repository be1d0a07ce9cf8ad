import type { Catalog, WordsLike } from "@working-social/kernel";
import { plural } from "@working-social/kernel";
import { german } from "./account-texts.de.ts";

const english = {
  /** What happened to an account, as the subject of a mail. */
  changes: {
    passkey_added: "A passkey was added to your account",
    passkey_removed: "A passkey was removed from your account",
    factor_added: "The second factor of your account was turned on",
    factor_removed: "The second factor of your account was turned off",
    password_changed: "The password of your account was changed",
    password_rests: "The password of your account rests",
  },
  /** The same in a sentence, with when. */
  changedOn: {
    passkey_added: (when: string) => `A passkey was added to your account on ${when}.`,
    passkey_removed: (when: string) => `A passkey was removed from your account on ${when}.`,
    factor_added: (when: string) => `On ${when} the second factor of your account was turned on.`,
    factor_removed: (when: string) => `On ${when} the second factor of your account was turned off.`,
    password_changed: (when: string) => `The password of your account was changed on ${when}.`,
    password_rests: (when: string) => `The password of your account has rested since ${when}.`,
  },
  ifNotYou:
    "If that was you, there is nothing to do. If it was not, sign in with a code, end all other sessions under Account, set a new password with a code from the mail, and tell your space.",
  rests:
    "Somebody typed a hundred wrong passwords for it, so no password opens it any more until you set a new one. You get in with a code from the mail, or with a passkey, as before; set a new password under Account with a code from the mail. Nobody got in by this.",
  seeAccount: "See your account",

  invited: (organization: string) => `You are invited to ${organization}`,
  invitedTo: (organization: string) => `${organization} has invited you to book its rooms and desks.`,
  signInWith: (address: string) => `Sign in with this address, ${address}. We send you a code; you need no password.`,
  signIn: "Sign in",

  /** The code stands in the subject: a phone shows it without opening the mail. */
  codeSubjects: {
    sign_in: (code: string) => `${code} is your sign-in code`,
    reset_password: (code: string) => `${code} is your code for a new password`,
    verify_email: (code: string) => `${code} is your code to confirm that it is you`,
  },
  codeTitles: {
    sign_in: "Your sign-in code:",
    reset_password: "Your code for a new password:",
    verify_email: "Your code to confirm that it is you:",
  },
  codeValidity: (minutes: number) =>
    plural("en", minutes, {
      one: "It works once, for one minute.",
      other: `It works once, for ${minutes} minutes.`,
    }),
  codeWarning:
    "If you did not ask for it, ignore this mail: without the code nobody gets in. Never tell it to anybody.",
};

export type AccountTexts = WordsLike<typeof english>;
export const accountTexts: Catalog<AccountTexts> = { en: english, de: german };
