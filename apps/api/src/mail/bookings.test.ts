import { aRule } from "@working-social/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aSpace } from "../testing/a-space.ts";
import { slot } from "../testing/samples.ts";
import { latestMail } from "../testing/sign-in.ts";
import type { Caller, TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A member's booking that waits for a decision, and somebody at the front desk. */
async function aPendingBooking(): Promise<{ member: Caller; desk: Caller; bookingId: string }> {
  const space = await aSpace(server.database);
  await aRule(server.database.owner, space.organizationId, { needs_approval: true });
  const member = await aCaller(server, space.organizationId, { name: "Ana <b>" });
  const desk = await aCaller(server, space.organizationId, { role: "front_desk", name: "Ben" });
  const booked = await member.call("bookings.book", {
    resourceId: space.resourceId,
    ...slot(),
    forPersonId: null,
    title: "Workshop",
    isTitlePublic: false,
    expectedTotalMinor: 2400,
    idempotencyKey: crypto.randomUUID(),
  });
  expect(booked).toMatchObject({ status: 200, data: { status: "pending_approval" } });
  return { member, desk, bookingId: (booked.data as { id: string }).id };
}

test("staff learn of a booking to approve, and the member of the decision", async () => {
  const { member, desk, bookingId } = await aPendingBooking();
  const asked = await latestMail(server, desk.email);
  expect(asked?.subject).toMatch(/^To approve: Lantern /);
  expect(asked?.text).toContain("Ana <b> asks for a booking");
  expect(asked?.text).toContain(`/bookings/${bookingId}`);
  expect((await desk.call("bookings.approve", { bookingId })).status).toBe(200);
  expect((await latestMail(server, member.email))?.subject).toMatch(/^Approved: Lantern /);
});

test("a declined booking comes with its reason", async () => {
  const { member, desk, bookingId } = await aPendingBooking();
  expect((await desk.call("bookings.decline", { bookingId, reason: "The room is being painted." })).status).toBe(200);
  const mail = await latestMail(server, member.email);
  expect(mail?.subject).toMatch(/^Declined: /);
  expect(mail?.text).toContain("Reason: The room is being painted.");
});
