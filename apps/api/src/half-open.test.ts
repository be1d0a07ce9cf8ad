import { enqueueMail } from "@working-social/notify";
import { inTransaction } from "@working-social/db";
import { mintOrganizationId, newId, systemClock } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LiveChange } from "./live.ts";
import type { Space } from "./testing/a-space.ts";
import { aBooking, aSpace } from "./testing/a-space.ts";
import type { Caller, TestServer } from "./testing/test-server.ts";
import { aCaller, startTestServer } from "./testing/test-server.ts";
import { until } from "./testing/until.ts";

// A firewall or a failover that drops connections without closing them. What is asked over one is never answered, and
// nothing says so: only time does, which is why this test takes its quarter of a minute.
const BACK_WITHIN_MS = 15_000;

let server: TestServer;
let space: Space;
let member: Caller;
beforeAll(async () => {
  server = await startTestServer();
  space = await aSpace(server.database);
  member = await aCaller(server, space.organizationId);
});
afterAll(() => server.close());

test("connections that fall silent are given up, and everything is back within 15 seconds", async () => {
  const { services } = server.server;
  const { db, live, jobs, mailbox } = services;
  const ctx = { ...server.database.context(space.organizationId), db, clock: systemClock };
  const changes: LiveChange[] = [];
  const leaving = new AbortController();
  const watching = (async () => {
    const stream = live.changes(mintOrganizationId(space.organizationId), space.locationId, leaving.signal);
    for await (const change of stream) changes.push(change);
  })();
  const isReady = async () => (await fetch(`${server.url}/readyz`)).status === 200;
  const isAnswered = async () => (await member.call("locations.list")).status === 200;
  const insert = "INSERT INTO plans (id, organization_id, name, created_at) VALUES ($1, $2, $3, now())";
  const isWritten = () =>
    inTransaction(ctx, (tx) => tx.query(insert, [newId(), space.organizationId, newId()])).then(
      () => true,
      () => false,
    );
  await until(isReady, 10_000);
  // Everything that holds a connection has one, and each of them is among those that fall silent.
  await Promise.all([...Array.from({ length: 8 }, isAnswered), isWritten(), until(() => changes.length > 0)]);

  let wasDeaf = false;
  const ear = setInterval(() => (wasDeaf ||= !live.isListening), 5);
  const dropped = performance.now();
  server.proxy.dropSilently();
  const answers = await Promise.all(Array.from({ length: 8 }, () => member.call("locations.list")));
  for (const answer of answers)
    if (answer.status !== 200) expect(answer).toMatchObject({ status: 503, refusal: { code: "unavailable" } });
  const left = () => BACK_WITHIN_MS - (performance.now() - dropped);
  await until(isAnswered, left());
  await until(isWritten, left());
  await until(isReady, left());
  // More than once where the machine is so busy that the new one, too, was given up.
  await until(() => changes.filter(({ kind }) => kind === "connected").length >= 2, left());
  clearInterval(ear);
  expect(wasDeaf).toBe(true); // which readiness counts
  await aBooking(server.database.owner, space, 14);
  await until(() => changes.some(({ kind }) => kind === "changed"), left());
  await inTransaction(ctx, (tx) =>
    enqueueMail(tx, jobs, { to: "ana@example.test", subject: "Back", text: "Back", html: "<p>Back</p>" }),
  );
  await until(async () => (await mailbox?.messages("ana@example.test"))?.length === 1, left() + 5_000);
  leaving.abort();
  await watching;
}, 40_000);
