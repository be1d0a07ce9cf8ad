import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isSetUpCode, setUpCode } from "./set-up-code.ts";
import { call } from "./testing/call.ts";
import { EXPECTATIONS } from "./testing/expectations.ts";
import type { TestServer } from "./testing/test-server.ts";
import { SECRET, startTestServer } from "./testing/test-server.ts";

const CODE = setUpCode(SECRET);
const wish = (code: string, email = "eve@example.test") => ({
  ...(EXPECTATIONS["setup.createOrganization"]?.input?.({} as never) as object),
  ownerEmail: email,
  code,
});

describe("an installation that nobody owns yet, reached from elsewhere", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ isLocal: false, trustedProxies: 1 });
  });
  afterAll(() => server.close());

  const from = (address: string) => ({ "x-forwarded-for": address });
  const ask = () => call(server.url, "session.needsSetup", undefined, from("203.0.113.1"));
  const setUp = (code: string, address: string) =>
    call(server.url, "setup.createOrganization", wish(code), from(address));
  const users = async () => (await server.database.owner.query("SELECT FROM users")).rowCount;

  test("is not given to the first stranger, nor to a patient one", async () => {
    expect((await ask()).data).toEqual({ needsSetup: true, needsCode: true });
    const wrong = ["", "0000-0000-0000", CODE.slice(0, -1), `${CODE}0`, setUpCode("another secret"), CODE.slice(1)];
    for (const code of wrong)
      expect(await setUp(code, "203.0.113.7")).toMatchObject({ status: 403, refusal: { code: "wrong_set_up_code" } });
    for (let i = wrong.length; i < 10; i++) await setUp("0000-0000-0000", "203.0.113.7");
    expect(await setUp(CODE, "203.0.113.7")).toMatchObject({ status: 429, refusal: { code: "too_many_requests" } });
    expect(await users()).toBe(0);
  });

  test("belongs to whoever brings the code, however it is typed, and the code is good once", async () => {
    const typed = ` ${CODE.toLowerCase().replaceAll("-", " ")} `;
    expect(await setUp(typed, "203.0.113.8")).toMatchObject({ status: 200, data: { ok: true } });
    expect((await ask()).data).toEqual({ needsSetup: false, needsCode: false });
    expect(await setUp(CODE, "203.0.113.8")).toMatchObject({ status: 409, refusal: { code: "already_set_up" } });
    expect(await users()).toBe(1);
  });
});

test("whoever sits at the machine needs no code, but a proxy beside it and a public name do", async () => {
  const server = await startTestServer();
  const needsCode = async (headers: Record<string, string>) =>
    (await call(server.url, "session.needsSetup", undefined, headers)).data;
  expect(await needsCode({})).toEqual({ needsSetup: true, needsCode: false });
  for (const headers of [{ "x-forwarded-for": "127.0.0.1" }, { "x-real-ip": "127.0.0.1" }, { via: "1.1 proxy" }])
    expect(await needsCode(headers)).toEqual({ needsSetup: true, needsCode: true });
  const behindProxy = await call(server.url, "setup.createOrganization", wish(""), { via: "1.1 proxy" });
  expect(behindProxy).toMatchObject({ status: 403, refusal: { code: "wrong_set_up_code" } });
  const common = await call(server.url, "setup.createOrganization", { ...wish(""), ownerPassword: "Password1234" });
  expect(common).toMatchObject({ status: 400, refusal: { code: "password_too_common" } });
  expect(await call(server.url, "setup.createOrganization", wish(""))).toMatchObject({ status: 200 });
  await server.close();
});

test("the code is the same on all nodes of a secret, hard to guess, and easy to read out", () => {
  expect(setUpCode(SECRET)).toBe(CODE);
  expect(CODE).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  const codes = new Set(Array.from({ length: 1_000 }, (_, i) => setUpCode(`secret ${i}`)));
  expect(codes.size).toBe(1_000);
  const withLookalikes = [...codes].find((code) => /0/.test(code) && /1/.test(code)) ?? "";
  const secret = `secret ${[...codes].indexOf(withLookalikes)}`;
  expect(isSetUpCode(withLookalikes.replaceAll("0", "o").replaceAll("1", "l"), secret)).toBe(true);
});
