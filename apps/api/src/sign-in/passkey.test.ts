import { anOrganization, aPerson } from "@working-social/db/testing";
import { newId, systemClock } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Authenticator } from "../testing/authenticator.ts";
import { anAuthenticator } from "../testing/authenticator.ts";
import { call } from "../testing/call.ts";
import { cookieOf, post } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { PUBLIC_URL, startTestServer } from "../testing/test-server.ts";
import { createUser } from "./create-user.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const origin = { origin: PUBLIC_URL };
const rpID = new URL(PUBLIC_URL).hostname;
const me = (cookie: string) => call(server.url, "session.me", undefined, { cookie });

/** Options of a ceremony: the challenge, and the cookie that belongs to it. */
async function challenge(
  kind: "register" | "authenticate",
  cookie = "",
): Promise<{ challenge: string; cookie: string }> {
  const response = await fetch(`${server.url}/api/auth/passkey/generate-${kind}-options`, {
    headers: { cookie, ...origin },
  });
  expect(response.status).toBe(200);
  const options = (await response.json()) as { challenge: string };
  return { challenge: options.challenge, cookie: [cookie, cookieOf(response)].filter(Boolean).join("; ") };
}

async function aUserWithPasskey(): Promise<{ cookie: string; device: Authenticator; personId: string }> {
  const organization = await anOrganization(server.database.owner);
  const email = `${newId()}@example.test`;
  const { id: personId } = await aPerson(server.database.owner, organization.id, { email });
  await createUser(server.server.services.db.signInPool, systemClock, {
    email,
    name: "Ana",
    password: "a long password",
  });
  const cookie = cookieOf(await post(server, "/sign-in/email", { email, password: "a long password" }));
  const device = anAuthenticator(rpID, PUBLIC_URL);
  const ceremony = await challenge("register", cookie);
  const registered = await post(
    server,
    "/passkey/verify-registration",
    { response: device.register(ceremony.challenge), name: "Laptop" },
    { ...origin, cookie: ceremony.cookie },
  );
  expect(registered.status, await registered.clone().text()).toBe(200);
  return { cookie, device, personId };
}

const signInWith = (response: object, cookie: string) =>
  post(server, "/passkey/verify-authentication", { response }, { ...origin, cookie });

describe("a passkey", () => {
  test("signs in without anything typed, and counts as a second factor", async () => {
    const { device, personId } = await aUserWithPasskey();
    const ceremony = await challenge("authenticate");
    const response = await signInWith(device.sign(ceremony.challenge), ceremony.cookie);
    expect(await me(cookieOf(response))).toMatchObject({
      status: 200,
      data: { person: { id: personId }, hasSecondFactor: true },
    });
  });

  test("is refused for another challenge, another site, another key, a second time, and without the person", async () => {
    const { device } = await aUserWithPasskey();
    const other = await challenge("authenticate");
    const ceremony = await challenge("authenticate");
    const wrong = [
      device.sign(other.challenge),
      device.sign(ceremony.challenge, { origin: "https://evil.example" }),
      device.sign(ceremony.challenge, { isVerified: false }),
      anAuthenticator(rpID, PUBLIC_URL).sign(ceremony.challenge),
    ];
    for (const response of wrong)
      expect((await signInWith(response, ceremony.cookie)).status).toBeGreaterThanOrEqual(400);

    const used = await challenge("authenticate");
    const signed = device.sign(used.challenge);
    expect((await signInWith(signed, used.cookie)).status).toBe(200);
    expect((await signInWith(signed, used.cookie)).status).toBeGreaterThanOrEqual(400);
  });

  test("is added only by whoever is signed in, and can be taken away", async () => {
    const response = await fetch(`${server.url}/api/auth/passkey/generate-register-options`, { headers: origin });
    expect(response.status).toBe(401);
    const { cookie, device } = await aUserWithPasskey();
    const list = await fetch(`${server.url}/api/auth/passkey/list-user-passkeys`, { headers: { cookie, ...origin } });
    const [passkey] = (await list.json()) as { id: string }[];
    expect((await post(server, "/passkey/delete-passkey", { id: passkey?.id }, { cookie, ...origin })).status).toBe(
      200,
    );
    const ceremony = await challenge("authenticate");
    expect((await signInWith(device.sign(ceremony.challenge), ceremony.cookie)).status).toBeGreaterThanOrEqual(400);
  });
});
