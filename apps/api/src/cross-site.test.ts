import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import { answerOf, procedures, typeOf } from "./testing/call.ts";
import { EXPECTATIONS } from "./testing/expectations.ts";
import { rawRequest } from "./testing/raw-request.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { PUBLIC_URL, aCaller, startTestServer } from "./testing/test-server.ts";

let server: TestServer;
let space: Space;
let owner: Caller;
beforeAll(async () => {
  server = await startTestServer();
  space = await aSpace(server.database);
  owner = await aCaller(server, space.organizationId, { role: "owner" });
});
afterAll(() => server.close());

type Body = NonNullable<RequestInit["body"]>;
const mutations = Object.keys(procedures).filter((path) => typeOf(path) === "mutation");
const inputOf = (path: string) => JSON.stringify(EXPECTATIONS[path]?.input?.(space) ?? {});

/** How many rows there are of all that a mutation could write: whatever is refused must change none of it. */
async function traces(): Promise<unknown> {
  const tables = [
    "events",
    "bookings",
    "people",
    "teams",
    "plans",
    "locations",
    "resources",
    "booking_rules",
    "rates",
    "calendar_feeds",
    "users",
  ];
  const counts = tables
    .map((table) => `SELECT '${table}' AS name, count(*)::int AS rows FROM ${table}`)
    .join(" UNION ALL ");
  return (await server.database.owner.query(`${counts} ORDER BY 1`)).rows;
}

const send = (path: string, headers: Record<string, string>, body: Body) =>
  fetch(`${server.url}/api/trpc/${path}`, { method: "POST", headers: { cookie: owner.cookie, ...headers }, body });

const OTHER_SITES: [string, Record<string, string>][] = [
  ["another origin", { origin: "https://evil.example" }],
  ["an opaque origin", { origin: "null" }],
  ["a neighbour host", { origin: "http://evil.space.example" }],
  ["our host on another port", { origin: `${PUBLIC_URL}:8080` }],
  ["our host over another scheme", { origin: "https://space.example" }],
  ["a site that the browser calls foreign", { "sec-fetch-site": "cross-site" }],
  ["a site next door", { "sec-fetch-site": "same-site", origin: PUBLIC_URL }],
];

describe.each(mutations)("%s", (path) => {
  test.each(OTHER_SITES)("is refused from %s", async (_name, headers) => {
    const before = await traces();
    for (const type of ["application/json", "text/plain"]) {
      const answer = await answerOf(await send(path, { "content-type": type, ...headers }, inputOf(path)));
      expect(answer).toMatchObject({ status: 403, refusal: { code: "not_allowed", action: "cross_site" } });
    }
    expect(await traces()).toEqual(before);
  });

  test("is refused as anything but JSON, which no form can send", async () => {
    const before = await traces();
    const form = new FormData();
    form.set("input", inputOf(path));
    const bodies: [Record<string, string>, Body][] = [
      [{}, form],
      [{}, new URLSearchParams({ input: inputOf(path) })],
      [{ "content-type": "text/plain" }, inputOf(path)],
      [{ "content-type": "application/octet-stream" }, inputOf(path)],
      [{ "content-type": "text/plain; application/json" }, inputOf(path)],
      [{}, new Blob([inputOf(path)])],
    ];
    for (const [headers, body] of bodies)
      expect(await answerOf(await send(path, headers, body))).toMatchObject({
        status: 415,
        refusal: { code: "bad_input", issues: [] },
      });
    expect(await traces()).toEqual(before);
  });

  test("does not run by GET", async () => {
    const before = await traces();
    const response = await fetch(`${server.url}/api/trpc/${path}?input=${encodeURIComponent(inputOf(path))}`, {
      headers: { cookie: owner.cookie },
    });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    expect(await traces()).toEqual(before);
  });
});

test("our own pages, and programs that are no browser, are let in", async () => {
  for (const headers of [
    { origin: PUBLIC_URL },
    { "sec-fetch-site": "same-origin", origin: PUBLIC_URL },
    { origin: server.url },
    {},
  ]) {
    const body = JSON.stringify({ name: crypto.randomUUID(), idempotencyKey: crypto.randomUUID() });
    expect((await send("plans.create", { "content-type": "application/json", ...headers }, body)).status).toBe(200);
  }
});

const CROSS_SITE = { status: 403, refusal: { code: "not_allowed", action: "cross_site" } };

test("reading from another site is refused as well", async () => {
  expect((await owner.call("session.me")).status).toBe(200);
  expect(await owner.call("session.me", undefined, { "sec-fetch-site": "cross-site" })).toMatchObject(CROSS_SITE);
});

test("what a person typed into the address bar may read, and change nothing", async () => {
  const typed = { "sec-fetch-site": "none" };
  expect((await owner.call("session.me", undefined, typed)).status).toBe(200);
  const name = crypto.randomUUID();
  const plan = { name, idempotencyKey: crypto.randomUUID() };
  expect(await owner.call("plans.create", plan, typed)).toMatchObject(CROSS_SITE);
  expect((await owner.call("plans.list")).text).not.toContain(name);
  expect((await owner.call("plans.create", plan, { "sec-fetch-site": "same-origin" })).status).toBe(200);
});

test("a change that does not say what it is made of is refused, and as JSON it is made", async () => {
  const plan = { name: crypto.randomUUID(), idempotencyKey: crypto.randomUUID() };
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    rawRequest(server.url, path, {
      method: "POST",
      headers: { cookie: owner.cookie, ...headers },
      body: JSON.stringify(body),
    });
  for (const path of ["/api/trpc/plans.create", "/api/auth/sign-out", "/api/print/jobs"]) {
    const answer = await post(path, plan);
    expect([answer.status, JSON.parse(answer.text)], path).toMatchObject([
      415,
      { error: { data: { refusal: { code: "bad_input", issues: [] } } } },
    ]);
  }
  expect((await owner.call("plans.list")).text).not.toContain(plan.name);
  expect((await post("/api/trpc/plans.create", plan, { "content-type": "application/json" })).status).toBe(200);
  expect((await owner.call("session.me")).status).toBe(200); // nobody was signed out
});
