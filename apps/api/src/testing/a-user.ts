import { anOrganization, aPerson } from "@working-social/db/testing";
import { newId, systemClock } from "@working-social/kernel";
import { createUser } from "../sign-in/create-user.ts";
import { cookieOf, post } from "./sign-in.ts";
import type { TestServer } from "./test-server.ts";
import { totp } from "./totp.ts";

export const PASSWORD = "a long password";

export const someEmail = () => `${newId()}@example.test`;

/** Somebody whom an organization of their own has invited. */
export async function anInvitedPerson({ database }: TestServer, email = someEmail()) {
  const { id: organizationId } = await anOrganization(database.owner);
  const { id: personId } = await aPerson(database.owner, organizationId, { email, status: "invited" });
  return { email, organizationId, personId };
}

/** The same with a user and a password, who never signed in. */
export async function aUserWithPassword(server: TestServer, password = PASSWORD) {
  const person = await anInvitedPerson(server);
  const { signInPool } = server.server.services.db;
  const { id: userId } = await createUser(signInPool, systemClock, { email: person.email, name: "Ana", password });
  return { ...person, userId };
}

/** Signs in by password; the cookies of the answer. */
export async function signIn(server: TestServer, email: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await post(server, "/sign-in/email", { email, password: PASSWORD }, headers);
  if (!response.ok) throw new Error(`Not signed in: ${response.status} ${await response.text()}`);
  return cookieOf(response);
}

/** The code of the step before the present one, which is accepted too: the present one stays unused. */
export const earlierCode = (secret: string) => totp(secret, Date.now() - 30_000);
export const laterCode = (secret: string) => totp(secret, Date.now() + 30_000);

/** Turns the authenticator app on with the code of the step before; the session's cookie is a new one then. */
export async function enroll(server: TestServer, cookie: string) {
  const enabled = await post(server, "/two-factor/enable", { password: PASSWORD }, { cookie });
  const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
  const secret = new URL(totpURI).searchParams.get("secret") ?? "";
  const verify = () => post(server, "/two-factor/verify-totp", { code: earlierCode(secret) }, { cookie });
  const first = await verify();
  // A new step may have begun on the way.
  const verified = first.ok ? first : await verify();
  if (!verified.ok) throw new Error(`Not enrolled: ${verified.status} ${await verified.text()}`);
  return { secret, backupCodes, cookie: cookieOf(verified) };
}

/** The value of the session cookie among others. */
export const sessionOf = (cookies: string) => /(?:^|; )session=([^;]+)/.exec(cookies)?.[1] ?? null;

/** The system's clock, which tests move on. */
export function movingClock() {
  let offset = 0;
  return {
    now: () => systemClock.now() + offset,
    advanceMinutes: (minutes: number) => {
      offset += minutes * 60_000;
    },
  };
}
