import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anyAuthenticator, aPasskeyOf, authenticate, begin, register } from "../testing/a-passkey.ts";
import { aUserWithPassword, sessionOf, signIn } from "../testing/a-user.ts";
import { call } from "../testing/call.ts";
import { cookieOf, post, reasonOf, untilMail } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { PUBLIC_URL, startTestServer } from "../testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const me = (cookie: string) => call(server.url, "session.me", undefined, { cookie });

async function aUserWithPasskey() {
  const user = await aUserWithPassword(server);
  const cookie = await signIn(server, user.email);
  return { ...user, cookie, passkey: await aPasskeyOf(server, cookie) };
}

describe("a passkey", () => {
  test("signs in without anything typed, and counts as a second factor", async () => {
    const { passkey, personId } = await aUserWithPasskey();
    expect(await me(cookieOf(await passkey.device.signIn()))).toMatchObject({
      status: 200,
      data: { person: { id: personId }, hasSecondFactor: true },
    });
  });

  // Each begins with what signs in, and spoils one thing.
  test("is refused for another challenge, another site, another key, and a second time", async () => {
    const { passkey } = await aUserWithPasskey();
    const { device } = passkey;
    const failed = { status: 400, code: "AUTHENTICATION_FAILED" };
    const [asked, other] = [await begin(server, "authenticate"), await begin(server, "authenticate")];
    expect(await reasonOf(authenticate(server, device.sign(other.challenge), asked))).toEqual(failed);
    expect(await reasonOf(device.signIn("", { origin: "https://evil.example" }))).toEqual(failed);
    const foreign = await begin(server, "authenticate");
    expect(await reasonOf(authenticate(server, anyAuthenticator().sign(foreign.challenge), foreign))).toEqual({
      status: 401,
      code: "PASSKEY_NOT_FOUND",
    });
    const once = await begin(server, "authenticate");
    const signed = device.sign(once.challenge);
    expect((await authenticate(server, signed, once)).status).toBe(200);
    expect(await reasonOf(authenticate(server, signed, once))).toEqual({ status: 400, code: "CHALLENGE_NOT_FOUND" });
  });

  test("opens nothing when the device did not verify the person, and browsers are told to", async () => {
    const { passkey, userId } = await aUserWithPasskey();
    expect((await begin(server, "authenticate")).userVerification).toBe("required");
    const unverified = await passkey.device.signIn("", { isVerified: false });
    expect(await reasonOf(unverified)).toEqual({ status: 403, code: "USER_VERIFICATION_MISSING" });
    expect(sessionOf(cookieOf(unverified))).toBeNull();
    const { owner } = server.database;
    expect((await owner.query("SELECT FROM sessions WHERE user_id = $1", [userId])).rowCount).toBe(1);
    expect((await passkey.device.signIn()).status).toBe(200);
  });

  test("is not added when the device did not verify the person, or for another site", async () => {
    const { cookie, userId } = await aUserWithPasskey();
    const device = anyAuthenticator();
    const ceremony = await begin(server, "register", cookie);
    expect(ceremony.userVerification).toBe("required");
    const unverified = register(server, device.register(ceremony.challenge, { isVerified: false }), ceremony);
    expect(await reasonOf(unverified)).toEqual({ status: 403, code: "USER_VERIFICATION_MISSING" });
    const again = await begin(server, "register", cookie);
    const elsewhere = register(server, device.register(again.challenge, { origin: "https://evil.example" }), again);
    expect(await reasonOf(elsewhere)).toEqual({ status: 400, code: "FAILED_TO_VERIFY_REGISTRATION" });
    const { owner } = server.database;
    expect((await owner.query("SELECT FROM passkeys WHERE user_id = $1", [userId])).rowCount).toBe(1);
    const third = await begin(server, "register", cookie);
    expect((await register(server, device.register(third.challenge), third)).status).toBe(200);
  });

  test("is added only by whoever is signed in, and can be taken away by nobody else; its owner is told", async () => {
    const options = fetch(`${server.url}/api/auth/passkey/generate-register-options`, {
      headers: { origin: PUBLIC_URL },
    });
    expect(await reasonOf(options)).toEqual({ status: 401, code: "UNAUTHORIZED" });
    const [ana, ben] = [await aUserWithPasskey(), await aUserWithPasskey()];
    const remove = (cookie: string) =>
      reasonOf(post(server, "/passkey/delete-passkey", { id: ana.passkey.id }, { cookie, origin: PUBLIC_URL }));
    expect((await remove(ben.cookie)).status).toBe(401);
    expect((await ana.passkey.device.signIn()).status).toBe(200);
    expect(await remove(ana.cookie)).toEqual({ status: 200, code: null });
    expect(await reasonOf(ana.passkey.device.signIn())).toEqual({ status: 401, code: "PASSKEY_NOT_FOUND" });
    await untilMail(server, ana.email, "A passkey was removed from your account");
  });
});
