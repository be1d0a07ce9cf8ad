import { afterAll, beforeAll, expect, test } from "vitest";
import { aCopier, printed } from "@working-social/copier/testing";
import type { TestServer } from "../testing/test-server.ts";
import { startTestServer } from "../testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { method: "POST", body, headers: { "Content-Type": "application/json", ...headers } });

const ELSEWHERE = { Origin: "https://elsewhere.example" };
const CROSS_SITE = [403, { code: "not_allowed", action: "cross_site" }];

/** Status and reason. Devices are answered `{error: refusal}`, and by what stands before them as everybody is. */
async function refusal(answering: Promise<Response>): Promise<unknown[]> {
  const answer = await answering;
  const { error } = (await answer.json()) as { error: { data?: { refusal: object } } };
  return [answer.status, error.data?.refusal ?? error];
}

test("a device reports by its token, and nobody else does", async () => {
  const copier = await aCopier(server.database);
  const bearer = { Authorization: `Bearer ${copier.token}` };
  const report = (headers: Record<string, string>) =>
    post("/api/print/jobs", JSON.stringify({ events: [printed()] }), headers);
  const answer = await report(bearer);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await answer.json()).toMatchObject({ results: [{ outcome: "settled" }], releases: [] });
  const unknown = [401, { code: "unknown_device" }];
  expect(await refusal(report({}))).toEqual(unknown);
  expect(await refusal(report({ Authorization: "Bearer wsd_x" }))).toEqual(unknown);
  expect(await refusal(report({ Authorization: copier.token }))).toEqual(unknown);
  expect(await refusal(report({ ...bearer, ...ELSEWHERE }))).toEqual(CROSS_SITE);
});

test("a kiosk asks by its own token, whatever page it is shown on, and can't report", async () => {
  const { kiosk } = await aCopier(server.database);
  const ask = (call: string, body: string, headers: Record<string, string> = {}) =>
    post(`/api/print/${call}`, body, { Authorization: `Bearer ${kiosk.token}`, ...headers });
  const status = await ask("status", "{}", { Origin: server.url });
  expect([status.status, status.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await status.json()).toMatchObject({ deviceName: "Copier", isOnline: false });
  expect((await ask("packs", "{}")).status).toBe(200);
  expect(await refusal(ask("waiting", JSON.stringify({ secret: { pin: "000000" } })))).toEqual([
    403,
    { code: "wrong_code" },
  ]);
  expect(await refusal(ask("jobs", JSON.stringify({ events: [printed()] })))).toEqual([
    403,
    { code: "not_allowed", action: "print_jobs" },
  ]);
  expect(await refusal(ask("status", "{}", ELSEWHERE))).toEqual(CROSS_SITE);
});

test("what is no JSON, too much of it, or no call is refused", async () => {
  const { token } = await aCopier(server.database);
  const bearer = { Authorization: `Bearer ${token}` };
  const report = JSON.stringify({ events: [printed()] });
  const badInput = { code: "bad_input", issues: [] };
  const form = { "Content-Type": "application/x-www-form-urlencoded" };
  expect(await refusal(post("/api/print/jobs", report.slice(0, -1), bearer))).toEqual([400, badInput]);
  expect(await refusal(post("/api/print/jobs", report.padEnd(1_100_000), bearer))).toEqual([413, badInput]);
  expect(await refusal(post("/api/print/jobs", report, { ...bearer, ...form }))).toEqual([415, badInput]);
  expect(await refusal(post("/api/print/nothing", report, bearer))).toEqual([
    404,
    { code: "not_found", what: "route" },
  ]);
  expect((await post("/api/print/jobs", report, bearer)).status).toBe(200);
});
