import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aUserWithPassword, earlierCode, enroll, laterCode, PASSWORD, sessionOf, signIn } from "../testing/a-user.ts";
import { call } from "../testing/call.ts";
import { codeFor, cookieOf, post, reasonOf } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { startTestServer } from "../testing/test-server.ts";
import { totp } from "../testing/totp.ts";
import { matchingStep } from "./claim-totp.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const me = (cookie: string) => call(server.url, "session.me", undefined, { cookie });
const verify = (code: string, cookie: string, more: object = {}) =>
  post(server, "/two-factor/verify-totp", { code, ...more }, { cookie });

/** Somebody with an authenticator app, of which the present code is unused. */
async function aUserWithFactor() {
  const user = await aUserWithPassword(server);
  return { ...user, ...(await enroll(server, await signIn(server, user.email))) };
}

/** Past the password: the cookie that asks for the second factor. */
async function halfway(email: string, cookie = ""): Promise<string> {
  const answer = await post(server, "/sign-in/email", { email, password: PASSWORD }, { cookie });
  expect(await answer.clone().json()).toMatchObject({ twoFactorRedirect: true });
  expect((await me(cookieOf(answer))).status).toBe(401);
  return cookieOf(answer);
}

const USED = { status: 401, code: "CODE_USED" };

describe("a second factor", () => {
  test("is asked for after the password; a wrong code is refused, the right one and each backup code open once", async () => {
    const { email, secret, backupCodes } = await aUserWithFactor();
    const cookie = await halfway(email);
    const wrong = [...totp(secret)].map((digit) => (Number(digit) + 5) % 10).join("");
    expect(await reasonOf(verify(wrong, cookie))).toEqual({ status: 401, code: "INVALID_CODE" });
    const opened = await verify(totp(secret), cookie);
    expect(await me(cookieOf(opened))).toMatchObject({ status: 200, data: { hasSecondFactor: true } });

    const byBackup = async () =>
      post(server, "/two-factor/verify-backup-code", { code: backupCodes[0] }, { cookie: await halfway(email) });
    expect((await me(cookieOf(await byBackup()))).status).toBe(200);
    expect(await reasonOf(byBackup())).toEqual({ status: 401, code: "INVALID_BACKUP_CODE" });
  });

  test("is not stepped around by a mailed code", async () => {
    const { email } = await aUserWithFactor();
    const response = await post(server, "/sign-in/email-otp", { email, otp: await codeFor(server, email) });
    expect(await reasonOf(response)).toEqual({ status: 403, code: "SECOND_FACTOR_NEEDED" });
    expect(sessionOf(cookieOf(response))).toBeNull();
  });

  test("guesses of one network are counted over all its sign-ins, and lock neither backup codes nor a known browser", async () => {
    const { email, secret, backupCodes, cookie: known } = await aUserWithFactor();
    const answers: unknown[] = [];
    for (let round = 0; round < 3; round++) {
      const cookie = await halfway(email);
      for (let tries = 0; tries < 4; tries++) answers.push((await reasonOf(verify("000000", cookie))).code);
    }
    expect(answers).toEqual(answers.map((_, index) => (index < 10 ? "INVALID_CODE" : "TOO_MANY_REQUESTS")));
    const cookie = await halfway(email);
    expect(await reasonOf(verify(totp(secret), cookie))).toEqual({ status: 429, code: "TOO_MANY_REQUESTS" });
    const byBackup = await post(server, "/two-factor/verify-backup-code", { code: backupCodes[0] }, { cookie });
    expect(byBackup.status).toBe(200);
    const knownCookie =
      cookieOf(byBackup)
        .split("; ")
        .find((part) => part.startsWith("known-browser=")) ?? known;
    expect((await verify(totp(secret), `${await halfway(email)}; ${knownCookie}`)).status).toBe(200);
  });
});

describe("a code of the authenticator app", () => {
  test("opens one session: of eight sign-ins that show it at once, one", async () => {
    const { email, secret, userId } = await aUserWithFactor();
    const cookies = await Promise.all(Array.from({ length: 8 }, () => halfway(email)));
    const { owner } = server.database;
    await owner.query("DELETE FROM sessions WHERE user_id = $1", [userId]);
    const code = totp(secret);
    const answers = await Promise.all(cookies.map((cookie) => reasonOf(verify(code, cookie))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ code: reason }) => reason === USED.code)).toHaveLength(7);
    expect((await owner.query("SELECT FROM sessions WHERE user_id = $1", [userId])).rowCount).toBe(1);
  });

  test("that was accepted opens nothing again, nor does an earlier one; the next one does", async () => {
    const { email, secret } = await aUserWithFactor();
    const [earlier, now] = [earlierCode(secret), totp(secret)];
    expect(await reasonOf(verify(earlier, await halfway(email)))).toEqual(USED);
    expect((await verify(now, await halfway(email))).status).toBe(200);
    for (const code of [now, earlier]) expect(await reasonOf(verify(code, await halfway(email)))).toEqual(USED);
    expect((await verify(laterCode(secret), await halfway(email))).status).toBe(200);
  });

  test("a wrong code uses up nothing", async () => {
    const { email, secret } = await aUserWithFactor();
    const cookie = await halfway(email);
    expect(await reasonOf(verify("000000", cookie))).toMatchObject({ status: 401, code: "INVALID_CODE" });
    expect((await verify(totp(secret), cookie)).status).toBe(200);
  });

  test("belongs to its time step (RFC 6238, appendix B, the last six digits of SHA-1)", () => {
    const secret = "12345678901234567890";
    for (const [seconds, code] of [
      [59, "287082"],
      [1_111_111_109, "081804"],
      [1_234_567_890, "005924"],
      [20_000_000_000, "353130"],
    ] as const) {
      const step = Math.floor(seconds / 30);
      for (const near of [-60, 0, 60]) expect(matchingStep(secret, code, (seconds + near) * 1000)).toBe(step);
      expect(matchingStep(secret, code, (seconds + 120) * 1000)).toBeNull();
    }
  });
});

describe("a trusted device", () => {
  test("is no second factor: whoever asks for trust is asked for the code again the next time", async () => {
    const { email, secret } = await aUserWithFactor();
    const opened = await verify(totp(secret), await halfway(email), { trustDevice: true });
    expect(opened.status).toBe(200);
    const kept = cookieOf(opened);
    expect(kept).toContain("trust_device");
    await halfway(email, kept);
  });

  test("of an earlier version ends with the password", async () => {
    const { email, userId } = await aUserWithPassword(server);
    const { owner } = server.database;
    await owner.query(
      "INSERT INTO verifications (id, identifier, value, expires_at, created_at, updated_at) VALUES ($1, 'trust-device-x', $1, now() + interval '30 days', now(), now())",
      [userId],
    );
    const trusted = () => owner.query("SELECT FROM verifications WHERE value = $1", [userId]);
    expect((await trusted()).rowCount).toBe(1);
    const otp = await codeFor(server, email, "forget-password");
    expect(
      (await post(server, "/email-otp/reset-password", { email, otp, password: "quite another one" })).status,
    ).toBe(200);
    expect((await trusted()).rowCount).toBe(0);
  });
});
