import type { TestServer } from "./test-server.ts";
import { until } from "./until.ts";

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

/** Status and code of an answer: why something was refused; `null` for what was done, or says no more than its status. */
export async function reasonOf(answer: Promise<Response> | Response): Promise<{ status: number; code: string | null }> {
  const response = await answer;
  const text = await response.clone().text();
  const body = (text === "" ? null : JSON.parse(text)) as Refused | null;
  return { status: response.status, code: body?.code ?? body?.error?.data.refusal.code ?? null };
}

/** As better-auth says it, and as we do. */
interface Refused {
  code?: string;
  error?: { data: { refusal: { code: string } } };
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

/** Subjects of all mails to an address, the newest first. */
export async function subjectsTo({ server }: Pick<TestServer, "server">, email: string): Promise<string[]> {
  return ((await server.services.mailbox?.messages(email)) ?? []).map(({ subject }) => subject);
}

const WAITING = `SELECT (SELECT count(*) FROM jobs.job WHERE name = 'events.react' AND state < 'completed')::int
  + (SELECT count(*) FROM mails)::int AS count`;

/** Waits until everything that follows from what happened is done, and each mail is sent. */
export async function untilNothingWaits({ database }: Pick<TestServer, "database">): Promise<void> {
  await until(async () => (await database.owner.query(WAITING)).rows[0]?.count === 0, 60_000);
}

/** Waits for a mail of this subject. */
export async function untilMail(server: Pick<TestServer, "server">, email: string, subject: string): Promise<void> {
  await until(async () => (await subjectsTo(server, email)).includes(subject));
}

const REQUESTS: Record<string, string> = { "forget-password": "/email-otp/request-password-reset" };

/** Asks for a code and reads it from the mail; other mails that come meanwhile are none. */
export async function codeFor(
  server: Pick<TestServer, "url" | "server">,
  email: string,
  type: "sign-in" | "forget-password" | "email-verification" = "sign-in",
  headers: Record<string, string> = {},
): Promise<string> {
  const { mailbox } = server.server.services;
  const mails = async () => (await mailbox?.messages(email)) ?? [];
  const earlier = new Set((await mails()).map(({ id }) => id));
  const path = REQUESTS[type];
  const body = path === undefined ? { email, type } : { email };
  const response = await post(server, path ?? "/email-otp/send-verification-otp", body, headers);
  if (!response.ok) throw new Error(`No code: ${response.status} ${await response.text()}`);
  const codeIn = async () =>
    (await mails())
      .flatMap(({ id, subject }) => (earlier.has(id) ? [] : (/^\d{6}(?= (?:is your|ist Ihr) )/.exec(subject) ?? [])))
      .at(0);
  await until(async () => (await codeIn()) !== undefined);
  return (await codeIn()) ?? "";
}
