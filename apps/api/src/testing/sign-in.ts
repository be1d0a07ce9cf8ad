import type { TestServer } from "./test-server.ts";

/** A POST to better-auth's routes, as the portal sends it. */
export function post(
  { url }: Pick<TestServer, "url">,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** All cookies of an answer as a Cookie header; the session's value is what tests compare. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .filter((cookie) => !cookie.endsWith("="))
    .join("; ");
}

/** The newest mail to an address; waits up to five seconds for it. Null when none comes. */
export async function latestMail(
  { url }: Pick<TestServer, "url">,
  to: string,
  patienceMs = 5_000,
): Promise<{ subject: string; text: string } | null> {
  for (const deadline = performance.now() + patienceMs; performance.now() < deadline;) {
    const response = await fetch(`${url}/mail/latest.json?to=${encodeURIComponent(to)}`);
    if (response.ok) return (await response.json()) as { subject: string; text: string };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}

/** Asks for a sign-in code and reads it from the mail. */
export async function codeFor(server: Pick<TestServer, "url">, email: string, type = "sign-in"): Promise<string> {
  const path = type === "sign-in" ? "/email-otp/send-verification-otp" : "/email-otp/request-password-reset";
  const response = await post(server, path, { email, ...(type === "sign-in" ? { type } : {}) });
  if (!response.ok) throw new Error(`No code: ${response.status} ${await response.text()}`);
  const mail = await latestMail(server, email);
  return /\b(\d{6})\b/.exec(mail?.text ?? "")?.[1] ?? "";
}
