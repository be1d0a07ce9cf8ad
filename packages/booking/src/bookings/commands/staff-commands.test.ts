import { afterAll, beforeAll, expect, test } from "vitest";
import { aCancellationPolicy, aRate, aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import type { Context } from "@working-social/db";
import { newId } from "@working-social/kernel";
import { bookingHistory, getBooking, listMyBookings } from "../queries.ts";
import { aBooking, aSpace, race, refusalCodes, refusalOf } from "../testing/a-space.ts";
import { approveBooking } from "./approve-booking.ts";
import { assignUnit } from "./assign-unit.ts";
import { bookResource } from "./book-resource.ts";
import { declineBooking } from "./decline-booking.ts";
import { holdSlot } from "./hold-slot.ts";
import { removeBooking } from "./remove-booking.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function aRequest() {
  const space = await aSpace(database);
  await aRule(database.owner, space.organizationId, { needs_approval: true });
  const front = await space.another({ role: "front_desk", name: "Bea" });
  return { ...space, front, asked: await bookResource(space.ana, aBooking(space.room.id)) };
}

test("a request holds the slot, and is confirmed by staff", async () => {
  const { front, ana, another, room, asked } = await aRequest();
  expect(asked.status).toBe("pending_approval");
  expect(await refusalCodes(bookResource(await another(), aBooking(room.id)))).toEqual(["slot_taken"]);
  expect(await approveBooking(front, { bookingId: asked.id, idempotencyKey: newId() })).toMatchObject({
    id: asked.id,
    status: "confirmed",
    sequence: 1,
  });
  expect(await refusalOf(approveBooking(front, { bookingId: asked.id, idempotencyKey: newId() }))).toEqual({
    code: "wrong_state",
    status: "confirmed",
    action: "approve",
  });
  expect((await bookingHistory(ana, { bookingId: asked.id })).map((entry) => [entry.actorName, entry.event])).toEqual([
    ["Bea", "booking.approved"],
    ["Ana Ferreira", "booking.created"],
  ]);
});

test("a request whose time has begun is over: it is neither approved nor given another desk", async () => {
  const { front, clock, asked } = await aRequest();
  clock.set("2026-11-26T10:00:00Z");
  expect(await refusalOf(approveBooking(front, { bookingId: asked.id, idempotencyKey: newId() }))).toEqual({
    code: "wrong_state",
    status: "expired",
    action: "approve",
  });
  expect(await refusalOf(assignUnit(front, { bookingId: asked.id, unitId: newId() }))).toEqual({
    code: "wrong_state",
    status: "expired",
    action: "assign",
  });
});

test("a declined request frees the slot and tells the member why", async () => {
  const { front, ana, another, room, asked } = await aRequest();
  await declineBooking(front, { bookingId: asked.id, reason: "Painters", idempotencyKey: newId() });
  expect(await getBooking(ana, { bookingId: asked.id })).toMatchObject({
    status: "declined",
    reason: "Painters",
    cancellationFeeMinor: null,
  });
  expect((await bookResource(await another(), aBooking(room.id))).status).toBe("pending_approval");
  expect(
    await refusalOf(declineBooking(front, { bookingId: asked.id, reason: "Again", idempotencyKey: newId() })),
  ).toMatchObject({
    code: "wrong_state",
  });
});

test("approved and declined in the same moment it is one of the two", async () => {
  const { front, asked } = await aRequest();
  const outcome = await race([
    approveBooking(front, { bookingId: asked.id, idempotencyKey: newId() }),
    declineBooking(front, { bookingId: asked.id, reason: "No", idempotencyKey: newId() }),
  ]);
  expect(outcome).toEqual({ done: 1, refusals: ["wrong_state"] });
});

test("a deleted booking runs no policy, frees the slot, and leaves the member's list", async () => {
  const { ana, another, room, organizationId, locationId } = await aSpace(database);
  await aRate(database.owner, organizationId, locationId, { price_minor: 2400 });
  await aCancellationPolicy(database.owner, organizationId, locationId, [[8760, 100]]);
  const booked = await bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2400 }));
  const manager = await another({ role: "community_manager" });
  const removed = await removeBooking(manager, {
    bookingId: booked.id,
    reason: "Booked twice by mistake",
    idempotencyKey: newId(),
  });
  expect(removed).toMatchObject({ status: "deleted", cancellationFeeMinor: null, cancelledAt: null, unitNames: [] });
  for (const scope of ["upcoming", "past"] as const)
    expect((await listMyBookings(ana, { scope, cursor: null })).bookings).toEqual([]);
  expect(await refusalOf(getBooking(ana, { bookingId: booked.id }))).toEqual({ code: "not_found", what: "booking" });
  expect(await getBooking(manager, { bookingId: booked.id })).toEqual(removed);
  expect(
    await refusalOf(removeBooking(manager, { bookingId: booked.id, reason: "Again", idempotencyKey: newId() })),
  ).toMatchObject({
    code: "wrong_state",
  });
  await bookResource(await another(), aBooking(room.id, { expectedTotalMinor: 2400 }));
});

test("staff swap a desk for a free one, and the database refuses a taken one", async () => {
  const { ana, another, resource } = await aSpace(database);
  const pool = await resource({ kind: "hot_desk", unitCount: 3 });
  const front = await another({ role: "front_desk" });
  const [mine, theirs] = [
    await bookResource(ana, aBooking(pool.id)),
    await bookResource(await another(), aBooking(pool.id)),
  ];
  const unitOf = async (bookingId: string) =>
    (
      await database.owner.query<{ unit_id: string }>(
        "SELECT unit_id FROM claims WHERE booking_id = $1 AND released_at IS NULL",
        [bookingId],
      )
    ).rows.map((row) => row.unit_id);
  const [taken] = await unitOf(theirs.id);
  const free = pool.unitIds.find((id) => id !== taken) ?? "";
  expect(await refusalCodes(assignUnit(front, { bookingId: mine.id, unitId: taken ?? "" }))).toEqual(["slot_taken"]);
  const [third] = pool.unitIds.filter((id) => id !== taken && id !== free);
  await assignUnit(front, { bookingId: mine.id, unitId: third ?? "" });
  expect(await unitOf(mine.id)).toEqual([third]);
  const same = await assignUnit(front, { bookingId: mine.id, unitId: third ?? "" });
  expect(same.unitNames).toHaveLength(1);
  const outcome = await race([mine.id, theirs.id].map((bookingId) => assignUnit(front, { bookingId, unitId: free })));
  expect(outcome).toEqual({ done: 1, refusals: ["slot_taken"] });
});

test("a desk that an old hold keeps can be assigned; one of another resource can't", async () => {
  const { ana, another, resource, room, clock } = await aSpace(database);
  const pool = await resource({ kind: "hot_desk", unitCount: 2 });
  const front = await another({ role: "front_desk" });
  const { startsAt, endsAt } = aBooking(pool.id);
  await holdSlot(ana, { resourceId: pool.id, startsAt, endsAt, idempotencyKey: newId() });
  const booked = await bookResource(await another(), aBooking(pool.id));
  clock.advanceMinutes(11);
  for (const unitId of pool.unitIds) await assignUnit(front, { bookingId: booked.id, unitId });
  expect(await refusalOf(assignUnit(front, { bookingId: booked.id, unitId: room.unitIds[0] ?? "" }))).toEqual({
    code: "not_found",
    what: "unit",
  });
});

test("which desk of a pool assigned on arrival is known to staff, and to the member once it starts", async () => {
  const { ana, another, resource, clock } = await aSpace(database);
  const pool = await resource({ kind: "hot_desk", unitCount: 3, assignment: "on_arrival" });
  const booked = await bookResource(ana, aBooking(pool.id));
  expect(booked.unitNames).toBeNull();
  const front = await another({ role: "front_desk" });
  expect((await getBooking(front, { bookingId: booked.id })).unitNames).toHaveLength(1);
  clock.set(booked.startsAt);
  expect((await getBooking(ana, { bookingId: booked.id })).unitNames).toHaveLength(1);
});

const staffOnly: [string, (ctx: Context, bookingId: string) => Promise<unknown>][] = [
  ["approve", (ctx, bookingId) => approveBooking(ctx, { bookingId, idempotencyKey: newId() })],
  ["decline", (ctx, bookingId) => declineBooking(ctx, { bookingId, reason: "No", idempotencyKey: newId() })],
  ["delete", (ctx, bookingId) => removeBooking(ctx, { bookingId, reason: "No", idempotencyKey: newId() })],
  ["assign a unit", (ctx, bookingId) => assignUnit(ctx, { bookingId, unitId: newId() })],
];
test.each(staffOnly)("members and billing managers may not %s, not even their own", async (_, command) => {
  const { ana, another, asked } = await aRequest();
  expect(await refusalOf(command(ana, asked.id))).toMatchObject({ code: "not_allowed" });
  expect(await refusalOf(command(await another({ role: "billing_manager" }), asked.id))).toMatchObject({
    code: "not_allowed",
  });
});
test.each(staffOnly)("to %s another organization's booking finds nothing", async (_, command) => {
  const { asked } = await aRequest();
  const there = await aSpace(database);
  expect(await refusalOf(command(await there.another({ role: "owner" }), asked.id))).toEqual({
    code: "not_found",
    what: "booking",
  });
});
