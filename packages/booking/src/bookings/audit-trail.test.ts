import { PAUSE_MINUTES } from "./steps/hold-limits.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { approveBooking } from "./commands/approve-booking.ts";
import { assignUnit } from "./commands/assign-unit.ts";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { confirmHold } from "./commands/confirm-hold.ts";
import { declineBooking } from "./commands/decline-booking.ts";
import { expireHolds } from "./commands/expire-holds.ts";
import { holdSlot } from "./commands/hold-slot.ts";
import { releaseHold } from "./commands/release-hold.ts";
import { removeBooking } from "./commands/remove-booking.ts";
import { bookingHistory, getBooking } from "./queries.ts";
import { aBooking, aChange, aSpace, refusalOf } from "./testing/a-space.ts";

// Who did what and why, for everything that can happen to a booking; and nothing of what did not happen.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function aStaffedPool() {
  const space = await aSpace(database, {}, { kind: "hot_desk", unitCount: 2 });
  await aRule(database.owner, space.organizationId, { needs_approval: true });
  const bea = await space.another({ role: "front_desk", name: "Bea" });
  const history = async (bookingId: string) =>
    (await bookingHistory(bea, { bookingId }))
      .map(({ actorName, event, reason }) => [actorName, event, reason])
      .toReversed();
  const { startsAt, endsAt } = aBooking(space.room.id);
  const hold = () => holdSlot(space.ana, { resourceId: space.room.id, startsAt, endsAt, idempotencyKey: newId() });
  return { ...space, bea, history, hold };
}

test("held, confirmed, approved, given another desk, changed, cancelled, and deleted as a mistake", async () => {
  const { ana, bea, room, clock, hold, history } = await aStaffedPool();
  const { id: bookingId } = await hold();
  const step = () => clock.advanceMinutes(1);
  step();
  await confirmHold(ana, {
    bookingId,
    title: "Desk",
    isTitlePublic: false,
    expectedTotalMinor: 0,
    idempotencyKey: newId(),
  });
  step();
  await approveBooking(bea, { bookingId, idempotencyKey: newId() });
  step();
  await assignUnit(bea, { bookingId, unitId: room.unitIds[1] ?? "" });
  step();
  await changeBooking(ana, aChange(await getBooking(ana, { bookingId }), { endsAt: "2026-11-26T10:30:00Z" }));
  step();
  await cancelBooking(ana, { bookingId, reason: "Ill", expectedFeeMinor: 0, idempotencyKey: newId() });
  step();
  await removeBooking(bea, { bookingId, reason: "Booked by mistake", idempotencyKey: newId() });
  expect(await history(bookingId)).toEqual([
    ["Ana Ferreira", "booking.held", null],
    ["Ana Ferreira", "booking.created", null],
    ["Bea", "booking.approved", null],
    ["Bea", "booking.unit_assigned", null],
    ["Ana Ferreira", "booking.changed", null],
    ["Ana Ferreira", "booking.cancelled", "Ill"],
    ["Bea", "booking.deleted", "Booked by mistake"],
  ]);
  const [moved] = (await bookingHistory(bea, { bookingId })).filter(({ event }) => event === "booking.changed");
  expect(moved).toMatchObject({
    booking: { resourceName: expect.any(String), personName: "Ana Ferreira", timeZone: expect.any(String) },
    moved: {
      from: { resourceName: expect.any(String), endsAt: "2026-11-26T11:00:00.000Z" },
      to: { resourceName: expect.any(String), endsAt: "2026-11-26T10:30:00.000Z" },
    },
  });
});

test("declined, with the reason; booked by staff for a member, under the name of staff", async () => {
  const { ana, bea, room, history } = await aStaffedPool();
  const asked = await bookResource(ana, aBooking(room.id));
  await declineBooking(bea, { bookingId: asked.id, reason: "Painters", idempotencyKey: newId() });
  expect(await history(asked.id)).toEqual([
    ["Ana Ferreira", "booking.created", null],
    ["Bea", "booking.declined", "Painters"],
  ]);
  const forAna = await bookResource(bea, aBooking(room.id, { forPersonId: asked.personId }));
  expect(await history(forAna.id)).toEqual([["Bea", "booking.created", null]]);
});

test("a hold that is given back, and one that time ended", async () => {
  const { ana, clock, hold, history } = await aStaffedPool();
  const released = await hold();
  clock.advanceMinutes(1);
  await releaseHold(ana, { bookingId: released.id, idempotencyKey: newId() });
  expect((await history(released.id)).at(-1)).toEqual(["Ana Ferreira", "booking.released", null]);
  clock.advanceMinutes(PAUSE_MINUTES);
  const forgotten = await hold();
  clock.advanceMinutes(11);
  await expireHolds(ana);
  expect((await history(forgotten.id)).at(-1)).toEqual(["expire_holds", "booking.expired", null]);
});

test("what is refused leaves no trace", async () => {
  const { ana, room, organizationId, clock } = await aStaffedPool();
  const count = async () =>
    (await database.owner.query("SELECT FROM events WHERE organization_id = $1", [organizationId])).rowCount;
  const booked = await bookResource(ana, aBooking(room.id));
  const before = await count();
  await refusalOf(
    bookResource(ana, aBooking(room.id, { startsAt: "2026-11-20T10:00:00Z", endsAt: "2026-11-20T11:00:00Z" })),
  );
  await refusalOf(changeBooking(ana, aChange(booked, { sequence: 7 })));
  await refusalOf(
    cancelBooking(ana, { bookingId: booked.id, reason: null, expectedFeeMinor: 1, idempotencyKey: newId() }),
  );
  clock.set("2026-11-26T12:00:00Z");
  await refusalOf(
    changeBooking(ana, aChange(booked, { startsAt: "2026-11-27T10:00:00Z", endsAt: "2026-11-27T11:00:00Z" })),
  );
  expect(await count()).toBe(before);
});
