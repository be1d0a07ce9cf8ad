import { aCopier } from "@working-social/copier/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Space } from "../testing/a-space.ts";
import { aSpace } from "../testing/a-space.ts";
import { answerOf } from "../testing/call.ts";
import type { Caller, TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";
import { isTooDeep } from "./nesting.ts";

let server: TestServer;
let space: Space;
let owner: Caller;
beforeAll(async () => {
  server = await startTestServer();
  space = await aSpace(server.database);
  owner = await aCaller(server, space.organizationId, { role: "owner" });
});
afterAll(() => server.close());

const nested = (depth: number, [open, close]: readonly [string, string] = ["[", "]"]) =>
  open.repeat(depth) + "1" + close.repeat(depth);
const KINDS = { lists: ["[", "]"], objects: ['{"a":', "}"], both: ['[{"a":', "}]"] } as const;

const ask = async (path: string, init: RequestInit = {}) => {
  const headers = { cookie: owner.cookie, "content-type": "application/json", ...init.headers };
  return answerOf(await fetch(`${server.url}${path}`, { ...init, headers }));
};
const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  ask(path, { method: "POST", body, headers });
const tooDeep = { status: 400, refusal: { code: "bad_input", issues: [{ path: [], code: "too_deep" }] } };

describe.each(Object.entries(KINDS))("30,000 %s within each other", (_, brackets) => {
  const bomb = nested(30_000, brackets);

  test("are a wrong input of a change, alone and at the side of a field that exists", async () => {
    for (const body of [bomb, `{"name":${bomb}}`])
      expect(await post("/api/trpc/plans.create", body)).toMatchObject(tooDeep);
  });

  test("are a wrong input in a batch, in which the other calls are answered", async () => {
    const name = `Plan ${crypto.randomUUID()}`;
    const body = `{"0":${JSON.stringify({ name, idempotencyKey: crypto.randomUUID() })},"1":{"name":${bomb}}}`;
    const response = await fetch(`${server.url}/api/trpc/plans.create,plans.create?batch=1`, {
      method: "POST",
      headers: { cookie: owner.cookie, "content-type": "application/json" },
      body,
    });
    const [made, refused] = (await response.json()) as [object, { error: { data: object } }];
    expect([response.status, made]).toEqual([207, { result: { data: expect.anything() as unknown } }]);
    expect(refused.error.data).toMatchObject({ httpStatus: 400, refusal: tooDeep.refusal });
  });

  test("are a wrong input of sign-in and of print devices", async () => {
    const { token } = await aCopier(server.database);
    expect(await post("/api/auth/sign-in/email", `{"email":${nested(5_000, brackets)}}`)).toMatchObject(tooDeep);
    const authorization = `Bearer ${token}`;
    expect(await post("/api/print/jobs", `{"events":${bomb}}`, { authorization })).toMatchObject(tooDeep);
  });
});

test("as many brackets as fit into an address are a wrong input of a question, of a batch and of a stream", async () => {
  const bomb = nested(2_000);
  expect(await ask(`/api/trpc/audit.list?input=${bomb}`)).toMatchObject(tooDeep);
  const batch = await fetch(`${server.url}/api/trpc/audit.list,plans.list?batch=1&input={"0":${bomb}}`, {
    headers: { cookie: owner.cookie },
  });
  expect(await batch.json()).toMatchObject([{ error: { data: { refusal: tooDeep.refusal } } }, { result: {} }]);
  // A stream tells what is wrong as its first event.
  const stream = await fetch(`${server.url}/api/trpc/live.changes?input=${bomb}`, {
    headers: { cookie: owner.cookie },
  });
  expect(await stream.text()).toContain(JSON.stringify(tooDeep.refusal));
  const params = encodeURIComponent(`{"x-organization-id":${bomb}}`);
  const input = encodeURIComponent(JSON.stringify({ locationId: space.locationId }));
  expect(await ask(`/api/trpc/live.changes?input=${input}&connectionParams=${params}`)).toMatchObject({
    status: 400,
    refusal: { code: "bad_input" },
  });
});

test("text that no database can hold is a wrong input of sign-in", async () => {
  const answer = await post("/api/auth/sign-in/email", JSON.stringify({ email: "a@b.example", password: "a\0b" }));
  expect(answer).toMatchObject({
    status: 400,
    refusal: { code: "bad_input", issues: [{ path: ["password"], code: "control_character" }] },
  });
});

test("thirty-one within each other are none too many, and brackets in a text are text", () => {
  for (const [depth, isDeep] of [
    [0, false],
    [31, false],
    [32, false],
    [33, true],
    [30_000, true],
  ] as const)
    expect(isTooDeep(JSON.parse(nested(depth))), String(depth)).toBe(isDeep);
  expect(isTooDeep({ name: nested(30_000) })).toBe(false);
});
