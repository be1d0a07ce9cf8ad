import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { anOrganization } from "@working-social/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { House } from "../testing/a-house.ts";
import { aHouse } from "../testing/a-house.ts";
import { rawRequest } from "../testing/raw-request.ts";
import type { Caller, TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";

const DATE = "2030-03-04"; // a Monday
const BROWSER = { "accept-encoding": "gzip, deflate, br, zstd" };

let server: TestServer;
let owner: Caller;
let organizationId: string;
let [small, large]: House[] = [];
beforeAll(async () => {
  server = await startTestServer();
  ({ id: organizationId } = await anOrganization(server.database.owner));
  owner = await aCaller(server, organizationId, { role: "owner" });
  small = await aHouse(server.database, organizationId, { rooms: 24, bookingsEach: 5, date: DATE });
  large = await aHouse(server.database, organizationId, { rooms: 272, bookingsEach: 2, date: DATE });
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  rawRequest(server.url, path, { headers: { cookie: owner.cookie, ...headers } });
const dayOf = (house: House | undefined) =>
  `/api/trpc/availability.day?input=${encodeURIComponent(JSON.stringify({ locationId: house?.locationId, date: DATE }))}`;

describe("over the wire", () => {
  test.each([
    ["24 rooms", () => small, 24, 120, 8_000],
    ["272 rooms", () => large, 272, 544, 60_000],
  ] as const)("a day of %s is small, and says the same", async (_, house, rooms, bookings, mostBytes) => {
    const plain = await get(dayOf(house()));
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const wire = await get(dayOf(house()), BROWSER);
    expect(wire.headers["content-encoding"]).toBe("br");
    expect(wire.headers.vary?.toLowerCase()).toContain("accept-encoding");
    const text = brotliDecompressSync(wire.body).toString();
    expect(text).toBe(plain.text);
    const { resources } = (JSON.parse(text) as { result: { data: { resources: { bookings: unknown[] }[] } } }).result
      .data;
    expect([resources.length, resources.flatMap((resource) => resource.bookings).length]).toEqual([rooms, bookings]);
    expect(wire.body.length).toBeLessThanOrEqual(mostBytes);
  });

  test("gzip for clients that know no better, and nothing for those that know none", async () => {
    const gzip = await get(dayOf(small), { "accept-encoding": "gzip" });
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body).toString()).toBe((await get(dayOf(small), { "accept-encoding": "identity" })).text);
  });

  test("what is under a kilobyte goes out as it is, with its length", async () => {
    const answer = await get("/api/trpc/session.needsSetup", BROWSER);
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect(answer.headers["content-length"]).toBe(String(answer.body.length));
  });

  test("a stream of events is left alone, and its first event is there at once", async () => {
    const input = encodeURIComponent(JSON.stringify({ locationId: small?.locationId }));
    const stream = await fetch(`${server.url}/api/trpc/live.changes?input=${input}`, {
      headers: { cookie: owner.cookie, ...BROWSER },
    });
    expect(stream.headers.get("content-encoding")).toBeNull();
    const reader = stream.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value as Uint8Array)).toContain("event: connected");
    await reader?.cancel();
  });
});

test("a calendar feed is compressed, and unchanged for whoever has it in either way", async () => {
  const created = await owner.call("feeds.create", {
    name: "Desk",
    resourceId: small?.resourceIds[0] ?? null,
    idempotencyKey: crypto.randomUUID(),
  });
  const { path } = created.data as { path: string };
  const plain = await get(path, { "accept-encoding": "identity" });
  const wire = await get(path, BROWSER);
  expect([plain.status, wire.status, wire.headers["content-encoding"]]).toEqual([200, 200, "br"]);
  expect(brotliDecompressSync(wire.body).toString()).toBe(plain.text);
  expect(wire.body.length).toBeLessThan(plain.body.length / 2);
  // One name for both forms is a weak one (RFC 9110, section 8.8.1), and the answer depends on what the client takes.
  expect(wire.headers.etag).toMatch(/^W\/"[^"]+"$/);
  expect(plain.headers.etag).toBe(wire.headers.etag);
  for (const [headers, known] of [
    [BROWSER, plain.headers.etag],
    [{ "accept-encoding": "identity" }, wire.headers.etag],
    [BROWSER, wire.headers.etag?.replace("W/", "")], // as this server named it before
  ] as const) {
    const unchanged = await get(path, { ...headers, "if-none-match": known ?? "" });
    expect([unchanged.status, unchanged.text, unchanged.headers["content-encoding"]]).toEqual([304, "", undefined]);
    expect([unchanged.headers.etag, unchanged.headers.vary]).toEqual([wire.headers.etag, plain.headers.vary]);
  }
});
