import { afterAll, beforeAll, expect, test } from "vitest";
import { aCancellationPolicy, aRate, aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { getBooking } from "../queries.ts";
import { BookingReasonInput, CancelBookingInput } from "../schema.ts";
import { aBooking, aSpace, personIdOf, race, refusalOf } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { previewCancellation } from "./preview-cancellation.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

function aCancellation(bookingId: string, expectedFeeMinor = 0) {
  return { bookingId, reason: null, expectedFeeMinor, idempotencyKey: newId() };
}

/** A room at 24.00 an hour: free until 24 hours before, half until 2 hours before, then all of it. */
async function aPricedSpace() {
  const space = await aSpace(database);
  await aRate(database.owner, space.organizationId, space.locationId, { price_minor: 2400 });
  await aCancellationPolicy(database.owner, space.organizationId, space.locationId, [
    [24, 50],
    [2, 100],
  ]);
  return space;
}

test("cancelled in time it costs nothing, the record stays, and the time is free at once", async () => {
  const { ana, another, room } = await aPricedSpace();
  const booked = await bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2400 }));
  expect(await previewCancellation(ana, { bookingId: booked.id })).toEqual({
    feeMinor: 0,
    feePercent: 0,
    credits: [],
    currency: "USD",
    freeUntil: "2026-11-25T10:00:00.000Z",
  });
  const cancelled = await cancelBooking(ana, { ...aCancellation(booked.id), reason: "Ill" });
  expect(cancelled).toMatchObject({
    id: booked.id,
    status: "cancelled",
    cancellationFeeMinor: 0,
    reason: "Ill",
    sequence: 1,
    cancelledAt: "2026-11-25T09:00:00.000Z",
    unitNames: [],
  });
  await bookResource(await another(), aBooking(room.id, { expectedTotalMinor: 2400 }));
});

test("the fee follows the policy as agreed, tier by tier, and must be the one that was seen", async () => {
  const { ana, room, clock, organizationId } = await aPricedSpace();
  const booked = await bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2400 }));
  await database.owner.query("UPDATE cancellation_tiers SET fee_percent = 0 WHERE organization_id = $1", [
    organizationId,
  ]);
  clock.set("2026-11-25T10:00:00Z");
  expect(await refusalOf(cancelBooking(ana, aCancellation(booked.id)))).toEqual({
    code: "fee_changed",
    feeMinor: 1200,
    credits: [],
    currency: "USD",
  });
  expect(await getBooking(ana, { bookingId: booked.id })).toEqual(booked);
  clock.set("2026-11-26T08:00:00Z");
  expect(await previewCancellation(ana, { bookingId: booked.id })).toMatchObject({
    feeMinor: 2400,
    feePercent: 100,
    freeUntil: null,
  });
  expect(await cancelBooking(ana, aCancellation(booked.id, 2400))).toMatchObject({
    status: "cancelled",
    cancellationFeeMinor: 2400,
  });
});

test("of two cancellations at once one wins; a retry with the same key gets the same answer", async () => {
  const { ana, room } = await aSpace(database);
  const booked = await bookResource(ana, aBooking(room.id));
  const commands = [aCancellation(booked.id), aCancellation(booked.id)];
  expect(await race(commands.map((input) => cancelBooking(ana, input)))).toEqual({
    done: 1,
    refusals: ["wrong_state"],
  });
  const other = await bookResource(ana, aBooking(room.id));
  const same = aCancellation(other.id);
  const answers = await Promise.all([cancelBooking(ana, same), cancelBooking(ana, same)]);
  expect(answers[0]).toEqual(answers[1]);
  expect(await cancelBooking(ana, same)).toEqual(answers[0]);
});

test("what is over can't be cancelled, and a request that waits for approval costs nothing", async () => {
  const { ana, another, room, clock, organizationId, locationId } = await aSpace(database);
  const booked = await bookResource(
    ana,
    aBooking(room.id, { startsAt: "2026-11-25T10:00:00Z", endsAt: "2026-11-25T11:00:00Z" }),
  );
  clock.set("2026-11-25T11:00:00Z");
  expect(await refusalOf(cancelBooking(ana, aCancellation(booked.id)))).toEqual({
    code: "wrong_state",
    status: "ended",
    action: "cancel",
  });
  await aRule(database.owner, organizationId, { needs_approval: true });
  await aRate(database.owner, organizationId, locationId, { price_minor: 2400 });
  await aCancellationPolicy(database.owner, organizationId, locationId, [[8760, 100]]);
  const ben = await another();
  const asked = await bookResource(ben, aBooking(room.id, { expectedTotalMinor: 2400 }));
  expect(await previewCancellation(ben, { bookingId: asked.id })).toMatchObject({
    feeMinor: 0,
    freeUntil: "2026-11-26T10:00:00.000Z",
  });
  expect(await cancelBooking(ben, aCancellation(asked.id))).toMatchObject({
    status: "cancelled",
    cancellationFeeMinor: 0,
  });
});

test("others' bookings do not exist for members; staff cancel them for the same fee", async () => {
  const { ana, another, room } = await aPricedSpace();
  const booked = await bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2400 }));
  const stranger = await another();
  expect(await refusalOf(cancelBooking(stranger, aCancellation(booked.id)))).toEqual({
    code: "not_found",
    what: "booking",
  });
  expect(await refusalOf(previewCancellation(stranger, { bookingId: booked.id }))).toEqual({
    code: "not_found",
    what: "booking",
  });
  const billing = await another({ role: "billing_manager" });
  expect(await refusalOf(cancelBooking(billing, aCancellation(booked.id)))).toEqual({
    code: "not_found",
    what: "booking",
  });
  const front = await another({ role: "front_desk" });
  expect(await cancelBooking(front, aCancellation(booked.id))).toMatchObject({
    status: "cancelled",
    personId: personIdOf(ana),
  });
});

test("bookings of other organizations do not exist, whatever one's role", async () => {
  const [here, there] = [await aSpace(database), await aSpace(database)];
  const booked = await bookResource(here.ana, aBooking(here.room.id));
  const owner = await there.another({ role: "owner" });
  expect(await refusalOf(cancelBooking(owner, aCancellation(booked.id)))).toEqual({
    code: "not_found",
    what: "booking",
  });
  expect(await refusalOf(previewCancellation(owner, { bookingId: booked.id }))).toEqual({
    code: "not_found",
    what: "booking",
  });
});

test.each([
  ["an unknown field", { waive: true }],
  ["a reason of 10,000 characters", { reason: "x".repeat(10_000) }],
  ["an empty reason", { reason: " " }],
  ["a negative fee", { expectedFeeMinor: -1 }],
  ["half a credit", { expectedKept: [{ unit: "room_minutes", quantity: 1.5 }] }],
  ["no credits, named", { expectedKept: [{ unit: "room_minutes", quantity: 0 }] }],
  ["more credits than there can be", { expectedKept: [{ unit: "room_minutes", quantity: 1e13 }] }],
  ["credits of an unknown unit", { expectedKept: [{ unit: "parking", quantity: 1 }] }],
  ["credits with something else", { expectedKept: [{ unit: "room_minutes", quantity: 1, lotId: "x" }] }],
  ["more lists than units", { expectedKept: Array.from({ length: 6 }, () => ({ unit: "room_minutes", quantity: 1 })) }],
])("the input schema refuses %s", (_, wrong) => {
  expect(CancelBookingInput.safeParse(aCancellation(newId())).success).toBe(true);
  expect(CancelBookingInput.safeParse({ ...aCancellation(newId()), ...wrong }).success).toBe(false);
  expect(BookingReasonInput.safeParse({ bookingId: newId() }).success).toBe(false);
});
