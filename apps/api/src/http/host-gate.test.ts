import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSpace } from "../testing/a-space.ts";
import { rawRequest } from "../testing/raw-request.ts";
import { latestMail, post } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";

let server: TestServer;
let email: string;
beforeAll(async () => {
  server = await startTestServer({ hosts: ["space.example", "space.lan"] });
  ({ email } = await aCaller(server, (await aSpace(server.database)).organizationId));
  await post(server, "/email-otp/send-verification-otp", { email, type: "sign-in" });
  if (!(await latestMail(server, email))) throw new Error("There is no mail that could be shown.");
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string>, of = server) => rawRequest(of.url, path, { headers });

describe("a name that was bound to our address", () => {
  const OURS = ["space.example", "SPACE.EXAMPLE:443", "space.lan", "localhost:4000", "127.0.0.1", "[::1]:4000"];
  const FOREIGN = [
    "evil.example",
    "space.example.evil.example",
    "localhost.evil.example",
    "evil@localhost",
    "10.0.0.9",
  ];

  test.each(OURS)("%s is ours", async (host) => {
    expect((await get("/api/trpc/session.needsSetup", { host })).status).toBe(200);
  });

  test.each(FOREIGN)("%s reaches nothing but health", async (host) => {
    for (const path of ["/api/trpc/session.needsSetup", "/mail/latest.json", "/calendar/x.ics", "/", "/kiosk/"]) {
      const answer = await get(path, { host });
      expect([answer.status, answer.text], path).toEqual([421, expect.stringContaining('"unknown_host"')]);
    }
    expect((await get("/healthz", { host })).status).toBe(200);
    expect((await get("/readyz", { host })).status).not.toBe(421);
  });

  test("tells a person what to do, and still sends the headers of a careful server", async () => {
    const answer = await get("/", { host: "space.home", accept: "text/html" });
    expect([answer.status, answer.text]).toEqual([421, expect.stringContaining("ALLOWED_HOSTS")]);
    expect(answer.headers["content-security-policy"]).toContain("default-src 'self'");
  });
});

describe("mail that was not sent", () => {
  const path = () => `/mail/latest.json?to=${encodeURIComponent(email)}`;
  const HERE = { host: "localhost:4000" };

  test.each([
    ["an address that was typed", { "sec-fetch-site": "none" }],
    ["a page of this server", { "sec-fetch-site": "same-origin" }],
    ["a program", {}],
  ])("is shown to %s", async (_, headers) => {
    expect((await get(path(), { ...HERE, ...headers })).text).toContain(email);
  });

  test.each<[string, Record<string, string>]>([
    ["a page of another site", { "sec-fetch-site": "cross-site" }],
    ["a server on another port", { "sec-fetch-site": "same-site" }],
    ["the public name", { host: "space.example" }],
    ["a proxy", { "x-forwarded-for": "203.0.113.7" }],
    ["a proxy that hides whom it speaks for", { via: "1.1 proxy" }],
    ["a proxy that only says it spoke TLS", { "x-forwarded-proto": "https" }],
    ["a network before the proxy", { "cf-connecting-ip": "203.0.113.7" }],
    ["another name, bound to loopback", { host: "evil.example" }],
  ])("is not shown to %s", async (_, headers) => {
    for (const page of [path(), "/mail/"]) {
      const answer = await get(page, { ...HERE, ...headers });
      expect(answer.text, page).not.toContain(email);
      expect(answer.status, page).toBeGreaterThanOrEqual(400);
    }
  });

  test("is not shown to a proxy that says nothing and asks in HTTP/1.0, as nginx does by itself", async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write(`GET ${path()} HTTP/1.0\r\nHost: localhost:4000\r\n\r\n`);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
    expect(answer).not.toContain(email);
  });

  test("is not there at all on a server for others", async () => {
    const other = await startTestServer({ isLocal: false, mailboxDir: server.env.mailboxDir });
    const answer = await get(path(), HERE, other);
    expect([answer.status, answer.text.includes(email)]).toEqual([404, false]);
    await other.close();
  });
});
