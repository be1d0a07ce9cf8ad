import { afterAll, beforeAll, expect, test } from "vitest";
import { aCancellationPolicy, aRate, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { archiveResource } from "../../resources/commands/archive-resource.ts";
import { bookResource } from "../commands/book-resource.ts";
import { cancelBooking } from "../commands/cancel-booking.ts";
import { strandedByArchiving, strandedByHours } from "./stranded.ts";
import { aBooking, aSpace, personIdOf, refusalOf } from "../testing/a-space.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const allWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute: 0, closesMinute: 1440 }));
const closed = (date: string) => ({ date, opensMinute: null, closesMinute: null, reason: "Summer party" });

/** Kathmandu is 5:45 ahead: 26 November 19:00 UTC is the 27th there. */
async function aSpaceWithBookings() {
  const space = await aSpace(database);
  const { owner } = database;
  await aRate(owner, space.organizationId, space.locationId, { price_minor: 2400 });
  await aCancellationPolicy(owner, space.organizationId, space.locationId, [[480, 100]]);
  const hall = await space.resource({ name: "Hall" });
  const book = async (resourceId: string, startsAt: string, endsAt: string) =>
    (await bookResource(space.ana, aBooking(resourceId, { startsAt, endsAt, expectedTotalMinor: 2400 }))).id;
  const onThe26th = await book(space.room.id, "2026-11-26T10:00:00Z", "2026-11-26T11:00:00Z");
  const overMidnight = await book(hall.id, "2026-11-26T18:00:00Z", "2026-11-26T19:00:00Z");
  const onThe27th = await book(space.room.id, "2026-11-26T19:00:00Z", "2026-11-26T20:00:00Z");
  const manager = await space.another({ role: "community_manager", name: "Mira" });
  const hours = { locationId: space.locationId, resourceId: null, weekly: allWeek };
  return { ...space, hall, manager, hours, onThe26th, overMidnight, onThe27th };
}

const ids = ({ bookings }: { bookings: { id: string }[] }) => bookings.map(({ id }) => id);

test("closing a date shows what lies on it by the location's clock, also what only reaches into it", async () => {
  const { manager, ana, hours, onThe26th, overMidnight, onThe27th } = await aSpaceWithBookings();
  const closing = (...dates: string[]) => strandedByHours(manager, { ...hours, exceptions: dates.map(closed) });
  expect(ids(await closing())).toEqual([]);
  expect(ids(await closing("2026-11-26"))).toEqual([onThe26th, overMidnight]);
  expect(ids(await closing("2026-11-27"))).toEqual([overMidnight, onThe27th]);
  await cancelBooking(ana, { bookingId: onThe26th, reason: null, expectedFeeMinor: 2400, idempotencyKey: newId() });
  expect(ids(await closing("2026-11-26"))).toEqual([overMidnight]);
});

test("other hours of the week, and those of one room, strand what they no longer cover; what was outside before is no news", async () => {
  const { manager, hours, room, hall, another, onThe26th, overMidnight } = await aSpaceWithBookings();
  const mornings = allWeek.map((day) => ({ ...day, closesMinute: 720 }));
  const stranded = async (wish: object) => ids(await strandedByHours(manager, { ...hours, exceptions: [], ...wish }));
  // 26 November 15:45 and 23:45 in Kathmandu; the 27th at 00:45 is within the morning.
  expect(await stranded({ weekly: mornings })).toEqual([onThe26th, overMidnight]);
  expect(await stranded({ weekly: mornings, resourceId: hall.id })).toEqual([overMidnight]);
  await database.owner.query("UPDATE opening_hours SET closes_minute = 720 WHERE location_id = $1", [hours.locationId]);
  const desk = await another({ role: "front_desk" });
  const late = { startsAt: "2026-11-28T10:00:00Z", endsAt: "2026-11-28T11:00:00Z", expectedTotalMinor: 2400 };
  await bookResource(desk, aBooking(room.id, { ...late, forPersonId: personIdOf(manager) }));
  expect(await stranded({ weekly: mornings, exceptions: [closed("2026-11-28")] })).toEqual([]);
});

test("a room that goes out of use shows its coming bookings, and keeps them unless they are called off", async () => {
  const { manager, room, onThe26th, onThe27th, clock } = await aSpaceWithBookings();
  expect(ids(await strandedByArchiving(manager, { resourceId: room.id }))).toEqual([onThe26th, onThe27th]);
  await archiveResource(manager, { id: room.id });
  expect(ids(await strandedByArchiving(manager, { resourceId: room.id }))).toEqual([onThe26th, onThe27th]);
  clock.set("2026-11-26T11:00:00Z");
  expect(ids(await strandedByArchiving(manager, { resourceId: room.id }))).toEqual([onThe27th]);
});

test("only who manages the space sees them, and another organization's do not exist", async () => {
  const [here, there] = [await aSpaceWithBookings(), await aSpaceWithBookings()];
  const [closing, archiving] = [{ ...here.hours, exceptions: [closed("2026-11-26")] }, { resourceId: here.room.id }];
  expect(ids(await strandedByHours(here.manager, closing))).not.toEqual([]);
  expect(await refusalOf(strandedByHours(here.ana, closing))).toMatchObject({ code: "not_allowed" });
  expect(await refusalOf(strandedByArchiving(here.ana, archiving))).toMatchObject({ code: "not_allowed" });
  expect(await refusalOf(strandedByHours(there.manager, closing))).toEqual({ code: "not_found", what: "location" });
  expect(await refusalOf(strandedByArchiving(there.manager, archiving))).toEqual({
    code: "not_found",
    what: "resource",
  });
});
