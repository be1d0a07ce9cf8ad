import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Space } from "./testing/a-space.ts";
import { aSpace } from "./testing/a-space.ts";
import { answerOf } from "./testing/call.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

let server: TestServer;
let space: Space;
let owner: Caller;
beforeAll(async () => {
  server = await startTestServer({ pointsPerMinute: 400 });
  space = await aSpace(server.database);
  owner = await aCaller(server, space.organizationId, { role: "owner" });
});
afterAll(() => server.close());

const json = { "content-type": "application/json" };
const raw = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { ...init, headers: { cookie: owner.cookie, ...init.headers } });

describe("an error", () => {
  test("says where the input is wrong, in codes", async () => {
    const answer = await owner.call("plans.create", { name: "", color: "red", idempotencyKey: crypto.randomUUID() });
    expect(answer).toMatchObject({
      status: 400,
      refusal: {
        code: "bad_input",
        issues: [
          { path: ["name"], code: "too_small" },
          { path: ["color"], code: "unrecognized_keys" },
        ],
      },
    });
    const hours = {
      locationId: space.locationId,
      resourceId: null,
      weekly: [{ weekday: 1, opensMinute: 600, closesMinute: 540 }],
      exceptions: [],
    };
    expect((await owner.call("locations.setHours", hours)).refusal).toEqual({
      code: "bad_input",
      issues: [{ path: ["weekly", 0], code: "closes_before_it_opens" }],
    });
    expect(
      (
        await owner.call("locations.create", {
          name: "A",
          timeZone: "Mars/Olympus",
          currency: "USD",
          taxName: null,
          taxBasisPoints: 0,
          taxInclusive: false,
          language: "en",
          region: null,
          idempotencyKey: crypto.randomUUID(),
        })
      ).refusal,
    ).toEqual({ code: "bad_input", issues: [{ path: ["timeZone"], code: "unknown_time_zone" }] });
  });

  test("says which text no database can hold", async () => {
    for (const text of ["a\0b", "\ud800"])
      expect(await owner.call("plans.create", { name: text })).toMatchObject({
        status: 400,
        refusal: { code: "bad_input", issues: [{ path: ["name"], code: "control_character" }] },
      });
  });

  test("names the first fifty faults of an input: it is not many times as long as what a stranger asks", async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => index);
    const unreadable = JSON.stringify({ x: many.map(() => "\0") });
    const unknown = JSON.stringify(Object.fromEntries(many.map((index) => [index, 0])));
    for (const [body, code] of [
      [unreadable, "control_character"],
      [unknown, "unrecognized_keys"],
    ] as const) {
      const response = await fetch(`${server.url}/api/trpc/setup.createOrganization`, {
        method: "POST",
        headers: json,
        body,
      });
      const text = await response.clone().text();
      expect(await answerOf(response)).toMatchObject({ status: 400, refusal: { code: "bad_input" } });
      expect(text.split(`"${code}"`).length - 1).toBeLessThanOrEqual(50);
      expect(text).toContain(code);
    }
  });

  test("has no stack, no sentence and no name of a table, whatever is sent", async () => {
    const requests: [string, RequestInit][] = [
      ["/api/trpc/plans.create", { method: "POST", headers: json, body: "{ not json" }],
      ["/api/trpc/plans.create", { method: "POST", headers: json, body: "" }],
      ["/api/trpc/plans.create", { method: "POST", headers: json, body: "[]" }],
      ["/api/trpc/plans.create", { method: "PUT", headers: json, body: "{}" }],
      ["/api/trpc/no.such", {}],
      ["/api/trpc/__proto__", {}],
      ["/api/trpc/constructor.prototype", {}],
      ["/api/trpc/audit.list?input=%7B", {}],
      ["/api/trpc/audit.list?batch=1&input=%5B%5D", {}],
      ["/api/trpc/availability.day?input=%00", {}],
      ["/api/nothing", {}],
      ["/api/auth/no-such-thing", {}],
      ["/api/auth/sign-in/email", { method: "POST", headers: json, body: "{" }],
      ["/api/trpc/%E0%A4%A", {}],
    ];
    for (const [path, init] of requests) {
      const response = await raw(path, init);
      const text = await response.text();
      expect(response.status, path).toBeGreaterThanOrEqual(400);
      expect(response.status, `${path} ${text}`).toBeLessThan(500);
      expect(text, path).not.toMatch(/\bat .+:\d+|node_modules|\/src\/|stack|SELECT|pg_/);
      expect(() => JSON.parse(text) as unknown, path).not.toThrow();
    }
  });

  test("a body beyond a megabyte is refused", async () => {
    const post = (body: string) => raw("/api/trpc/plans.create", { method: "POST", headers: json, body });
    const plan = JSON.stringify({ name: "Small enough", idempotencyKey: crypto.randomUUID() });
    expect(await answerOf(await post(plan.padEnd(1_100_000)))).toMatchObject({
      status: 413,
      refusal: { code: "bad_input", issues: [] },
    });
    expect((await owner.call("plans.list")).text).not.toContain("Small enough");
    expect((await post(plan)).status).toBe(200);
  });

  test("a batch beyond twenty calls is refused before any of them runs", async () => {
    const paths = Array.from({ length: 21 }, () => "plans.create").join(",");
    const plan = (i: number) => ({ name: `Batch ${i}`, idempotencyKey: crypto.randomUUID() });
    const inputs = Object.fromEntries(Array.from({ length: 21 }, (_, i) => [i, plan(i)]));
    const post = (names: string) =>
      raw(`/api/trpc/${names}?batch=1`, { method: "POST", headers: json, body: JSON.stringify(inputs) });
    const answer = await post(paths);
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('"refusal":{"code":"bad_input","issues":[]}'),
    ]);
    expect((await owner.call("plans.list")).text).not.toContain("Batch");
    expect((await post(paths.split(",").slice(1).join(","))).status).toBe(200); // twenty are fine
  });
});

describe("limits", () => {
  test("count each call of a batch, and say when to come back", async () => {
    const greedy = await aCaller(server, space.organizationId);
    const paths = Array.from({ length: 20 }, () => "plans.list").join(",");
    const batch = () => fetch(`${server.url}/api/trpc/${paths}?batch=1`, { headers: { cookie: greedy.cookie } });
    for (let i = 0; i < 20; i++) expect((await batch()).status).toBe(200);
    const answer = await greedy.call("plans.list");
    expect(answer).toMatchObject({ status: 429, refusal: { code: "too_many_requests" } });
    expect(answer.refusal?.["retryAfterSeconds"]).toBeGreaterThan(0);
    expect((await (await aCaller(server, space.organizationId)).call("plans.list")).status).toBe(200);
  });

  test("count strangers by their address", async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) {
      const response = await fetch(
        `${server.url}/api/trpc/${Array.from({ length: 20 }, () => "session.needsSetup").join(",")}?batch=1`,
        { headers: { "x-forwarded-for": `10.0.0.${i}` } },
      );
      statuses.push(response.status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

test("a domain's refusal arrives whole", async () => {
  const book = {
    resourceId: space.resourceId,
    startsAt: "2020-01-01T10:00:00Z",
    endsAt: "2020-01-01T11:00:00Z",
    forPersonId: null,
    title: "",
    isTitlePublic: false,
    expectedTotalMinor: 0,
    idempotencyKey: crypto.randomUUID(),
  };
  const response = await raw("/api/trpc/bookings.book", { method: "POST", headers: json, body: JSON.stringify(book) });
  expect(await answerOf(response)).toMatchObject({
    status: 409,
    refusal: { code: "cannot_book", refusals: expect.arrayContaining([{ code: "in_the_past" }]) as unknown },
  });
});
