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

test("a device reports by its token, and nobody else does", async () => {
  const copier = await aCopier(server.database);
  const body = JSON.stringify({ events: [printed()] });
  const answer = await post("/api/print/jobs", body, { Authorization: `Bearer ${copier.token}` });
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await answer.json()).toMatchObject({ results: [{ outcome: "settled" }], releases: [] });
  expect((await post("/api/print/jobs", body)).status).toBe(401);
  expect((await post("/api/print/jobs", body, { Authorization: "Bearer wsd_x" })).status).toBe(401);
  expect(
    (
      await post("/api/print/jobs", body, {
        Authorization: `Bearer ${copier.token}`,
        Origin: "https://elsewhere.example",
      })
    ).status,
  ).toBe(403);
});
test("a kiosk asks by its own token, whatever page it is shown on, and can't report", async () => {
  const { kiosk } = await aCopier(server.database);
  const ask = (call: string, body: string, headers: Record<string, string> = {}) =>
    post(`/api/print/${call}`, body, { Authorization: `Bearer ${kiosk.token}`, ...headers });
  const status = await ask("status", "{}", { Origin: server.url });
  expect([status.status, status.headers.get("cache-control")]).toEqual([200, "no-store"]);
  expect(await status.json()).toMatchObject({ deviceName: "Copier", isOnline: false });
  expect((await ask("waiting", JSON.stringify({ secret: { pin: "000000" } }))).status).toBe(403);
  expect((await ask("packs", "{}")).status).toBe(200);
  expect((await ask("jobs", JSON.stringify({ events: [printed()] }))).status).toBe(403);
  expect((await ask("status", "{}", { Origin: "https://elsewhere.example" })).status).toBe(403);
});
test("what is no JSON, too much of it, or no call is refused", async () => {
  const { token } = await aCopier(server.database);
  const headers = { Authorization: `Bearer ${token}` };
  expect((await post("/api/print/jobs", "{", headers)).status).toBe(400);
  expect((await post("/api/print/jobs", JSON.stringify({ events: ["x".repeat(1_100_000)] }), headers)).status).toBe(
    413,
  );
  expect((await post("/api/print/nothing", "{}", headers)).status).toBe(404);
  expect(
    (await post("/api/print/jobs", "events=1", { ...headers, "Content-Type": "application/x-www-form-urlencoded" }))
      .status,
  ).toBe(415);
});
