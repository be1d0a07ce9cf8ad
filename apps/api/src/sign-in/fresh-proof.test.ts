import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aUserWithPassword, enroll, PASSWORD, signIn } from "../testing/a-user.ts";
import { aPasskeyOf } from "../testing/a-passkey.ts";
import { call } from "../testing/call.ts";
import { codeFor, cookieOf, post, reasonOf, untilMail } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { PUBLIC_URL, startTestServer } from "../testing/test-server.ts";
import { totp } from "../testing/totp.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const ME = "session.me";
const me = (cookie: string) => call(server.url, ME, undefined, { cookie });
const send = (path: string, body: object, cookie: string) =>
  reasonOf(post(server, path, body, { cookie, origin: PUBLIC_URL }));
const registerOptions = (cookie: string) =>
  fetch(`${server.url}/api/auth/passkey/generate-register-options`, { headers: { cookie, origin: PUBLIC_URL } });

const DONE = { status: 200, code: null };
const PROOF_NEEDED = { status: 403, code: "PROOF_NEEDED" };
const change = { currentPassword: PASSWORD, newPassword: "another long password" };

/** As if a user's last proof were so long ago. */
const provenAgo = (userId: string, seconds: number) =>
  server.database.owner.query("UPDATE sessions SET proven_at = now() - $2 * interval '1 second' WHERE user_id = $1", [
    userId,
    seconds,
  ]);

/** Signed in by password, six minutes ago. */
async function anOldSession() {
  const user = await aUserWithPassword(server);
  const cookie = await signIn(server, user.email);
  await provenAgo(user.userId, 360);
  return { ...user, cookie };
}

describe("changing how one gets in", () => {
  test("asks for a proof of the last five minutes, and without it changes nothing", async () => {
    const { userId, email, cookie } = await anOldSession();
    const fresh = await signIn(server, email);
    const passkey = await aPasskeyOf(server, fresh);
    await provenAgo(userId, 360);
    const { owner } = server.database;
    const factors = async () => ({
      passwords: (await owner.query("SELECT password FROM accounts WHERE user_id = $1", [userId])).rows,
      passkeys: (await owner.query("SELECT id FROM passkeys WHERE user_id = $1", [userId])).rows,
      apps: (await owner.query("SELECT id FROM two_factors WHERE user_id = $1", [userId])).rows,
    });
    const before = await factors();
    expect(await reasonOf(registerOptions(cookie))).toEqual(PROOF_NEEDED);
    for (const [path, body] of [
      ["/passkey/verify-registration", { response: {} }],
      ["/passkey/delete-passkey", { id: passkey.id }],
      ["/two-factor/enable", { password: PASSWORD }],
      ["/two-factor/disable", { password: PASSWORD }],
      ["/change-password", change],
    ] as const)
      expect([path, await send(path, body, cookie)]).toEqual([path, PROOF_NEEDED]);
    expect(await factors()).toEqual(before);
    expect((await me(cookie)).status).toBe(200);
  });

  test("goes on for five minutes after signing in, and no longer", async () => {
    const { email, userId } = await aUserWithPassword(server);
    const cookie = await signIn(server, email);
    await provenAgo(userId, 280);
    expect((await registerOptions(cookie)).status).toBe(200);
    await provenAgo(userId, 301);
    expect(await reasonOf(registerOptions(cookie))).toEqual(PROOF_NEEDED);
  });

  test("is not a matter of the session's age: an old one still shows its devices, and is proven like any other", async () => {
    const { userId, cookie } = await anOldSession();
    const { owner } = server.database;
    await owner.query("UPDATE sessions SET created_at = now() - interval '20 days' WHERE user_id = $1", [userId]);
    const devices = await fetch(`${server.url}/api/auth/list-sessions`, { headers: { cookie, origin: PUBLIC_URL } });
    expect(await devices.json()).toHaveLength(1);
    expect(await send("/prove/password", { password: PASSWORD }, cookie)).toEqual(DONE);
    expect((await registerOptions(cookie)).status).toBe(200);
  });

  test("goes on after a proof by password, by a code from the mail, or by a passkey", async () => {
    const { email, userId, cookie } = await anOldSession();
    expect(await send("/prove/password", { password: "a wrong password" }, cookie)).toEqual({
      status: 400,
      code: "INVALID_PASSWORD",
    });
    expect(await reasonOf(registerOptions(cookie))).toEqual(PROOF_NEEDED);
    expect(await send("/prove/password", { password: PASSWORD }, cookie)).toEqual(DONE);
    const { device } = await aPasskeyOf(server, cookie);
    await untilMail(server, email, "A passkey was added to your account");

    await provenAgo(userId, 360);
    const otp = await codeFor(server, email, "email-verification");
    expect(
      await send("/email-otp/verify-email", { email, otp: otp === "111111" ? "222222" : "111111" }, cookie),
    ).toEqual({
      status: 400,
      code: "INVALID_OTP",
    });
    expect(await reasonOf(registerOptions(cookie))).toEqual(PROOF_NEEDED);
    expect(await send("/email-otp/verify-email", { email, otp }, cookie)).toEqual(DONE);
    expect((await registerOptions(cookie)).status).toBe(200);

    await provenAgo(userId, 360);
    const proven = await device.signIn(cookie);
    expect((await registerOptions(cookieOf(proven))).status).toBe(200);
    // Whoever signs in again has one session, not one more.
    expect((await me(cookie)).status).toBe(401);
    expect((await me(cookieOf(proven))).status).toBe(200);
  });

  test("another person's code proves nothing, and without a session there is nothing to prove", async () => {
    const [ana, ben] = [await anOldSession(), await aUserWithPassword(server)];
    const otp = await codeFor(server, ben.email, "email-verification");
    expect(await send("/email-otp/verify-email", { email: ben.email, otp }, ana.cookie)).toEqual({
      status: 400,
      code: "INVALID_OTP",
    });
    expect(await send("/email-otp/verify-email", { email: ben.email, otp }, "")).toMatchObject({ status: 401 });
    expect(await send("/prove/password", { password: PASSWORD }, "")).toMatchObject({ status: 401 });
  });

  test("where there is an app, only the app, a backup code or a passkey prove; the factor goes with a mail", async () => {
    const { email, userId } = await aUserWithPassword(server);
    const { cookie, secret, backupCodes } = await enroll(server, await signIn(server, email));
    await untilMail(server, email, "The second factor of your account was turned on");
    await provenAgo(userId, 360);
    const off = () => send("/two-factor/disable", { password: PASSWORD }, cookie);
    expect(await off()).toEqual(PROOF_NEEDED);
    const weak = { status: 403, code: "SECOND_FACTOR_NEEDED" };
    expect(await send("/prove/password", { password: PASSWORD }, cookie)).toEqual(weak);
    const otp = await codeFor(server, email, "email-verification");
    expect(await send("/email-otp/verify-email", { email, otp }, cookie)).toEqual(weak);
    const wrong = { status: 401, code: "INVALID_CODE" };
    expect(await send("/two-factor/verify-totp", { code: "000000" }, cookie)).toEqual(wrong);
    expect(await off()).toEqual(PROOF_NEEDED);

    const code = totp(secret);
    expect(await send("/two-factor/verify-totp", { code }, cookie)).toEqual(DONE);
    expect((await registerOptions(cookie)).status).toBe(200);
    await provenAgo(userId, 360);
    expect(await send("/two-factor/verify-totp", { code }, cookie)).toEqual({ status: 401, code: "CODE_USED" });
    expect(await off()).toEqual(PROOF_NEEDED);
    expect(await send("/two-factor/verify-backup-code", { code: backupCodes[0] }, cookie)).toEqual(DONE);
    expect(await off()).toEqual(DONE);
    await untilMail(server, email, "The second factor of your account was turned off");
  });

  test("a first code of an app that is not on yet is no proof", async () => {
    const { email, userId } = await aUserWithPassword(server);
    const cookie = await signIn(server, email);
    const enabled = await post(server, "/two-factor/enable", { password: PASSWORD }, { cookie });
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    const secret = new URL(totpURI).searchParams.get("secret") ?? "";
    await provenAgo(userId, 360);
    const on = await post(server, "/two-factor/verify-totp", { code: totp(secret) }, { cookie });
    expect(on.status).toBe(200);
    expect(await send("/two-factor/disable", { password: PASSWORD }, cookieOf(on))).toEqual(PROOF_NEEDED);
  });
});

describe("a new password", () => {
  test("ends all other sessions, whatever the client sends, and the owner is told", async () => {
    const { email } = await aUserWithPassword(server);
    const [other, mine] = [await signIn(server, email), await signIn(server, email)];
    const body = { ...change, revokeOtherSessions: false };
    const changed = await post(server, "/change-password", body, { cookie: mine });
    expect(changed.status).toBe(200);
    expect([(await me(other)).status, (await me(mine)).status]).toEqual([401, 401]);
    expect((await me(cookieOf(changed))).status).toBe(200);
    await untilMail(server, email, "The password of your account was changed");
  });

  test("is none of the most common ones, when it is changed and when it is reset; the code stays good", async () => {
    const { email } = await aUserWithPassword(server);
    const cookie = await signIn(server, email);
    const common = { status: 400, code: "PASSWORD_TOO_COMMON" };
    expect(await send("/change-password", { ...change, newPassword: "Password1234" }, cookie)).toEqual(common);
    const otp = await codeFor(server, email, "forget-password");
    const reset = (password: string) => send("/email-otp/reset-password", { email, otp, password }, "");
    expect(await reset("password12345!")).toEqual(common);
    expect(await reset("short")).toEqual({ status: 400, code: "PASSWORD_TOO_SHORT" });
    expect(await reset("a password of my own")).toEqual(DONE);
  });
});
