import { afterAll, beforeAll, expect, test } from "vitest";
import {
  aCancellationPolicy,
  aLocation,
  aRate,
  aResource,
  aRule,
  createTestDatabase,
} from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { bookingHistory, getBooking } from "../queries.ts";
import { ChangeBookingInput } from "../schema.ts";
import {
  aBooking,
  aChange,
  aSpace,
  cannotBookOf,
  personIdOf,
  race,
  refusalCodes,
  refusalOf,
} from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { changeBooking } from "./change-booking.ts";
import { quoteChange } from "./quote-change.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function activeClaims(bookingId: string) {
  const { rows } = await database.owner.query<{ unit_id: string; starts_at: Date; ends_at: Date }>(
    "SELECT unit_id, starts_at, ends_at FROM claims WHERE booking_id = $1 AND released_at IS NULL",
    [bookingId],
  );
  return rows.map((row) => [row.unit_id, row.starts_at.toISOString(), row.ends_at.toISOString()]);
}

test("a booking moves by half an hour into its own time, keeps its id, and its claim follows", async () => {
  const { ana, another, room } = await aSpace(database);
  const booked = await bookResource(ana, aBooking(room.id));
  const later = { startsAt: "2026-11-26T10:30:00Z", endsAt: "2026-11-26T11:30:00Z" };
  const changed = await changeBooking(ana, aChange(booked, later));
  expect(changed).toMatchObject({
    id: booked.id,
    sequence: 1,
    startsAt: "2026-11-26T10:30:00.000Z",
    status: "confirmed",
  });
  expect(await activeClaims(booked.id)).toEqual([
    [room.unitIds[0], "2026-11-26T10:30:00.000Z", "2026-11-26T11:30:00.000Z"],
  ]);
  const before = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T10:30:00Z" };
  await bookResource(await another(), aBooking(room.id, before));
});

test("a booking moves to another room", async () => {
  const { ana, room, resource } = await aSpace(database);
  const other = await resource({ name: "Harbour" });
  const booked = await bookResource(ana, aBooking(room.id));
  const moved = await changeBooking(ana, aChange(booked, { resourceId: other.id }));
  expect(moved).toMatchObject({ id: booked.id, resourceId: other.id, resourceName: "Harbour" });
  expect(await activeClaims(booked.id)).toEqual([
    [other.unitIds[0], "2026-11-26T10:00:00.000Z", "2026-11-26T11:00:00.000Z"],
  ]);
});

test("what can't be had leaves everything as it was, and offers what can", async () => {
  const { ana, another, room } = await aSpace(database);
  const booked = await bookResource(ana, aBooking(room.id));
  await bookResource(
    await another(),
    aBooking(room.id, { startsAt: "2026-11-26T11:00:00Z", endsAt: "2026-11-26T12:00:00Z" }),
  );
  const claims = await activeClaims(booked.id);
  const longer = aChange(booked, { endsAt: "2026-11-26T11:30:00Z" });
  const { refusals, suggestions } = await cannotBookOf(changeBooking(ana, longer));
  expect(refusals).toEqual([{ code: "slot_taken" }]);
  // Its own time counts as free for it.
  expect(suggestions[0]).toMatchObject({ startsAt: "2026-11-26T09:30:00.000Z", endsAt: "2026-11-26T11:00:00.000Z" });
  expect(await activeClaims(booked.id)).toEqual(claims);
  expect(await getBooking(ana, { bookingId: booked.id })).toEqual(booked);
});

test("other words cost nothing and run no policy", async () => {
  const { ana, room, organizationId, locationId, clock } = await aSpace(database);
  await aRate(database.owner, organizationId, locationId, { price_minor: 2400 });
  const booked = await bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2400 }));
  await database.owner.query("UPDATE rates SET price_minor = 9900 WHERE organization_id = $1", [organizationId]);
  clock.set("2026-11-26T10:30:00Z");
  const retitled = await changeBooking(ana, aChange(booked, { title: "Off-site", isTitlePublic: true }));
  expect(retitled).toEqual({ ...booked, title: "Off-site", isTitlePublic: true, sequence: 1 });
});

test("a change is priced anew under the policy agreed first, and is no way around the fee", async () => {
  const { ana, room, organizationId, locationId, clock } = await aSpace(database);
  await aRate(database.owner, organizationId, locationId, { price_minor: 2000 });
  const policy = await aCancellationPolicy(database.owner, organizationId, locationId, [[24, 50]]);
  const twoHours = aBooking(room.id, { endsAt: "2026-11-26T12:00:00Z", expectedTotalMinor: 4000 });
  const booked = await bookResource(ana, twoHours);
  await database.owner.query("UPDATE cancellation_tiers SET fee_percent = 100 WHERE policy_id = $1", [policy.id]);
  const quarter = { resourceId: room.id, startsAt: booked.startsAt, endsAt: "2026-11-26T10:15:00Z" };
  expect(await quoteChange(ana, { bookingId: booked.id, ...quarter })).toMatchObject({
    isBookable: true,
    quote: { totalMinor: 500 },
  });
  clock.set("2026-11-25T11:00:00Z");
  const late = await quoteChange(ana, { bookingId: booked.id, ...quarter });
  expect(late).toMatchObject({ isBookable: true, quote: { totalMinor: 2000 } });
  expect(await refusalOf(changeBooking(ana, aChange(booked, { ...quarter, expectedTotalMinor: 500 })))).toMatchObject({
    code: "price_changed",
    quote: { totalMinor: 2000 },
  });
  const changed = await changeBooking(ana, aChange(booked, { ...quarter, expectedTotalMinor: 2000 }));
  expect(changed.quote?.lines.map((line) => line.kind)).toEqual(["time", "kept"]);
  const { rows } = await database.owner.query(
    "SELECT total_minor::int AS total FROM quotes WHERE booking_id = $1 ORDER BY created_at",
    [booked.id],
  );
  expect(rows).toEqual([{ total: 4000 }, { total: 2000 }]);
});

test("a booking that runs can end earlier or later, and nothing else", async () => {
  const { ana, room, resource, clock, organizationId } = await aSpace(database);
  await aRule(database.owner, organizationId, { min_length_minutes: 60, min_notice_minutes: 60 });
  const booked = await bookResource(ana, aBooking(room.id));
  clock.set("2026-11-26T10:20:00Z");
  expect(await refusalOf(changeBooking(ana, aChange(booked, { startsAt: "2026-11-26T10:30:00Z" })))).toMatchObject({
    code: "wrong_state",
    status: "started",
  });
  expect(await refusalOf(changeBooking(ana, aChange(booked, { resourceId: (await resource()).id })))).toMatchObject({
    code: "wrong_state",
    status: "started",
  });
  expect(await refusalOf(changeBooking(ana, aChange(booked, { endsAt: "2026-11-26T10:10:00Z" })))).toMatchObject({
    code: "wrong_state",
    action: "shorten",
  });
  const longer = await changeBooking(ana, aChange(booked, { endsAt: "2026-11-26T11:30:00Z" }));
  const shorter = await changeBooking(ana, aChange(longer, { endsAt: "2026-11-26T10:20:00Z" }));
  expect(shorter).toMatchObject({ endsAt: "2026-11-26T10:20:00.000Z", sequence: 2 });
  clock.set("2026-11-26T11:00:00Z");
  expect(await refusalOf(changeBooking(ana, aChange(shorter, { endsAt: "2026-11-26T12:00:00Z" })))).toMatchObject({
    code: "wrong_state",
    status: "ended",
  });
});

test("who saw an older version is told so, and of two changes at once one wins", async () => {
  const { ana, room } = await aSpace(database);
  const booked = await bookResource(ana, aBooking(room.id));
  const to = (hour: number) =>
    aChange(booked, { startsAt: `2026-11-26T${hour}:00:00Z`, endsAt: `2026-11-26T${hour + 1}:00:00Z` });
  expect(await race([changeBooking(ana, to(12)), changeBooking(ana, to(14)), changeBooking(ana, to(16))])).toEqual({
    done: 1,
    refusals: ["changed_meanwhile", "changed_meanwhile"],
  });
  expect(await activeClaims(booked.id)).toHaveLength(1);
});

test("of a change and a cancellation at once both agree on the outcome", async () => {
  const { ana, room } = await aSpace(database);
  const booked = await bookResource(ana, aBooking(room.id));
  const change = aChange(booked, { startsAt: "2026-11-26T12:00:00Z", endsAt: "2026-11-26T13:00:00Z" });
  const cancel = { bookingId: booked.id, reason: null, expectedFeeMinor: 0, idempotencyKey: newId() };
  await Promise.allSettled([changeBooking(ana, change), cancelBooking(ana, cancel)]);
  expect(await getBooking(ana, { bookingId: booked.id })).toMatchObject({ status: "cancelled" });
  expect(await activeClaims(booked.id)).toEqual([]);
});

test("two bookings that move into one slot: one gets it, the other stays where it was", async () => {
  const { ana, another, room } = await aSpace(database);
  const ben = await another();
  const first = await bookResource(
    ana,
    aBooking(room.id, { startsAt: "2026-11-26T08:00:00Z", endsAt: "2026-11-26T09:00:00Z" }),
  );
  const second = await bookResource(
    ben,
    aBooking(room.id, { startsAt: "2026-11-26T12:00:00Z", endsAt: "2026-11-26T13:00:00Z" }),
  );
  const into = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z" };
  const result = await race([changeBooking(ana, aChange(first, into)), changeBooking(ben, aChange(second, into))]);
  expect(result).toEqual({ done: 1, refusals: ["slot_taken"] });
});

test("the desk of a pool stays the same when it is free at the new time", async () => {
  const { ana, another, resource } = await aSpace(database);
  const pool = await resource({ kind: "hot_desk", unitCount: 4 });
  await bookResource(await another(), aBooking(pool.id));
  const booked = await bookResource(ana, aBooking(pool.id));
  const moved = await changeBooking(
    ana,
    aChange(booked, { startsAt: "2026-11-27T10:00:00Z", endsAt: "2026-11-27T11:00:00Z" }),
  );
  expect(moved.unitNames).toEqual(booked.unitNames);
});

test("what was approved stays approved while it takes no more time; more has to be approved again", async () => {
  const { ana, another, room, organizationId } = await aSpace(database);
  await aRule(database.owner, organizationId, { needs_approval: true });
  const front = await another({ role: "front_desk" });
  const booked = await bookResource(front, aBooking(room.id, { forPersonId: personIdOf(ana) }));
  const shorter = await changeBooking(ana, aChange(booked, { endsAt: "2026-11-26T10:30:00Z" }));
  expect(shorter.status).toBe("confirmed");
  const moved = await changeBooking(ana, aChange(shorter, { endsAt: "2026-11-26T12:00:00Z" }));
  expect(moved.status).toBe("pending_approval");
});

test("rules count the booking that changes only once", async () => {
  const { ana, room, organizationId } = await aSpace(database);
  await aRule(database.owner, organizationId, { max_upcoming_per_person: 1, max_minutes_per_day_per_person: 90 });
  const booked = await bookResource(ana, aBooking(room.id));
  const longer = await changeBooking(ana, aChange(booked, { endsAt: "2026-11-26T11:30:00Z" }));
  expect(await refusalCodes(changeBooking(ana, aChange(longer, { endsAt: "2026-11-26T12:00:00Z" })))).toEqual([
    "too_many_minutes_a_day",
  ]);
});

test("others' bookings do not exist for members; staff change them past the rules", async () => {
  const { ana, another, room, organizationId } = await aSpace(database);
  const booked = await bookResource(ana, aBooking(room.id));
  expect(await refusalOf(changeBooking(await another(), aChange(booked, { title: "Mine" })))).toEqual({
    code: "not_found",
    what: "booking",
  });
  expect(
    await refusalOf(
      quoteChange(await another(), {
        bookingId: booked.id,
        resourceId: room.id,
        startsAt: booked.startsAt,
        endsAt: booked.endsAt,
      }),
    ),
  ).toEqual({ code: "not_found", what: "booking" });
  await aRule(database.owner, organizationId, { max_length_minutes: 60 });
  const longer = aChange(booked, { endsAt: "2026-11-26T12:00:00Z" });
  expect(await refusalCodes(changeBooking(ana, longer))).toEqual(["too_long"]);
  const front = await another({ role: "front_desk", name: "Bea" });
  expect(await changeBooking(front, longer)).toMatchObject({
    personId: personIdOf(ana),
    endsAt: "2026-11-26T12:00:00.000Z",
  });
  expect((await bookingHistory(ana, { bookingId: booked.id })).map((entry) => [entry.actorName, entry.event])).toEqual([
    ["Bea", "booking.changed"],
    ["Ana Ferreira", "booking.created"],
  ]);
});

test("other organizations' bookings and rooms do not exist, nor does another currency's price", async () => {
  const [here, there] = [await aSpace(database), await aSpace(database)];
  const booked = await bookResource(here.ana, aBooking(here.room.id));
  const owner = await there.another({ role: "owner" });
  expect(await refusalOf(changeBooking(owner, aChange(booked, { title: "Ours" })))).toEqual({
    code: "not_found",
    what: "booking",
  });
  expect(await refusalOf(changeBooking(here.ana, aChange(booked, { resourceId: there.room.id })))).toEqual({
    code: "not_found",
    what: "resource",
  });
  const tokyo = await aLocation(database.owner, here.organizationId, { timeZone: "Asia/Tokyo", currency: "JPY" });
  const far = await aResource(database.owner, here.organizationId, tokyo.id);
  expect(await refusalOf(changeBooking(here.ana, aChange(booked, { resourceId: far.id })))).toMatchObject({
    code: "not_allowed",
  });
});

test.each([
  ["an unknown field", { status: "confirmed" }],
  ["an end before the start", { endsAt: "2026-11-26T09:00:00Z" }],
  ["a title of 10,000 characters", { title: "x".repeat(10_000) }],
  ["a negative sequence", { sequence: -1 }],
])("the input schema refuses %s", (_, wrong) => {
  const booking = { ...aBooking(newId()), id: newId(), sequence: 0 };
  expect(ChangeBookingInput.safeParse(aChange(booking)).success).toBe(true);
  expect(ChangeBookingInput.safeParse({ ...aChange(booking), ...wrong }).success).toBe(false);
});
