import { escapeHtml, mailDocument } from "../html.ts";
import type { Message } from "../message.ts";

export interface SignInCode {
  to: string;
  code: string;
  minutes: number;
  /** What the code is for; a password reset says so, because somebody who did not ask should worry more. */
  purpose: "sign_in" | "reset_password" | "verify_email";
}

const PURPOSES: Record<SignInCode["purpose"], string> = {
  sign_in: "sign-in code",
  reset_password: "code for a new password",
  verify_email: "code to confirm that it is you",
};

export function signInCodeMessage({ to, code, minutes, purpose }: SignInCode): Message {
  const title = `${code} is your ${PURPOSES[purpose]}`;
  const validity = `It works once, for ${minutes} minutes.`;
  const warning =
    "If you did not ask for it, ignore this mail: without the code nobody gets in. Never tell it to anybody.";
  return {
    to,
    subject: title,
    text: [`Your ${PURPOSES[purpose]}: ${code}`, validity, warning].join("\n\n"),
    html: mailDocument(title, [
      `Your ${PURPOSES[purpose]}:`,
      `<strong style="font-size:32px;letter-spacing:4px">${escapeHtml(code)}</strong>`,
      escapeHtml(validity),
      escapeHtml(warning),
    ]),
  };
}
