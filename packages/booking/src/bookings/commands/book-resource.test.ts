import { afterAll, beforeAll, expect, test } from "vitest";
import { aRate, aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { getBooking } from "../queries.ts";
import { BookInput } from "../schema.ts";
import { aBooking, aSpace, cannotBookOf, personIdOf, race, refusalCodes, refusalOf } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("a member books a room and sees it as everybody will read it", async () => {
  const { ana, room, locationId } = await aSpace(database);
  const booked = await bookResource(ana, aBooking(room.id));
  expect(booked).toMatchObject({
    status: "confirmed",
    resourceId: room.id,
    locationId,
    personName: "Ana Ferreira",
    sequence: 0,
    startsAt: "2026-11-26T10:00:00.000Z",
  });
  expect(booked.unitNames).toHaveLength(1);
  expect(await getBooking(ana, { bookingId: booked.id })).toEqual(booked);
});

test("the price that was seen is the price that is stored, line by line", async () => {
  const { ana, room, organizationId, locationId } = await aSpace(database, { taxName: "VAT", taxBasisPoints: 1300 });
  await aRate(database.owner, organizationId, locationId, { price_minor: 2400 });
  const changed = await refusalOf(bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2400 })));
  expect(changed).toMatchObject({
    code: "price_changed",
    quote: { subtotalMinor: 2400, taxMinor: 312, totalMinor: 2712 },
  });
  const booked = await bookResource(ana, aBooking(room.id, { expectedTotalMinor: 2712 }));
  expect(booked.quote).toMatchObject({ totalMinor: 2712, currency: "USD", policy: { policyName: null, tiers: [] } });
  expect(booked.quote?.lines.map((line) => [line.kind, line.amountMinor])).toEqual([
    ["time", 2400],
    ["tax", 312],
  ]);
  await database.owner.query("UPDATE rates SET price_minor = 9900 WHERE organization_id = $1", [organizationId]);
  expect(await getBooking(ana, { bookingId: booked.id })).toEqual(booked);
});

test("of twenty who want one slot exactly one gets it, and the others learn that it is taken", async () => {
  const { another, room } = await aSpace(database);
  const people = await Promise.all(Array.from({ length: 20 }, () => another()));
  const { done, refusals } = await race(people.map((person) => bookResource(person, aBooking(room.id))));
  expect(done).toBe(1);
  expect(refusals).toEqual(Array.from({ length: 19 }, () => "slot_taken"));
});

test("a pool of five desks takes exactly five of twenty, each on a desk of its own", async () => {
  const { another, resource } = await aSpace(database);
  const pool = await resource({ kind: "hot_desk", unitCount: 5 });
  const people = await Promise.all(Array.from({ length: 20 }, () => another()));
  const { done, refusals } = await race(people.map((person) => bookResource(person, aBooking(pool.id))));
  expect({ done, refusals }).toEqual({ done: 5, refusals: Array.from({ length: 15 }, () => "slot_taken") });
  const taken = await database.owner.query("SELECT DISTINCT unit_id FROM claims WHERE unit_id = ANY ($1)", [
    pool.unitIds,
  ]);
  expect(taken.rowCount).toBe(5);
});

test("bookings that touch do not overlap, unless buffers come between", async () => {
  const { ana, another, room, organizationId } = await aSpace(database);
  await bookResource(ana, aBooking(room.id));
  const after = aBooking(room.id, { startsAt: "2026-11-26T11:00:00Z", endsAt: "2026-11-26T12:00:00Z" });
  await bookResource(await another(), after);
  await aRule(database.owner, organizationId, { buffer_before_minutes: 10, buffer_after_minutes: 5 });
  const later = (from: string, to: string) =>
    aBooking(room.id, { startsAt: `2026-11-26T${from}:00Z`, endsAt: `2026-11-26T${to}:00Z` });
  expect(await refusalCodes(bookResource(ana, later("12:05", "13:00")))).toEqual(["slot_taken"]);
  await bookResource(ana, later("12:10", "13:00"));
  expect(await refusalCodes(bookResource(ana, later("13:10", "14:00")))).toEqual(["slot_taken"]);
  await bookResource(ana, later("13:15", "14:00"));
});

test("who is too late gets the nearest times here and the same time in a room as large", async () => {
  const { ana, another, room, resource } = await aSpace(database, {}, { name: "Lantern", capacity: 6 });
  await resource({ name: "Cupboard", capacity: 2 });
  const larger = await resource({ name: "Harbour", capacity: 12 });
  const fitting = await resource({ name: "Lighthouse", capacity: 8 });
  await bookResource(ana, aBooking(room.id));
  const { suggestions } = await cannotBookOf(bookResource(await another(), aBooking(room.id)));
  expect(suggestions.slice(0, 2)).toEqual([
    {
      resourceId: room.id,
      resourceName: "Lantern",
      startsAt: "2026-11-26T11:00:00.000Z",
      endsAt: "2026-11-26T12:00:00.000Z",
    },
    {
      resourceId: room.id,
      resourceName: "Lantern",
      startsAt: "2026-11-26T09:00:00.000Z",
      endsAt: "2026-11-26T10:00:00.000Z",
    },
  ]);
  expect(suggestions.slice(3).map((slot) => [slot.resourceId, slot.startsAt])).toEqual([
    [fitting.id, "2026-11-26T10:00:00.000Z"],
    [larger.id, "2026-11-26T10:00:00.000Z"],
  ]);
  for (const { resourceId, startsAt, endsAt } of suggestions.slice(0, 2)) {
    await bookResource(await another(), aBooking(resourceId, { startsAt, endsAt }));
  }
});

test("every broken rule is named at once, and what would pass keeps them all", async () => {
  const { ana, room, organizationId } = await aSpace(database, { timeZone: "Asia/Kathmandu", hours: [540, 1080] });
  await aRule(database.owner, organizationId, {
    name: "Hours of sixty",
    granularity_minutes: 60,
    max_length_minutes: 120,
  });
  const wish = aBooking(room.id, { startsAt: "2026-11-26T02:00:00Z", endsAt: "2026-11-26T05:00:00Z" });
  const { refusals, suggestions } = await cannotBookOf(bookResource(ana, wish));
  expect(refusals.map(({ code }) => code)).toEqual(["closed", "too_long", "off_grid"]);
  expect(refusals[1]).toMatchObject({ maxMinutes: 120, rule: { name: "Hours of sixty" } });
  // 9:00 in Kathmandu is 3:15 UTC.
  expect(suggestions[0]).toMatchObject({ startsAt: "2026-11-26T03:15:00.000Z", endsAt: "2026-11-26T05:15:00.000Z" });
});

test("a retry with the same key is answered with the same booking, also in the same moment", async () => {
  const { ana, room } = await aSpace(database);
  const input = aBooking(room.id);
  const answers = await Promise.all(Array.from({ length: 6 }, () => bookResource(ana, input)));
  expect(new Set(answers.map((booking) => booking.id)).size).toBe(1);
  expect(await bookResource(ana, input)).toEqual(answers[0]);
  expect(await refusalOf(bookResource(ana, { ...input, title: "Other" }))).toEqual({ code: "idempotency_key_reused" });
});

test("a refused try leaves nothing behind, and its key may be used again", async () => {
  const { ana, another, room, organizationId, clock } = await aSpace(database);
  const taken = await bookResource(await another(), aBooking(room.id));
  const input = aBooking(room.id);
  await refusalOf(bookResource(ana, input));
  const { rows } = await database.owner.query("SELECT count(*)::int AS n FROM bookings WHERE organization_id = $1", [
    organizationId,
  ]);
  expect(rows).toEqual([{ n: 1 }]);
  await database.owner.query("UPDATE bookings SET status = 'deleted', changed_at = $2 WHERE id = $1", [
    taken.id,
    new Date(clock.now()),
  ]);
  expect(await bookResource(ana, input)).toMatchObject({ status: "confirmed" });
});

test("members book for nobody else; staff do, past the rules but not past the door", async () => {
  const { ana, another, room, organizationId } = await aSpace(database);
  await aRule(database.owner, organizationId, { max_length_minutes: 30, needs_approval: true });
  const front = await another({ role: "front_desk", name: "Bea" });
  expect(await refusalOf(bookResource(ana, aBooking(room.id, { forPersonId: personIdOf(front) })))).toEqual({
    code: "not_allowed",
    action: "book_for_others",
  });
  expect(await refusalCodes(bookResource(front, aBooking(room.id)))).toEqual(["too_long"]);
  expect(await bookResource(front, aBooking(room.id, { forPersonId: personIdOf(ana) }))).toMatchObject({
    status: "confirmed",
    personId: personIdOf(ana),
  });
  const tooLong = aBooking(room.id, {
    forPersonId: personIdOf(ana),
    startsAt: "2026-12-01T10:00:00Z",
    endsAt: "2027-02-01T10:00:00Z",
  });
  expect(await refusalCodes(bookResource(front, tooLong))).toEqual(["too_long"]);
  await database.owner.query("UPDATE resources SET archived_at = now() WHERE id = $1", [room.id]);
  expect(await refusalCodes(bookResource(front, aBooking(room.id, { forPersonId: personIdOf(ana) })))).toEqual([
    "resource_archived",
  ]);
});

test("a suspended person books nothing, nor does anybody for them", async () => {
  const { another, room } = await aSpace(database);
  const gone = await another({ status: "suspended" });
  expect(await refusalOf(bookResource(gone, aBooking(room.id)))).toEqual({ code: "not_allowed", action: "book" });
  const front = await another({ role: "front_desk" });
  expect(await refusalOf(bookResource(front, aBooking(room.id, { forPersonId: personIdOf(gone) })))).toEqual({
    code: "not_allowed",
    action: "book",
  });
});

test("rooms and people of other organizations do not exist", async () => {
  const [here, there] = [await aSpace(database), await aSpace(database)];
  expect(await refusalOf(bookResource(here.ana, aBooking(there.room.id)))).toEqual({
    code: "not_found",
    what: "resource",
  });
  expect(await refusalOf(bookResource(here.ana, aBooking(newId())))).toEqual({ code: "not_found", what: "resource" });
  const front = await here.another({ role: "front_desk" });
  const theirs = aBooking(here.room.id, { forPersonId: personIdOf(there.ana) });
  expect(await refusalOf(bookResource(front, theirs))).toEqual({ code: "not_found", what: "person" });
});

test("on the night when Lord Howe's clocks go back half an hour, five hours are five hours", async () => {
  const { ana, another, room, clock, organizationId, locationId } = await aSpace(database, {
    timeZone: "Australia/Lord_Howe",
  });
  await aRate(database.owner, organizationId, locationId, { price_minor: 1000 });
  clock.set("2027-04-01T00:00:00Z");
  // From 23:00 on Saturday (+11:00) to 03:30 on Sunday (+10:30): the wall clock says four and a half hours.
  const night = aBooking(room.id, {
    startsAt: "2027-04-03T23:00:00+11:00",
    endsAt: "2027-04-04T03:30:00+10:30",
    expectedTotalMinor: 5000,
  });
  expect(await bookResource(ana, night)).toMatchObject({
    startsAt: "2027-04-03T12:00:00.000Z",
    endsAt: "2027-04-03T17:00:00.000Z",
  });
  // Both half hours from 01:30 to 02:00 are taken.
  for (const offset of ["+11:00", "+10:30"]) {
    const twice = aBooking(room.id, {
      startsAt: `2027-04-04T01:30:00${offset}`,
      endsAt: `2027-04-04T02:00:00${offset}`,
      expectedTotalMinor: 500,
    });
    expect(await refusalCodes(bookResource(await another(), twice))).toEqual(["slot_taken"]);
  }
});

test("the database itself refuses an overlap, whoever inserts it", async () => {
  const { ana, room, organizationId } = await aSpace(database);
  const { id } = await bookResource(ana, aBooking(room.id));
  const insert =
    "INSERT INTO claims (id, organization_id, booking_id, unit_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)";
  const overlap = [newId(), organizationId, id, room.unitIds[0], "2026-11-26T10:59:59.999Z", "2026-11-26T12:00:00Z"];
  await expect(database.owner.query(insert, overlap)).rejects.toMatchObject({
    code: "23P01",
    constraint: "claims_never_overlap",
  });
});

test.each([
  ["an unknown field", { price: 0 }],
  ["an end before the start", { endsAt: "2026-11-26T09:00:00Z" }],
  ["an empty slot", { endsAt: "2026-11-26T10:00:00Z" }],
  ["a slot of a century", { endsAt: "2099-11-26T10:00:00Z" }],
  ["a title of 10,000 characters", { title: "x".repeat(10_000) }],
  ["a title with a zero byte", { title: "a\u0000b" }],
  ["half a character", { title: "\ud800" }],
  ["a local time without offset", { startsAt: "2026-11-26T10:00:00" }],
  ["the year 12026", { endsAt: "+012026-11-26T10:00:00Z" }],
  ["a negative price", { expectedTotalMinor: -1 }],
  ["a price with a fraction", { expectedTotalMinor: 0.5 }],
  ["no key", { idempotencyKey: "" }],
  ["a key with a zero byte", { idempotencyKey: "0123456789abcdef\u0000" }],
  ["a resource that is no id", { resourceId: "1; DROP TABLE bookings" }],
])("the input schema refuses %s", (_, wrong) => {
  expect(BookInput.safeParse({ ...aBooking(newId()), ...wrong }).success).toBe(false);
});

test.each(["Überraschung 🎉👩‍🚀", "اجتماع الفريق", "会議", "'; DROP TABLE claims; --", "<b>bold</b>"])(
  "the title %s comes back as it was written",
  async (title) => {
    const { ana, room } = await aSpace(database);
    const { id } = await bookResource(ana, BookInput.parse(aBooking(room.id, { title })));
    expect(await getBooking(ana, { bookingId: id })).toMatchObject({ title });
  },
);
