import { aCopier } from "@working-social/copier/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSpace } from "./testing/a-space.ts";
import { post } from "./testing/sign-in.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";

const POINTS = 30;
let server: TestServer;
let member: Caller;
beforeAll(async () => {
  // A network address for each test: strangers are counted by it.
  server = await startTestServer({ pointsPerMinute: POINTS, signInsPerMinute: 3, trustedProxies: 1 });
  const { organizationId } = await aSpace(server.database);
  member = await aCaller(server, organizationId);
});
afterAll(() => server.close());

/** Asks until it is too much, and says in how many seconds the answer wants to be asked again. */
async function untilTooMuch(ask: () => Promise<Response>, most = POINTS + 1): Promise<number> {
  for (let i = 0; i < most; i++) {
    const response = await ask();
    if (response.status !== 429) continue;
    const header = response.headers.get("retry-after") ?? "";
    expect(header, await response.text()).toMatch(/^[1-9]\d*$/);
    return Number(header);
  }
  throw new Error("It was never too much.");
}

const get = (path: string, headers: Record<string, string>) => fetch(`${server.url}${path}`, { headers });
const from = (address: string) => ({ "x-forwarded-for": address });

describe("whoever asks too much is told when to come back", () => {
  test("by a question, and by a batch that is too much in part", async () => {
    const batch = `/api/trpc/${Array.from({ length: 20 }, () => "plans.list").join(",")}?batch=1`;
    const cookie = { cookie: member.cookie };
    expect((await get(batch, cookie)).status).toBe(200);
    const partly = await get(batch, cookie);
    expect([partly.status, partly.headers.get("retry-after")]).toEqual([207, expect.stringMatching(/^[1-9]\d*$/)]);
    expect(await untilTooMuch(() => get("/api/trpc/plans.list", cookie))).toBeLessThanOrEqual(60);
  });

  test("by a calendar feed, whichever addresses of one's network and ports are used", async () => {
    let asked = 0;
    const feed = () =>
      get(`/calendar/${"a".repeat(43)}.ics`, from(`[2001:db8:1:2::${(asked += 1)}]:${50_000 + asked}`));
    expect(await untilTooMuch(feed)).toBeLessThanOrEqual(60);
  });

  test("by a print server, and by a kiosk at which codes are guessed", async () => {
    const { kiosk } = await aCopier(server.database);
    const ask = (call: string, body: object, address: string, token: string) =>
      fetch(`${server.url}/api/print/${call}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...from(address) },
        body: JSON.stringify(body),
      });
    expect(await untilTooMuch(() => ask("jobs", { events: [] }, "203.0.113.2", "wsd_x"))).toBeLessThanOrEqual(60);
    const guess = () => ask("waiting", { secret: { pin: "000000" } }, "203.0.113.3", kiosk.token);
    expect(await untilTooMuch(guess)).toBeGreaterThan(0);
  });

  test("by sign-in: for a network address, and for an e-mail address", async () => {
    const tryOne = (email: string, address: string) =>
      post(server, "/sign-in/email", { email, password: "a wrong password" }, from(address));
    let tries = 0;
    const ofNetwork = () => tryOne(`${(tries += 1)}@example.test`, "203.0.113.4");
    expect(await untilTooMuch(ofNetwork)).toBeLessThanOrEqual(60);
    const mails = () =>
      post(
        server,
        "/email-otp/send-verification-otp",
        { email: member.email, type: "sign-in" },
        from(`10.0.0.${(tries += 1)}`),
      );
    expect(await untilTooMuch(mails, 60)).toBeGreaterThan(0);
  });
});
