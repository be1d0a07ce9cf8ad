import { afterAll, beforeAll, expect, test } from "vitest";
import { aCancellationPolicy, aPlan, aRate, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { archiveCancellationPolicy } from "../cancellation/commands/archive-cancellation-policy.ts";
import { createCancellationPolicy } from "../cancellation/commands/create-cancellation-policy.ts";
import { updateLocation } from "../locations/commands/update-location.ts";
import { archiveRate } from "../rates/commands/archive-rate.ts";
import { createRate } from "../rates/commands/create-rate.ts";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { confirmHold } from "./commands/confirm-hold.ts";
import { holdSlot } from "./commands/hold-slot.ts";
import { previewCancellation } from "./commands/preview-cancellation.ts";
import { quoteChange } from "./commands/quote-change.ts";
import { getBooking } from "./queries.ts";
import { aBooking, aChange, aSpace, personIdOf } from "./testing/a-space.ts";

// What was agreed stays agreed, whatever the manager changes afterwards; what is changed later is priced by what then holds.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** A room at 24.00 an hour, free to cancel until a day before, and a manager who then changes everything. */
async function aChangingSpace() {
  const space = await aSpace(database, { name: "Old Harbour", taxName: null });
  const { owner } = database;
  const rate = await aRate(owner, space.organizationId, space.locationId);
  const policy = await aCancellationPolicy(owner, space.organizationId, space.locationId, [[24, 50]]);
  const manager = await space.another({ role: "owner" });
  const anything = { locationId: space.locationId, resourceKind: null, resourceId: null };
  const changeEverything = async () => {
    await archiveRate(manager, { id: rate.id });
    const hour = {
      audience: "anyone" as const,
      planId: null,
      weekdays: [],
      bandFromMinute: 0,
      bandToMinute: 1440,
      minimumChargeMinor: null,
      unit: "hour" as const,
    };
    await createRate(manager, { ...anything, ...hour, name: "Hour, dearer", priceMinor: 9900 });
    await archiveCancellationPolicy(manager, { id: policy.id });
    await createCancellationPolicy(manager, {
      ...anything,
      name: "Harsh",
      tiers: [{ hoursBefore: 8760, feePercent: 100 }],
    });
    const location = {
      id: space.locationId,
      name: "Old Harbour",
      timeZone: "Asia/Kathmandu",
      currency: "USD",
      taxBasisPoints: 1000,
      taxInclusive: false,
    };
    await updateLocation(manager, { ...location, taxName: "VAT" });
    const plan = await aPlan(owner, space.organizationId);
    await owner.query("UPDATE people SET plan_id = $1 WHERE id = $2", [plan.id, personIdOf(space.ana)]);
  };
  return { ...space, changeEverything };
}

const agreed = { totalMinor: 2400, taxMinor: 0, policy: { tiers: [{ hoursBefore: 24, feePercent: 50 }] } };

test("a booking keeps its price and its policy when rates, tax, policy and the member's plan change", async () => {
  const { ana, room, clock, changeEverything } = await aChangingSpace();
  const booked = await bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2400 }));
  await changeEverything();
  expect((await getBooking(ana, { bookingId: booked.id })).quote).toMatchObject(agreed);
  expect(await previewCancellation(ana, { bookingId: booked.id })).toMatchObject({
    feeMinor: 0,
    freeUntil: "2026-11-25T10:00:00.000Z",
  });
  clock.set("2026-11-25T10:00:00Z");
  const cancelled = await cancelBooking(ana, {
    bookingId: booked.id,
    reason: null,
    expectedFeeMinor: 1200,
    idempotencyKey: newId(),
  });
  expect(cancelled).toMatchObject({ cancellationFeeMinor: 1200, quote: agreed });
});

test("other words for it change nothing of that", async () => {
  const { ana, room, changeEverything } = await aChangingSpace();
  const booked = await bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2400 }));
  await changeEverything();
  const renamed = await changeBooking(ana, aChange(booked, { title: "Board", expectedTotalMinor: 2400 }));
  expect(renamed).toMatchObject({ title: "Board", quote: agreed });
});

test("a hold is confirmed at the price at which it was made", async () => {
  const { ana, room, changeEverything } = await aChangingSpace();
  const { startsAt, endsAt } = aBooking(room.id);
  const hold = await holdSlot(ana, { resourceId: room.id, startsAt, endsAt, idempotencyKey: newId() });
  await changeEverything();
  const confirmed = await confirmHold(ana, {
    bookingId: hold.id,
    title: "",
    isTitlePublic: false,
    expectedTotalMinor: 2400,
    idempotencyKey: newId(),
  });
  expect(confirmed).toMatchObject({ status: "confirmed", quote: agreed });
});

test("another time is another agreement: priced by what holds now, under the policy agreed first; the old quote stays", async () => {
  const { ana, room, changeEverything } = await aChangingSpace();
  const booked = await bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2400 }));
  await changeEverything();
  const longer = {
    bookingId: booked.id,
    resourceId: room.id,
    startsAt: booked.startsAt,
    endsAt: "2026-11-26T12:00:00Z",
  };
  expect(await quoteChange(ana, longer)).toMatchObject({
    isBookable: true,
    quote: { totalMinor: 21_780, policy: agreed.policy },
  });
  await changeBooking(ana, aChange(booked, { endsAt: longer.endsAt, expectedTotalMinor: 21_780 }));
  const { rows } = await database.owner.query(
    "SELECT total_minor AS total FROM quotes WHERE booking_id = $1 ORDER BY created_at, total_minor",
    [booked.id],
  );
  expect(rows.map((row: { total: string }) => Number(row.total))).toEqual([2400, 21_780]);
});
