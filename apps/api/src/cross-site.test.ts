import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import { answerOf, procedures, typeOf } from "./testing/call.ts";
import { EXPECTATIONS } from "./testing/expectations.ts";
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
    "audit_events",
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
    for (const [headers, body] of bodies) expect((await answerOf(await send(path, headers, body))).status).toBe(415);
    expect(await traces()).toEqual(before);
  });

  test("does not run by GET", async () => {
    const before = await traces();
    const response = await fetch(`${server.url}/api/trpc/${path}?input=${encodeURIComponent(inputOf(path))}`, {
      headers: { cookie: owner.cookie },
    });
    expect(response.status).toBe(405);
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
    const body = JSON.stringify({ name: crypto.randomUUID() });
    expect((await send("plans.create", { "content-type": "application/json", ...headers }, body)).status).toBe(200);
  }
});

test("reading from another site is refused as well", async () => {
  const response = await fetch(`${server.url}/api/trpc/session.me`, {
    headers: { cookie: owner.cookie, "sec-fetch-site": "cross-site" },
  });
  expect(response.status).toBe(403);
});
