import { anOrganization, aPerson } from "@working-social/db/testing";
import { newId, systemClock } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call } from "../testing/call.ts";
import { codeFor, cookieOf, latestMail, post } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { startTestServer } from "../testing/test-server.ts";
import { totp } from "../testing/totp.ts";
import { createUser } from "./create-user.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const me = (cookie: string) => call(server.url, "session.me", undefined, { cookie });
const someEmail = () => `${newId()}@example.test`;
const sessionOf = (cookies: string) => /(?:^|; )session=([^;]+)/.exec(cookies)?.[1] ?? null;

async function anInvitedPerson(
  email = someEmail(),
): Promise<{ email: string; organizationId: string; personId: string }> {
  const { id: organizationId } = await anOrganization(server.database.owner);
  const { id: personId } = await aPerson(server.database.owner, organizationId, { email, status: "invited" });
  return { email, organizationId, personId };
}

async function aUserWithPassword(password = "a long password"): Promise<{ email: string; userId: string }> {
  const { email } = await anInvitedPerson();
  const { id: userId } = await createUser(server.server.services.db.signInPool, systemClock, {
    email,
    name: "Ana",
    password,
  });
  return { email, userId };
}

const usersOf = async (email: string) =>
  (
    await server.database.owner.query<{ id: string; email_verified: boolean }>(
      "SELECT id, email_verified FROM users WHERE email = $1",
      [email],
    )
  ).rows;

describe("a code by mail", () => {
  test("signs an invited person in and makes them active, in whatever case they type the address", async () => {
    const { email, personId } = await anInvitedPerson();
    const otp = await codeFor(server, email.toUpperCase());
    const response = await post(server, "/sign-in/email-otp", { email: email.toUpperCase(), otp });
    expect(await me(cookieOf(response))).toMatchObject({ status: 200, data: { person: { id: personId, email } } });
  });

  test("is not sent to an unknown address, and the answers are the same", async () => {
    const { email } = await anInvitedPerson();
    const unknown = someEmail();
    const [known, stranger] = [
      await post(server, "/email-otp/send-verification-otp", { email, type: "sign-in" }),
      await post(server, "/email-otp/send-verification-otp", { email: unknown, type: "sign-in" }),
    ];
    expect([stranger.status, await stranger.text()]).toEqual([known.status, await known.text()]);
    expect(await latestMail(server, email)).not.toBeNull();
    expect(await latestMail(server, unknown, 300)).toBeNull();
    const [wrong, wrongStranger] = [
      await post(server, "/sign-in/email-otp", { email, otp: "000000" }),
      await post(server, "/sign-in/email-otp", { email: unknown, otp: "000000" }),
    ];
    expect([wrongStranger.status, await wrongStranger.text()]).toEqual([wrong.status, await wrong.text()]);
    expect(await usersOf(unknown)).toEqual([]);
  });

  test("makes no user for an address that belongs to nobody, even with the right code", async () => {
    const email = someEmail();
    const { auth } = server.server.services;
    const otp = await auth.api.createVerificationOTP({ body: { email, type: "sign-in" } });
    const response = await post(server, "/sign-in/email-otp", { email, otp });
    expect(response.status).toBe(400);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await usersOf(email)).toEqual([]);
  });

  test("works once, and for three tries", async () => {
    const { email } = await anInvitedPerson();
    const otp = await codeFor(server, email);
    expect((await post(server, "/sign-in/email-otp", { email, otp })).status).toBe(200);
    expect((await post(server, "/sign-in/email-otp", { email, otp })).status).toBe(400);

    const second = await anInvitedPerson();
    const right = await codeFor(server, second.email);
    const wrong = right === "111111" ? "222222" : "111111";
    for (let tries = 0; tries < 3; tries++)
      expect((await post(server, "/sign-in/email-otp", { email: second.email, otp: wrong })).status).toBe(400);
    expect((await post(server, "/sign-in/email-otp", { email: second.email, otp: right })).status).toBe(403);
  });

  test("is kept only as a hash", async () => {
    const { email } = await anInvitedPerson();
    const otp = await codeFor(server, email);
    const { rows } = await server.database.owner.query<{ value: string }>(
      "SELECT value FROM verifications WHERE identifier LIKE $1",
      [`%${email}`],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.value).not.toContain(otp);
  });

  test("one address gets a few mails, whether it is known or not", async () => {
    for (const email of [(await anInvitedPerson()).email, someEmail()]) {
      const statuses: number[] = [];
      for (let tries = 0; tries < 8; tries++)
        statuses.push((await post(server, "/email-otp/send-verification-otp", { email, type: "sign-in" })).status);
      expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(2);
    }
  });

  test("a suspended person gets none, and no session from an earlier one", async () => {
    const { email, personId } = await anInvitedPerson();
    const otp = await codeFor(server, email);
    await server.database.owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [personId]);
    expect((await post(server, "/sign-in/email-otp", { email, otp })).status).toBe(400);
  });
});

describe("a password", () => {
  test("signs in, and a wrong one tells nothing about the address", async () => {
    const { email } = await aUserWithPassword();
    expect(
      await me(cookieOf(await post(server, "/sign-in/email", { email, password: "a long password" }))),
    ).toMatchObject({ status: 200 });
    const wrong = await post(server, "/sign-in/email", { email, password: "another password" });
    const stranger = await post(server, "/sign-in/email", { email: someEmail(), password: "another password" });
    expect(wrong.status).toBe(401);
    expect([stranger.status, await stranger.text()]).toEqual([wrong.status, await wrong.text()]);
  });

  test("can be set with a mailed code, which ends all sessions", async () => {
    const { email } = await aUserWithPassword();
    const before = cookieOf(await post(server, "/sign-in/email", { email, password: "a long password" }));
    const otp = await codeFor(server, email, "forget-password");
    expect((await post(server, "/email-otp/reset-password", { email, otp, password: "short" })).status).toBe(400);
    expect(
      (await post(server, "/email-otp/reset-password", { email, otp, password: "a new long password" })).status,
    ).toBe(200);
    expect((await me(before)).status).toBe(401);
    expect((await post(server, "/sign-in/email", { email, password: "a long password" })).status).toBe(401);
    expect((await post(server, "/sign-in/email", { email, password: "a new long password" })).status).toBe(200);
  });

  test("nobody signs up by themselves, and the rest of better-auth is not there", async () => {
    const { email } = await anInvitedPerson();
    for (const path of [
      "/sign-up/email",
      "/update-user",
      "/delete-user",
      "/change-email",
      "/sign-in/social",
      "/email-otp/verify-email",
      "/email-otp/request-email-change",
      "/email-otp/check-verification-otp",
      "/error",
      "/two-factor/send-otp",
    ]) {
      const response = await post(server, path, { email, password: "a long password", name: "Eve" });
      expect(response.status, path).toBe(404);
    }
    expect(await usersOf(email)).toEqual([]);
  });
});

describe("takeovers", () => {
  test("a user made beforehand for somebody's address loses password and sessions when the owner proves it (pre-hijack)", async () => {
    const { email, personId } = await anInvitedPerson();
    const { owner } = server.database;
    const { id } = await createUser(server.server.services.db.signInPool, systemClock, {
      email,
      name: "Mallory",
      password: "known to mallory",
    });
    await owner.query("UPDATE users SET email_verified = false WHERE id = $1", [id]);
    await owner.query(
      "INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at) VALUES ($1, $2, $3, now() + interval '1 day', now(), now())",
      [newId(), id, newId()],
    );
    expect((await post(server, "/sign-in/email", { email, password: "known to mallory" })).status).toBe(403);

    const otp = await codeFor(server, email);
    const mine = cookieOf(await post(server, "/sign-in/email-otp", { email, otp }));
    expect(await me(mine)).toMatchObject({ data: { person: { id: personId } } });
    expect((await post(server, "/sign-in/email", { email, password: "known to mallory" })).status).toBe(401);
    expect((await owner.query("SELECT FROM sessions WHERE user_id = $1", [id])).rowCount).toBe(1);
  });

  test("a session that somebody planted is not the one that signing in opens (fixation)", async () => {
    const { email } = await aUserWithPassword();
    const planted = cookieOf(await post(server, "/sign-in/email", { email, password: "a long password" }));
    const opened = cookieOf(
      await post(server, "/sign-in/email", { email, password: "a long password" }, { cookie: planted }),
    );
    expect(sessionOf(opened)).not.toBeNull();
    expect(sessionOf(opened)).not.toBe(sessionOf(planted));
    const made = cookieOf(
      await post(
        server,
        "/sign-in/email",
        { email, password: "a long password" },
        { cookie: "session=chosen-by-mallory.c2ln" },
      ),
    );
    expect(sessionOf(made)).not.toContain("chosen-by-mallory");
  });

  test("a sign-in sent by another site is refused", async () => {
    const { email } = await aUserWithPassword();
    const body = { email, password: "a long password" };
    expect((await post(server, "/sign-in/email", body, { origin: "https://evil.example" })).status).toBe(403);
    expect((await post(server, "/sign-in/email", body, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(
      (await post(server, "/sign-in/email", body, { "content-type": "application/x-www-form-urlencoded" })).status,
    ).toBe(415);
  });
});

describe("a second factor", () => {
  const password = "a long password";

  /** Turns the authenticator app on, and returns its secret. */
  async function enroll(cookie: string): Promise<{ secret: string; backupCodes: string[] }> {
    const enabled = await post(server, "/two-factor/enable", { password }, { cookie });
    const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
    const secret = new URL(totpURI).searchParams.get("secret") ?? "";
    expect((await post(server, "/two-factor/verify-totp", { code: totp(secret) }, { cookie })).status).toBe(200);
    return { secret, backupCodes };
  }

  test("is asked for after the password, and the password alone opens nothing", async () => {
    const { email } = await aUserWithPassword();
    const { secret, backupCodes } = await enroll(cookieOf(await post(server, "/sign-in/email", { email, password })));

    const first = await post(server, "/sign-in/email", { email, password });
    expect(await first.json()).toMatchObject({ twoFactorRedirect: true });
    const halfway = cookieOf(first);
    expect((await me(halfway)).status).toBe(401);
    expect((await post(server, "/two-factor/verify-totp", { code: "000000" }, { cookie: halfway })).status).toBe(401);
    const second = await post(server, "/two-factor/verify-totp", { code: totp(secret) }, { cookie: halfway });
    expect(await me(cookieOf(second))).toMatchObject({ status: 200, data: { hasSecondFactor: true } });

    const again = cookieOf(await post(server, "/sign-in/email", { email, password }));
    const byBackup = await post(server, "/two-factor/verify-backup-code", { code: backupCodes[0] }, { cookie: again });
    expect((await me(cookieOf(byBackup))).status).toBe(200);
  });

  test("is not stepped around by a mailed code", async () => {
    const { email } = await aUserWithPassword();
    await enroll(cookieOf(await post(server, "/sign-in/email", { email, password })));
    const response = await post(server, "/sign-in/email-otp", { email, otp: await codeFor(server, email) });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "SECOND_FACTOR_NEEDED" });
    expect(sessionOf(cookieOf(response))).toBeNull();
  });
});
