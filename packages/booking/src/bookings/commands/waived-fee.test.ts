import { afterAll, beforeAll, expect, test } from "vitest";
import { aCancellationPolicy, aRate, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { loadCost } from "@working-social/charges";
import { inTransaction } from "@working-social/db";
import { newId } from "@working-social/kernel";
import { bookingHistory } from "../queries.ts";
import { aBooking, aSpace, refusalOf } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { cancelByHouse } from "./cancel-by-house.ts";
import { removeBooking } from "./remove-booking.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Ana's booking of tomorrow, of which cancelling would keep half. */
async function aBookingWithAFee() {
  const space = await aSpace(database);
  const { owner } = database;
  await aRate(owner, space.organizationId, space.locationId, { price_minor: 2400 });
  await aCancellationPolicy(owner, space.organizationId, space.locationId, [[48, 50]]);
  const { id: bookingId } = await bookResource(space.ana, aBooking(space.room.id, { expectedTotalMinor: 2400 }));
  const desk = await space.another({ role: "front_desk", name: "Ben" });
  const cancel = { bookingId, reason: null, expectedFeeMinor: 1200, idempotencyKey: newId() };
  return { ...space, desk, bookingId, cancel };
}

test("staff waive a fee with a reason: nothing stays owed, and who, why and how much stands in the history", async () => {
  const { desk, ana, cancel, bookingId, organizationId } = await aBookingWithAFee();
  const waived = await cancelBooking(desk, { ...cancel, waiveFeeBecause: "The heating failed." });
  expect(waived).toMatchObject({
    status: "cancelled",
    cancellationFeeMinor: 0,
    cancellationFeeCredits: [],
    feeWaivedBecause: "The heating failed.",
  });
  const { rows } = await database.owner.query(
    "SELECT data FROM events WHERE organization_id = $1 AND name = 'booking.fee_waived'",
    [organizationId],
  );
  expect(rows).toEqual([{ data: { waived: { feeMinor: 1200, currency: "USD", credits: [] } } }]);
  expect(await bookingHistory(ana, { bookingId })).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ actorName: "Ben", event: "booking.fee_waived", reason: "The heating failed." }),
    ]),
  );
  const { openMinor } = await inTransaction(ana, (tx) =>
    loadCost(tx, ana, { type: "booking" as const, id: bookingId }),
  );
  expect(openMinor).toBe(0);
});

test("what is waived is what was seen, and nobody waives a fee of their own", async () => {
  const { desk, ana, cancel } = await aBookingWithAFee();
  const waiveFeeBecause = "Goodwill";
  expect(await refusalOf(cancelBooking(desk, { ...cancel, expectedFeeMinor: 0, waiveFeeBecause }))).toMatchObject({
    code: "fee_changed",
    feeMinor: 1200,
  });
  expect(await refusalOf(cancelBooking(ana, { ...cancel, waiveFeeBecause }))).toEqual({
    code: "not_allowed",
    action: "waive_fee",
  });
  // Neither try has changed anything: the very same input without the waiver goes through.
  expect(await cancelBooking(ana, cancel)).toMatchObject({ cancellationFeeMinor: 1200, feeWaivedBecause: null });
});

test("nor by another name: staff neither remove a late booking of their own, nor cancel it for the house; a colleague does", async () => {
  const { desk, another, room } = await aBookingWithAFee();
  const colleague = await another({ role: "front_desk", name: "Cara" });
  const slot = { startsAt: "2026-11-26T12:00:00Z", endsAt: "2026-11-26T13:00:00Z", expectedTotalMinor: 2400 };
  const { id: bookingId } = await bookResource(desk, aBooking(room.id, slot));
  const act = { bookingId, reason: "Plans changed.", idempotencyKey: newId() };
  for (const letOff of [removeBooking(desk, act), cancelByHouse(desk, act)])
    expect(await refusalOf(letOff)).toEqual({ code: "not_allowed", action: "waive_fee" });
  expect(await cancelByHouse(colleague, act)).toMatchObject({ status: "cancelled" });
  // Far ahead nothing is kept of it, and so nothing is waived.
  const early = { startsAt: "2026-12-03T12:00:00Z", endsAt: "2026-12-03T13:00:00Z", expectedTotalMinor: 2400 };
  const free = await bookResource(desk, aBooking(room.id, early));
  expect(await removeBooking(desk, { ...act, bookingId: free.id, idempotencyKey: newId() })).toMatchObject({
    status: "deleted",
  });
});

test("the database refuses a fee that is both waived and kept", async () => {
  const { bookingId, ana, cancel } = await aBookingWithAFee();
  await cancelBooking(ana, cancel);
  await expect(
    database.owner.query("UPDATE bookings SET fee_waived_because = 'x' WHERE id = $1", [bookingId]),
  ).rejects.toMatchObject({ constraint: "bookings_waived_fees_are_nothing" });
});
