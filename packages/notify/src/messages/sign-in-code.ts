import type { Language } from "@working-social/kernel";
import { escapeHtml, mailDocument } from "../html.ts";
import type { Message } from "../message.ts";
import { accountTexts } from "./account-texts.ts";

export interface SignInCode {
  to: string;
  code: string;
  minutes: number;
  /** What the code is for; a password reset says so, because somebody who did not ask should worry more. */
  purpose: "sign_in" | "reset_password" | "verify_email";
  language: Language;
}

export function signInCodeMessage({ to, code, minutes, purpose, language }: SignInCode): Message {
  const texts = accountTexts[language];
  const subject = texts.codeSubjects[purpose](code);
  const title = texts.codeTitles[purpose];
  const [validity, warning] = [texts.codeValidity(minutes), texts.codeWarning];
  return {
    to,
    subject,
    text: [title, code, validity, warning].join("\n\n"),
    html: mailDocument(language, subject, [
      escapeHtml(title),
      `<strong style="font-size:32px;letter-spacing:4px">${escapeHtml(code)}</strong>`,
      escapeHtml(validity),
      escapeHtml(warning),
    ]),
  };
}
