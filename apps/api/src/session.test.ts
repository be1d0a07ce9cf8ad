import { createHmac } from "node:crypto";
import { anOrganization, aPerson } from "@working-social/db/testing";
import { systemClock } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCookie, sessionCookieName, unsign } from "./sign-in/cookie.ts";
import { createUser } from "./sign-in/create-user.ts";
import { call } from "./testing/call.ts";
import { SECRET, aCaller, startTestServer } from "./testing/test-server.ts";
import type { TestServer } from "./testing/test-server.ts";
import { cookieOf, post } from "./testing/sign-in.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const SIGNED_OUT = { status: 401, refusal: { code: "unauthenticated" } };
const me = (cookie: string) => call(server.url, "session.me", undefined, { cookie });

/** Signs in through better-auth, and returns the cookie that it made. */
async function signIn(): Promise<{ cookie: string; userId: string }> {
  const organization = await anOrganization(server.database.owner);
  const email = `${crypto.randomUUID()}@example.test`;
  const user = await createUser(server.server.services.db.signInPool, systemClock, {
    email,
    name: "Ana",
    password: "a long password",
  });
  await aPerson(server.database.owner, organization.id, { email, userId: user.id });
  const response = await post(server, "/sign-in/email", { email, password: "a long password" });
  expect(response.status).toBe(200);
  return { cookie: cookieOf(response).split("; ")[0] ?? "", userId: user.id };
}

describe("the session gate", () => {
  test("opens with the cookie that better-auth made", async () => {
    const { cookie } = await signIn();
    expect(await me(cookie)).toMatchObject({ status: 200, data: { person: { role: "member" } } });
  });

  test("stays shut for every tampered cookie", async () => {
    const { cookie } = await signIn();
    const value = decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1));
    const [token = "", signature = ""] = [
      value.slice(0, value.lastIndexOf(".")),
      value.slice(value.lastIndexOf(".") + 1),
    ];
    const flipped = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);
    const forged = createHmac("sha256", "another secret").update(token).digest("base64");
    for (const wrong of [
      `${flipped(token)}.${signature}`,
      `${token}.${flipped(signature)}`,
      `${token}.${forged}`,
      `${token}.`,
      token,
      "",
      ".",
      `.${signature}`,
      "%E0%A4%A",
    ]) {
      expect(await me(`session=${encodeURIComponent(wrong)}`), wrong).toMatchObject(SIGNED_OUT);
    }
    expect(await me("session=%E0%A4%A")).toMatchObject(SIGNED_OUT);
    expect((await me(`another=x; session=${encodeURIComponent(value)}`)).status).toBe(200);
  });

  test("shuts with the next request after signing out, revoking and removing", async () => {
    const first = await signIn();
    expect((await me(first.cookie)).status).toBe(200);
    expect((await post(server, "/sign-out", {}, { cookie: first.cookie })).status).toBe(200);
    expect(await me(first.cookie)).toMatchObject(SIGNED_OUT);

    const second = await signIn();
    expect((await me(second.cookie)).status).toBe(200);
    await server.database.owner.query("DELETE FROM sessions WHERE user_id = $1", [second.userId]);
    expect(await me(second.cookie)).toMatchObject(SIGNED_OUT);
  });

  test("shuts when the session is over", async () => {
    const { cookie, userId } = await signIn();
    expect((await me(cookie)).status).toBe(200);
    await server.database.owner.query(
      "UPDATE sessions SET expires_at = now() - interval '1 second' WHERE user_id = $1",
      [userId],
    );
    expect(await me(cookie)).toMatchObject(SIGNED_OUT);
  });

  test("prolongs a session at most daily, cookie included", async () => {
    const { cookie, userId } = await signIn();
    expect((await me(cookie)).headers.getSetCookie()).toEqual([]);
    await server.database.owner.query(
      "UPDATE sessions SET expires_at = now() + interval '10 days' WHERE user_id = $1",
      [userId],
    );
    const [renewed = ""] = (await me(cookie)).headers.getSetCookie();
    expect(renewed).toMatch(/^session=.+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(renewed.split(";")[0]).toBe(cookie);
    const { rows } = await server.database.owner.query(
      "SELECT expires_at > now() + interval '29 days' AS renewed FROM sessions WHERE user_id = $1",
      [userId],
    );
    expect(rows).toEqual([{ renewed: true }]);
    expect((await me(cookie)).headers.getSetCookie()).toEqual([]);
  });

  test("looks a session up once for a whole batch", async () => {
    const organization = await anOrganization(server.database.owner);
    const caller = await aCaller(server, organization.id);
    const response = await fetch(`${server.url}/api/trpc/session.me,session.me,plans.list?batch=1`, {
      headers: { cookie: caller.cookie },
    });
    expect(await response.json()).toHaveLength(3);
  });
});

describe("cookies", () => {
  test("are bound to the host over https", () => {
    expect(sessionCookieName("https://space.example")).toBe("__Host-session");
    expect(sessionCookieName("http://localhost:4000")).toBe("session");
  });

  test("the first of a name counts, and broken ones are none", () => {
    expect(readCookie("a=1; session=x%20y; session=z", "session")).toBe("x y");
    expect(readCookie("xsession=1", "session")).toBeNull();
    expect(readCookie("session=%", "session")).toBeNull();
    expect(readCookie(undefined, "session")).toBeNull();
    expect(unsign("a.b", SECRET)).toBeNull();
  });
});
