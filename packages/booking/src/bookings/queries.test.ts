import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { holdSlot } from "./commands/hold-slot.ts";
import { bookingHistory, getBooking, listBookings, listMyBookings } from "./queries.ts";
import { aBooking, aSpace, personIdOf, refusalOf } from "./testing/a-space.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("one's own bookings: what comes, soonest first; and what is over or cancelled, latest first", async () => {
  const { ana, another, room, clock } = await aSpace(database);
  const on = (day: number) =>
    aBooking(room.id, { startsAt: `2026-11-${day}T10:00:00Z`, endsAt: `2026-11-${day}T11:00:00Z` });
  const [third, first, second] = [
    await bookResource(ana, on(28)),
    await bookResource(ana, on(26)),
    await bookResource(ana, on(27)),
  ];
  await bookResource(await another(), on(29));
  await cancelBooking(ana, { bookingId: third.id, reason: null, expectedFeeMinor: 0, idempotencyKey: newId() });
  const { startsAt, endsAt } = on(30);
  const held = await holdSlot(ana, { resourceId: room.id, startsAt, endsAt, idempotencyKey: newId() });
  const ids = async (scope: "upcoming" | "past") =>
    (await listMyBookings(ana, { scope, cursor: null })).bookings.map((booking) => booking.id);
  expect(await ids("upcoming")).toEqual([first.id, second.id, held.id]);
  expect(await ids("past")).toEqual([third.id]);
  clock.set("2026-11-26T11:00:00Z");
  expect(await ids("upcoming")).toEqual([second.id]);
  expect(await ids("past")).toEqual([third.id, first.id]);
});

test("pages of 50 go through everything once, in both directions", async () => {
  const { ana, room, locationId, another, organizationId } = await aSpace(database);
  await database.owner.query(
    `INSERT INTO bookings (id, organization_id, location_id, resource_id, person_id, status, starts_at, ends_at, title, created_at, changed_at)
     SELECT gen_random_uuid(), $1, $2, $3, $4, 'confirmed', t, t + interval '5 minutes', '', t, t
     FROM (SELECT timestamptz '2026-12-01T00:00:00Z' + (n / 2) * interval '10 minutes' AS t FROM generate_series(1, 120) n) s`,
    [organizationId, locationId, room.id, personIdOf(ana)],
  );
  const mine: string[] = [];
  for (let cursor: string | null = null, pages = 0; pages < 3; pages++) {
    const page = await listMyBookings(ana, { scope: "upcoming", cursor });
    mine.push(...page.bookings.map((booking) => booking.id));
    cursor = page.nextCursor;
    expect(cursor === null).toBe(pages === 2);
  }
  expect(new Set(mine).size).toBe(120);
  const front = await another({ role: "front_desk" });
  const span = { locationId, from: "2026-12-01T00:00:00Z", to: "2026-12-02T00:00:00Z", status: null };
  const first = await listBookings(front, { ...span, cursor: null });
  const next = await listBookings(front, { ...span, cursor: first.nextCursor });
  expect([...first.bookings, ...next.bookings].map((booking) => booking.id)).toEqual([...mine].reverse().slice(0, 100));
  expect((await listBookings(front, { ...span, status: "held", cursor: null })).bookings).toEqual([]);
});

test.each(["", "x", "eHg", Buffer.from(`1 ${newId()}; SELECT`).toString("base64url")])(
  "the cursor %j was not written by us",
  async (cursor) => {
    const { ana } = await aSpace(database);
    expect(await refusalOf(listMyBookings(ana, { scope: "upcoming", cursor }))).toEqual({
      code: "not_found",
      what: "page",
    });
  },
);

test("the list of a location is for staff, and of another organization's location it is empty", async () => {
  const [here, there] = [await aSpace(database), await aSpace(database)];
  await bookResource(here.ana, aBooking(here.room.id));
  const span = {
    locationId: here.locationId,
    from: "2026-11-01T00:00:00Z",
    to: "2026-12-01T00:00:00Z",
    status: null,
    cursor: null,
  };
  expect(await refusalOf(listBookings(here.ana, span))).toMatchObject({ code: "not_allowed" });
  expect((await listBookings(await here.another({ role: "front_desk" }), span)).bookings).toHaveLength(1);
  expect((await listBookings(await there.another({ role: "owner" }), span)).bookings).toEqual([]);
});

test("the list is searched by whose the bookings are, without the accents that people can't type", async () => {
  const { ana, another, room, locationId } = await aSpace(database);
  const capek = await another({ name: "Karel Čapek", email: "rur@example.test" });
  const on = (day: number) =>
    aBooking(room.id, { startsAt: `2026-11-${day}T10:00:00Z`, endsAt: `2026-11-${day}T11:00:00Z` });
  const { id } = await bookResource(capek, on(26));
  await bookResource(ana, on(27));
  const span = { locationId, from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z", status: null, cursor: null };
  const front = await another({ role: "front_desk" });
  const found = async (who: string) => (await listBookings(front, { ...span, who })).bookings.map((one) => one.id);
  for (const who of ["Capek", " karel cap ", "C\u030capek", "RUR@"]) expect(await found(who), who).toEqual([id]);
  expect(await found("")).toHaveLength(2);
  for (const who of ["Kapek", "%", "_"]) expect(await found(who), who).toEqual([]);
});

test("a booking and its history are its owner's and the staff's", async () => {
  const [here, there] = [await aSpace(database), await aSpace(database)];
  const { id: bookingId } = await bookResource(here.ana, aBooking(here.room.id));
  const front = await here.another({ role: "front_desk" });
  for (const ctx of [
    await here.another(),
    await here.another({ role: "billing_manager" }),
    await there.another({ role: "owner" }),
  ]) {
    expect(await refusalOf(getBooking(ctx, { bookingId }))).toEqual({ code: "not_found", what: "booking" });
    expect(await refusalOf(bookingHistory(ctx, { bookingId }))).toEqual({ code: "not_found", what: "booking" });
  }
  expect(await bookingHistory(front, { bookingId })).toMatchObject([
    { event: "booking.created", actorName: "Ana Ferreira", at: "2026-11-25T09:00:00.000Z", reason: null },
  ]);
});
