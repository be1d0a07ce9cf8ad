import { lookAfterRequests } from "@working-social/booking";
import { aPerson, aRule } from "@working-social/db/testing";
import { fixedClock, formatInstant, parseInstant } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aSpace } from "../testing/a-space.ts";
import type { Space } from "../testing/a-space.ts";
import { key, slot } from "../testing/samples.ts";
import { latestMail } from "../testing/sign-in.ts";
import type { Caller, TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";

/** The queue of mails comes by each second. */
const PATIENT = { timeout: 15_000 };

let server: TestServer;
let space: Space;
let member: Caller;
let desk: Caller;
beforeAll(async () => {
  server = await startTestServer();
  space = await aSpace(server.database);
  member = await aCaller(server, space.organizationId, { name: "Ana <b>" });
  desk = await aCaller(server, space.organizationId, { role: "front_desk", name: "Ben" });
});
afterAll(() => server.close());

async function booked(): Promise<{ id: string; startsAt: string }> {
  const wish = { resourceId: space.resourceId, ...slot(), forPersonId: null, title: "Workshop", isTitlePublic: false };
  const answer = await member.call("bookings.book", { ...wish, expectedTotalMinor: 2400, idempotencyKey: key() });
  return answer.data as { id: string; startsAt: string };
}

/** What the job does when the clock shows `at`. */
function lookAfterAt(at: number) {
  return lookAfterRequests({ db: server.server.services.db, clock: fixedClock(formatInstant(at)) });
}

test("the desk is reminded of a request, and both sides learn that nobody answered it", async () => {
  await aRule(server.database.owner, space.organizationId, { needs_approval: true });
  const second = await aPerson(server.database.owner, space.organizationId, { role: "community_manager" });
  const { id, startsAt } = await booked();
  const start = parseInstant(startsAt);
  expect((await lookAfterAt(start - 3_600_000)).reminded).toBe(1);
  await expect
    .poll(async () => (await latestMail(server, desk.email))?.subject, PATIENT)
    .toMatch(/^Still to approve: Lantern /);
  expect((await lookAfterAt(start)).expired).toBe(1);
  await expect
    .poll(async () => (await latestMail(server, member.email))?.subject, PATIENT)
    .toMatch(/^Not answered in time: /);
  const toMember = await latestMail(server, member.email);
  expect(toMember?.text).toContain("It costs nothing");
  expect(toMember?.text).toContain(`/bookings/${id}`);
  for (const to of [desk.email, second.email])
    await expect
      .poll(async () => (await latestMail(server, to))?.text, PATIENT)
      .toContain("Nobody answered the request of Ana <b>");
});

test("the house cancels with a reason, and a suspended member reads it too", async () => {
  const { id } = await booked();
  const owner = await aCaller(server, space.organizationId, { role: "owner" });
  expect((await owner.call("people.suspend", { id: member.personId })).status).toBe(200);
  const coming = await desk.call("bookings.coming", { personId: member.personId });
  expect((coming.data as { id: string }[]).map((one) => one.id)).toContain(id);
  const reason = "Your membership has ended.";
  expect((await desk.call("bookings.cancelByHouse", { bookingId: id, reason, idempotencyKey: key() })).status).toBe(
    200,
  );
  await expect
    .poll(async () => (await latestMail(server, member.email))?.subject, PATIENT)
    .toMatch(/^Cancelled: Lantern /);
  expect((await latestMail(server, member.email))?.text).toContain(`Reason: ${reason}`);
});
