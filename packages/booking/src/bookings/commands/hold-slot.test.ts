import { afterAll, beforeAll, expect, test } from "vitest";
import { aRate, aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { getBooking, listMyBookings } from "../queries.ts";
import type { BookingView, ConfirmHoldInput } from "../schema.ts";
import { aBooking, aSpace, race, refusalCodes, refusalOf } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { confirmHold } from "./confirm-hold.ts";
import { expireHolds } from "./expire-holds.ts";
import { holdSlot } from "./hold-slot.ts";
import { quoteSlot } from "./quote-slot.ts";
import { releaseHold } from "./release-hold.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

function aHold(resourceId: string) {
  const { startsAt, endsAt } = aBooking(resourceId);
  return { resourceId, startsAt, endsAt, idempotencyKey: newId() };
}

function aConfirmation(hold: BookingView, wish: Partial<ConfirmHoldInput> = {}): ConfirmHoldInput {
  return {
    bookingId: hold.id,
    title: "Board",
    isTitlePublic: true,
    expectedTotalMinor: 0,
    idempotencyKey: newId(),
    ...wish,
  };
}

test("a hold keeps the slot and its price while somebody decides", async () => {
  const { ana, another, room, organizationId, locationId } = await aSpace(database);
  await aRate(database.owner, organizationId, locationId, { price_minor: 2400 });
  const hold = await holdSlot(ana, aHold(room.id));
  expect(hold).toMatchObject({
    status: "held",
    holdExpiresAt: "2026-11-25T09:10:00.000Z",
    quote: { totalMinor: 2400 },
  });
  expect(await refusalCodes(bookResource(await another(), aBooking(room.id, { expectedTotalMinor: 2400 })))).toEqual([
    "slot_taken",
  ]);
  await database.owner.query("UPDATE rates SET price_minor = 9900 WHERE organization_id = $1", [organizationId]);
  expect(await refusalOf(confirmHold(ana, aConfirmation(hold, { expectedTotalMinor: 9900 })))).toMatchObject({
    code: "price_changed",
    quote: { totalMinor: 2400 },
  });
  const confirmed = await confirmHold(ana, aConfirmation(hold, { expectedTotalMinor: 2400 }));
  expect(confirmed).toMatchObject({
    id: hold.id,
    status: "confirmed",
    title: "Board",
    isTitlePublic: true,
    holdExpiresAt: null,
    quote: { totalMinor: 2400 },
  });
});

test("confirming twice is once: with the same key the same answer, with another a refusal", async () => {
  const { ana, room } = await aSpace(database);
  const hold = await holdSlot(ana, aHold(room.id));
  const input = aConfirmation(hold);
  const answers = await Promise.all([confirmHold(ana, input), confirmHold(ana, input)]);
  expect(answers[0]).toEqual(answers[1]);
  expect(await refusalOf(confirmHold(ana, aConfirmation(hold)))).toEqual({
    code: "wrong_state",
    status: "confirmed",
    action: "confirm",
  });
});

test("a hold of a room that needs approval becomes a request", async () => {
  const { ana, room, organizationId } = await aSpace(database);
  await aRule(database.owner, organizationId, { needs_approval: true });
  const hold = await holdSlot(ana, aHold(room.id));
  expect(await confirmHold(ana, aConfirmation(hold))).toMatchObject({ status: "pending_approval" });
});

test("a hold over its time blocks nobody, even before the job has come by", async () => {
  const { ana, another, room, organizationId, clock } = await aSpace(database);
  await aRule(database.owner, organizationId, { hold_minutes: 5 });
  const hold = await holdSlot(ana, aHold(room.id));
  clock.advanceMinutes(4);
  expect(await quoteSlot(await another(), aHoldAsQuote(room.id))).toMatchObject({ isBookable: false });
  clock.advanceMinutes(1);
  expect(await quoteSlot(await another(), aHoldAsQuote(room.id))).toMatchObject({ isBookable: true });
  expect(await refusalOf(confirmHold(ana, aConfirmation(hold)))).toEqual({ code: "hold_expired" });
  expect(await listMyBookings(ana, { scope: "upcoming", cursor: null })).toEqual({ bookings: [], nextCursor: null });
  const booked = await bookResource(await another(), aBooking(room.id));
  expect(booked.status).toBe("confirmed");
  expect(await getBooking(ana, { bookingId: hold.id })).toMatchObject({ status: "expired", unitNames: [] });
  expect(await refusalOf(confirmHold(ana, aConfirmation(hold)))).toEqual({ code: "hold_expired" });
});

function aHoldAsQuote(resourceId: string) {
  const { startsAt, endsAt } = aBooking(resourceId);
  return { resourceId, startsAt, endsAt, forPersonId: null };
}

test("of many who want the slot of an old hold exactly one gets it", async () => {
  const { ana, another, room, clock } = await aSpace(database);
  await holdSlot(ana, aHold(room.id));
  clock.advanceMinutes(11);
  const people = await Promise.all(Array.from({ length: 8 }, () => another()));
  expect((await race(people.map((person) => bookResource(person, aBooking(room.id))))).done).toBe(1);
});

test("a pool whose last desks are held by nobody any more has desks", async () => {
  const { ana, another, resource, clock } = await aSpace(database);
  const pool = await resource({ kind: "hot_desk", unitCount: 2 });
  await holdSlot(ana, aHold(pool.id));
  await holdSlot(await another(), aHold(pool.id));
  clock.advanceMinutes(11);
  const people = await Promise.all(Array.from({ length: 4 }, () => another()));
  expect((await race(people.map((person) => bookResource(person, aBooking(pool.id))))).done).toBe(2);
});

test("the confirmation and the job that come in the same moment agree", async () => {
  const { ana, room, clock } = await aSpace(database);
  const hold = await holdSlot(ana, aHold(room.id));
  const late = { ...ana, clock: { now: () => clock.now() + 11 * 60_000 } };
  const [confirmation] = await Promise.allSettled([confirmHold(ana, aConfirmation(hold)), expireHolds(late)]);
  const { status } = await getBooking(ana, { bookingId: hold.id });
  expect(status).toBe(confirmation.status === "fulfilled" ? "confirmed" : "expired");
});

test("the job ends old holds of all organizations and leaves running ones", async () => {
  const [here, there] = [await aSpace(database), await aSpace(database)];
  const holds = [await holdSlot(here.ana, aHold(here.room.id)), await holdSlot(there.ana, aHold(there.room.id))];
  here.clock.advanceMinutes(6);
  const running = await holdSlot(await here.another(), aHold((await here.resource()).id));
  here.clock.advanceMinutes(5);
  await expireHolds(here.ana);
  for (const hold of holds) {
    const { rows } = await database.owner.query(
      "SELECT b.status, c.released_at IS NOT NULL AS free FROM bookings b JOIN claims c ON c.booking_id = b.id WHERE b.id = $1",
      [hold.id],
    );
    expect(rows).toEqual([{ status: "expired", free: true }]);
  }
  const { rows } = await database.owner.query("SELECT status FROM bookings WHERE id = $1", [running.id]);
  expect(rows).toEqual([{ status: "held" }]);
});

test("an organization in trouble does not keep the job from the others", async () => {
  const spaces = [await aSpace(database), await aSpace(database), await aSpace(database)];
  const holds = await Promise.all(spaces.map((space) => holdSlot(space.ana, aHold(space.room.id))));
  const [first, second, third] = spaces;
  if (!first || !second || !third) throw new Error("There are three.");
  await database.owner
    .query(`CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken'; END $$;
    CREATE TRIGGER trouble BEFORE UPDATE ON bookings FOR EACH ROW WHEN (OLD.organization_id = '${second.organizationId}') EXECUTE FUNCTION trouble()`);
  try {
    first.clock.advanceMinutes(11);
    await expect(expireHolds(first.ana)).rejects.toThrow(AggregateError);
  } finally {
    await database.owner.query("DROP TRIGGER trouble ON bookings");
  }
  const { rows } = await database.owner.query("SELECT status FROM bookings WHERE id = ANY($1) ORDER BY status", [
    holds.map(({ id }) => id),
  ]);
  expect(rows).toEqual([{ status: "held" }, { status: "expired" }, { status: "expired" }]);
});

test("staff who confirm a member's hold approve it by that", async () => {
  const { ana, another, room, organizationId } = await aSpace(database);
  await aRule(database.owner, organizationId, { needs_approval: true });
  const hold = await holdSlot(ana, aHold(room.id));
  expect(await confirmHold(await another({ role: "front_desk" }), aConfirmation(hold))).toMatchObject({
    status: "confirmed",
  });
});

test("a released hold frees the slot at once, and releasing it again changes nothing", async () => {
  const { ana, another, room } = await aSpace(database);
  const hold = await holdSlot(ana, aHold(room.id));
  const stranger = await another();
  expect(await refusalOf(releaseHold(stranger, { bookingId: hold.id, idempotencyKey: newId() }))).toEqual({
    code: "not_found",
    what: "booking",
  });
  const released = await releaseHold(ana, { bookingId: hold.id, idempotencyKey: newId() });
  expect(released).toMatchObject({ status: "expired", holdExpiresAt: null });
  expect(await releaseHold(ana, { bookingId: hold.id, idempotencyKey: newId() })).toEqual(released);
  const booked = await bookResource(stranger, aBooking(room.id));
  expect(await refusalOf(releaseHold(stranger, { bookingId: booked.id, idempotencyKey: newId() }))).toEqual({
    code: "wrong_state",
    status: "confirmed",
    action: "release",
  });
});

test("holds of other organizations do not exist", async () => {
  const [here, there] = [await aSpace(database), await aSpace(database)];
  const hold = await holdSlot(there.ana, aHold(there.room.id));
  const owner = await here.another({ role: "owner" });
  expect(await refusalOf(confirmHold(owner, aConfirmation(hold)))).toEqual({ code: "not_found", what: "booking" });
  expect(await refusalOf(releaseHold(owner, { bookingId: hold.id, idempotencyKey: newId() }))).toEqual({
    code: "not_found",
    what: "booking",
  });
});
