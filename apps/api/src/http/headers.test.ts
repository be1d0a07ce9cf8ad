import { anOrganization } from "@working-social/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rawRequest } from "../testing/raw-request.ts";
import { codeFor, post } from "../testing/sign-in.ts";
import type { TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";

/** By hand, so that a header that is lost or weakened fails here. */
const EVERYWHERE = {
  "content-security-policy":
    "default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self';connect-src 'self';" +
    "worker-src 'self';manifest-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  "x-xss-protection": "0",
};
const OVER_HTTPS = {
  "cross-origin-opener-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "strict-transport-security": "max-age=31536000",
};
/** What belongs to the one answer and not to its safety. */
const OF_THE_ANSWER =
  /^(allow|cache-control|connection|content-(length|type)|date|etag|keep-alive|pragma|retry-after|set-cookie|transfer-encoding|vary|x-request-id)$/;

/** An address of each kind: page, question, what does not exist, health, sign-in, a feed, mail, a device, a wrong name. */
const ADDRESSES: [string, number, Record<string, string>][] = [
  ["/", 503, {}],
  ["/kiosk/", 503, {}],
  ["/api/trpc/session.needsSetup", 200, {}],
  ["/api/trpc/session.me", 401, {}],
  ["/api/nothing", 404, {}],
  ["/api/auth/get-session", 200, {}],
  ["/api/trpc/session.me", 403, { "sec-fetch-site": "cross-site" }],
  ["/healthz", 200, {}],
  ["/mail/", 200, {}],
  ["/calendar/x.ics", 404, { "referrer-policy": "no-referrer" }],
  ["/nothing.js", 404, {}],
  ["/", 421, { host: "evil.example" }],
];

describe.each([
  ["http", "http://space.example", EVERYWHERE],
  ["https", "https://space.example", { ...EVERYWHERE, ...OVER_HTTPS }],
])("over %s", (scheme, publicUrl, expected) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ publicUrl, origins: [publicUrl] });
  });
  afterAll(() => server.close());

  test.each(ADDRESSES)("%s (%i) carries all headers of a careful server and no other", async (path, status, given) => {
    const { "referrer-policy": referrer, ...headers } = given;
    const answer = await rawRequest(server.url, path, { headers });
    const safety = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !OF_THE_ANSWER.test(name)));
    const robots = path.startsWith("/calendar/") || path.startsWith("/mail/");
    const { "x-robots-tag": tag, ...rest } = safety;
    expect([answer.status, rest]).toEqual([
      status,
      { ...expected, ...(referrer ? { "referrer-policy": referrer } : {}) },
    ]);
    expect(tag !== undefined).toBe(robots);
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("what holds secrets is kept by no cache", async () => {
    for (const path of [
      "/api/trpc/session.needsSetup",
      "/api/auth/get-session",
      "/healthz",
      "/mail/",
      "/calendar/x.ics",
    ])
      expect((await rawRequest(server.url, path)).headers["cache-control"], path).toBe("no-store");
  });

  test("the session is a cookie that no script reads, bound to the host where that is possible", async () => {
    const { email } = await aCaller(server, (await anOrganization(server.database.owner)).id);
    const otp = await codeFor(server, email);
    const signedIn = await post(server, "/sign-in/email-otp", { email, otp });
    expect(signedIn.status).toBe(200);
    const session = signedIn.headers.getSetCookie().find((cookie) => /^(__Host-)?session=/.test(cookie)) ?? "";
    const attributes = session
      .split("; ")
      .slice(1)
      .map((part) => part.toLowerCase())
      .sort();
    const always = ["httponly", "max-age=2592000", "path=/", "samesite=lax"];
    expect(attributes).toEqual(scheme === "https" ? [...always, "secure"] : always);
    expect(session.startsWith("__Host-")).toBe(scheme === "https");
  });
});
