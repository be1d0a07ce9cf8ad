import { newId, systemClock } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anInvitedPerson, aUserWithPassword, PASSWORD, sessionOf, signIn, someEmail } from "../testing/a-user.ts";
import { call } from "../testing/call.ts";
import { codeFor, cookieOf, latestMail, post, reasonOf, subjectsTo } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { startTestServer } from "../testing/test-server.ts";
import { createUser } from "./create-user.ts";
import { MOST_SESSIONS } from "./gatekeeper.ts";
import { countWrongPassword, MOST_WRONG_PASSWORDS } from "./wrong-passwords.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const me = (cookie: string) => call(server.url, "session.me", undefined, { cookie });
const send = (path: string, body: object, headers: Record<string, string> = {}) =>
  reasonOf(post(server, path, body, headers));

const DONE = { status: 200, code: null };
const WRONG_CODE = { status: 400, code: "INVALID_OTP" };
const WRONG_PASSWORD = { status: 401, code: "INVALID_EMAIL_OR_PASSWORD" };

const usersOf = async (email: string) =>
  (
    await server.database.owner.query<{ id: string; email_verified: boolean }>(
      "SELECT id, email_verified FROM users WHERE email = $1",
      [email],
    )
  ).rows;

describe("a code by mail", () => {
  test("is in the language of the page that asked for it, in whatever region", async () => {
    const { email } = await anInvitedPerson(server);
    const otp = await codeFor(server, email, "sign-in", { "accept-language": "de-CH,de;q=0.9,en;q=0.8" });
    expect((await latestMail(server, email))?.subject).toBe(`${otp} ist Ihr Anmeldecode`);
    await codeFor(server, email, "sign-in", { "accept-language": "tlh, *;q=0.1" });
    expect((await latestMail(server, email))?.subject).toMatch(/^\d{6} is your sign-in code$/);
  });

  test("signs an invited person in and makes them active, in whatever case they type the address", async () => {
    const { email, personId } = await anInvitedPerson(server);
    const otp = await codeFor(server, email.toUpperCase());
    const response = await post(server, "/sign-in/email-otp", { email: email.toUpperCase(), otp });
    expect(await me(cookieOf(response))).toMatchObject({ status: 200, data: { person: { id: personId, email } } });
  });

  test("is not sent to an unknown address, and the answers are the same", async () => {
    const { email } = await anInvitedPerson(server);
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

  test("makes no user for an address that belongs to nobody, even with the code that would be right", async () => {
    const { auth } = server.server.services;
    const enter = async (email: string) => {
      const otp = await auth.api.createVerificationOTP({ body: { email, type: "sign-in" } });
      return post(server, "/sign-in/email-otp", { email, otp });
    };
    const [nobody, somebody] = [someEmail(), await anInvitedPerson(server)];
    expect(await reasonOf(enter(somebody.email))).toEqual(DONE);
    const response = await enter(nobody);
    expect(await reasonOf(response)).toEqual(WRONG_CODE);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await usersOf(nobody)).toEqual([]);
  });

  test("works once, and not for another address; wrong ones before do not take it away", async () => {
    const [{ email }, other] = [await anInvitedPerson(server), await anInvitedPerson(server)];
    const otp = await codeFor(server, email);
    const wrong = otp === "111111" ? "222222" : "111111";
    for (let tries = 0; tries < 5; tries++)
      expect(await send("/sign-in/email-otp", { email, otp: wrong })).toEqual(WRONG_CODE);
    await codeFor(server, other.email);
    expect(await send("/sign-in/email-otp", { email: other.email, otp })).toEqual(WRONG_CODE);
    expect(await send("/sign-in/email-otp", { email, otp })).toEqual(DONE);
    expect(await send("/sign-in/email-otp", { email, otp })).toEqual(WRONG_CODE);
  });

  test("is worth nothing once the invitation went to another address, where the next one opens", async () => {
    const { email, personId } = await anInvitedPerson(server);
    const otp = await codeFor(server, email);
    const right = someEmail();
    await server.database.owner.query("UPDATE people SET email = $2 WHERE id = $1", [personId, right]);
    expect(await send("/sign-in/email-otp", { email, otp })).toEqual(WRONG_CODE);
    expect(await usersOf(email)).toEqual([]);
    const next = await codeFor(server, right);
    const response = await post(server, "/sign-in/email-otp", { email: right, otp: next });
    expect(await me(cookieOf(response))).toMatchObject({ status: 200, data: { person: { id: personId } } });
  });

  test("for one purpose is not good for another", async () => {
    const { email } = await aUserWithPassword(server);
    const otp = await codeFor(server, email, "forget-password");
    expect(await send("/sign-in/email-otp", { email, otp })).toEqual(WRONG_CODE);
    expect(await send("/email-otp/reset-password", { email, otp, password: "a new long password" })).toEqual(DONE);
  });

  test("is kept only as a hash", async () => {
    const { email } = await anInvitedPerson(server);
    const otp = await codeFor(server, email);
    const { rows } = await server.database.owner.query<{ value: string }>(
      "SELECT value FROM verifications WHERE identifier LIKE $1",
      [`%${email}`],
    );
    // The one that better-auth compares, and the one that knows a replaced code.
    expect(rows).toHaveLength(2);
    for (const { value } of rows) expect(value).not.toContain(otp);
  });

  test("one address gets a few mails, whether it is known or not", async () => {
    for (const email of [(await anInvitedPerson(server)).email, someEmail()]) {
      const answers: unknown[] = [];
      for (let tries = 0; tries < 8; tries++)
        answers.push((await send("/email-otp/send-verification-otp", { email, type: "sign-in" })).code);
      expect(answers).toEqual(answers.map((_, index) => (index < 6 ? null : "TOO_MANY_REQUESTS")));
    }
  });

  test("a suspended person gets none, and no session from an earlier one", async () => {
    const { email, personId } = await anInvitedPerson(server);
    const become = (status: string) =>
      server.database.owner.query("UPDATE people SET status = $2 WHERE id = $1", [personId, status]);
    const otp = await codeFor(server, email);
    await become("suspended");
    expect(await send("/sign-in/email-otp", { email, otp })).toEqual(WRONG_CODE);
    const mails = (await subjectsTo(server, email)).length;
    expect(await send("/email-otp/send-verification-otp", { email, type: "sign-in" })).toEqual(DONE);
    await new Promise((resolve) => setTimeout(resolve, 300)); // the mail would go out behind the answer
    await become("active");
    expect(await send("/sign-in/email-otp", { email, otp: await codeFor(server, email) })).toEqual(DONE);
    expect(await subjectsTo(server, email)).toHaveLength(mails + 1);
  });
});

describe("a password", () => {
  test("signs in, and a wrong one tells nothing about the address", async () => {
    const { email } = await aUserWithPassword(server);
    expect(await me(await signIn(server, email))).toMatchObject({ status: 200 });
    const wrong = await post(server, "/sign-in/email", { email, password: "another password" });
    const stranger = await post(server, "/sign-in/email", { email: someEmail(), password: "another password" });
    expect(await reasonOf(wrong)).toEqual(WRONG_PASSWORD);
    expect([stranger.status, await stranger.text()]).toEqual([wrong.status, await wrong.text()]);
  });

  test("of a suspended person is answered as a wrong one, to the letter, whether it is right or not", async () => {
    const { email, personId } = await aUserWithPassword(server);
    const otp = await codeFor(server, email);
    const answerTo = async (path: string, body: object) => {
      const response = await post(server, path, { email, ...body });
      expect(response.headers.getSetCookie()).toEqual([]);
      return [response.status, await response.text()];
    };
    const wrongPassword = await answerTo("/sign-in/email", { password: "another password" });
    const wrongCode = await answerTo("/sign-in/email-otp", { otp: otp === "111111" ? "222222" : "111111" });
    await server.database.owner.query("UPDATE people SET status = 'suspended' WHERE id = $1", [personId]);
    expect(await answerTo("/sign-in/email", { password: PASSWORD })).toEqual(wrongPassword);
    expect(await answerTo("/sign-in/email", { password: "another password" })).toEqual(wrongPassword);
    expect(await answerTo("/sign-in/email-otp", { otp })).toEqual(wrongCode);
    await server.database.owner.query("UPDATE people SET status = 'active' WHERE id = $1", [personId]);
    expect(await me(await signIn(server, email))).toMatchObject({ status: 200 });
  });

  test("opens twenty sessions at most: the one that began first ends when another begins, of nobody else", async () => {
    const [ana, ben] = [await aUserWithPassword(server), await aUserWithPassword(server)];
    const [first, second] = [await signIn(server, ana.email), await signIn(server, ana.email)];
    const ofBen = await signIn(server, ben.email);
    await server.database.owner.query(
      `INSERT INTO sessions (id, user_id, token, expires_at, created_at, updated_at)
       SELECT gen_random_uuid()::text, $1, gen_random_uuid()::text, now() + interval '30 days', now(), now() FROM generate_series(1, 18)`,
      [ana.userId],
    );
    expect((await me(first)).status).toBe(200);
    const newest = await signIn(server, ana.email);
    const statuses = await Promise.all([first, second, newest, ofBen].map(async (cookie) => (await me(cookie)).status));
    expect(statuses).toEqual([401, 200, 200, 200]);
    const { rowCount } = await server.database.owner.query("SELECT FROM sessions WHERE user_id = $1", [ana.userId]);
    expect(rowCount).toBe(MOST_SESSIONS);
  });

  test("can be set with a mailed code, which ends all sessions", async () => {
    const { email } = await aUserWithPassword(server);
    const before = await signIn(server, email);
    const otp = await codeFor(server, email, "forget-password");
    expect(await send("/email-otp/reset-password", { email, otp, password: "a new long password" })).toEqual(DONE);
    expect((await me(before)).status).toBe(401);
    expect(await send("/sign-in/email", { email, password: PASSWORD })).toEqual(WRONG_PASSWORD);
    expect(await send("/sign-in/email", { email, password: "a new long password" })).toEqual(DONE);
  });

  test("given again to an existing user ends what every new one ends: sessions, trust in devices, wrong tries", async () => {
    const { email, userId } = await aUserWithPassword(server);
    const { owner } = server.database;
    const { signInPool } = server.server.services.db;
    const before = await signIn(server, email);
    await owner.query(
      "INSERT INTO verifications (id, identifier, value, expires_at, created_at, updated_at) VALUES ($1, 'trust-device-y', $1, now() + interval '30 days', now(), now())",
      [userId],
    );
    for (let count = 0; count < MOST_WRONG_PASSWORDS; count++)
      await countWrongPassword(signInPool, systemClock, { address: email, network: `n${count}`, browserId: null });
    const password = "quite another password";
    const user = await createUser(signInPool, systemClock, { email: email.toUpperCase(), name: "Ana", password });
    expect(user).toEqual({ id: userId, isNew: false });
    expect((await me(before)).status).toBe(401);
    expect((await owner.query("SELECT FROM verifications WHERE value = $1", [userId])).rowCount).toBe(0);
    expect(await send("/sign-in/email", { email, password: PASSWORD })).toEqual(WRONG_PASSWORD);
    expect(await send("/sign-in/email", { email, password })).toEqual(DONE);
  });

  test("nobody signs up by themselves, and the rest of better-auth is not there", async () => {
    const { email } = await anInvitedPerson(server);
    for (const path of [
      "/sign-up/email",
      "/update-user",
      "/delete-user",
      "/change-email",
      "/sign-in/social",
      "/two-factor/get-totp-uri",
      "/two-factor/generate-backup-codes",
      "/passkey/update-passkey",
      "/verify-password",
      "/email-otp/request-email-change",
      "/email-otp/check-verification-otp",
      "/error",
      "/two-factor/send-otp",
    ]) {
      const response = await post(server, path, { email, password: PASSWORD, name: "Eve" });
      expect(response.status, path).toBe(404);
    }
    expect(await usersOf(email)).toEqual([]);
  });
});

describe("takeovers", () => {
  test("a user made beforehand for somebody's address loses password and sessions when the owner proves it (pre-hijack)", async () => {
    const { email, personId } = await anInvitedPerson(server);
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
    const mallory = { email, password: "known to mallory" };
    expect(await send("/sign-in/email", mallory)).toEqual({ status: 403, code: "EMAIL_NOT_VERIFIED" });

    const otp = await codeFor(server, email);
    const mine = cookieOf(await post(server, "/sign-in/email-otp", { email, otp }));
    expect(await me(mine)).toMatchObject({ data: { person: { id: personId } } });
    expect(await send("/sign-in/email", mallory)).toEqual(WRONG_PASSWORD);
    expect((await owner.query("SELECT FROM sessions WHERE user_id = $1", [id])).rowCount).toBe(1);
  });

  test("a session that somebody planted is not the one that signing in opens (fixation)", async () => {
    const { email } = await aUserWithPassword(server);
    const planted = cookieOf(await post(server, "/sign-in/email", { email, password: PASSWORD }));
    const opened = cookieOf(await post(server, "/sign-in/email", { email, password: PASSWORD }, { cookie: planted }));
    expect(sessionOf(opened)).not.toBeNull();
    expect(sessionOf(opened)).not.toBe(sessionOf(planted));
    const made = cookieOf(
      await post(server, "/sign-in/email", { email, password: PASSWORD }, { cookie: "session=chosen-by-mallory.c2ln" }),
    );
    expect(sessionOf(made)).not.toContain("chosen-by-mallory");
  });

  test("a sign-in sent by another site is refused", async () => {
    const { email } = await aUserWithPassword(server);
    const body = { email, password: PASSWORD };
    const foreign = { status: 403, code: "not_allowed" };
    expect(await send("/sign-in/email", body, { origin: "https://evil.example" })).toEqual(foreign);
    expect(await send("/sign-in/email", body, { "sec-fetch-site": "cross-site" })).toEqual(foreign);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await send("/sign-in/email", body, form)).status).toBe(415);
    expect(await send("/sign-in/email", body)).toEqual(DONE);
  });
});
