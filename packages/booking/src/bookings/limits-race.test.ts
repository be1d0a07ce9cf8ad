import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@working-social/db";
import { aRule, aTeam, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { bookResource } from "./commands/book-resource.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { aBooking, aChange, aSpace, personIdOf, race } from "./testing/a-space.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Six rooms beside the first: what one person or team wants at once in different rooms, no exclusion constraint sees. */
async function sevenRooms() {
  const space = await aSpace(database);
  const others = await Promise.all(Array.from({ length: 6 }, () => space.resource()));
  return { ...space, rooms: [space.room, ...others] };
}

test("one room at a time means one, however many are wanted in the same moment", async () => {
  const { ana, rooms, organizationId } = await sevenRooms();
  await aRule(database.owner, organizationId, { max_concurrent_per_person: 1 });
  const { done, refusals } = await race(rooms.map((room) => bookResource(ana, aBooking(room.id))));
  expect({ done, refusals: new Set(refusals) }).toEqual({ done: 1, refusals: new Set(["too_many_at_once"]) });
});

test("minutes of a day and upcoming bookings add up over rooms", async () => {
  const { ana, rooms, organizationId } = await sevenRooms();
  await aRule(database.owner, organizationId, { max_minutes_per_day_per_person: 180, max_upcoming_per_person: 5 });
  const today = await race(rooms.map((room) => bookResource(ana, aBooking(room.id))));
  expect(today.done).toBe(3);
  const later = (room: { id: string }) =>
    bookResource(ana, aBooking(room.id, { startsAt: "2026-11-28T10:00:00Z", endsAt: "2026-11-28T10:10:00Z" }));
  const rest = await race(rooms.map(later));
  expect({ done: rest.done, refusals: new Set(rest.refusals) }).toEqual({
    done: 2,
    refusals: new Set(["too_many_upcoming"]),
  });
});

test("a team's limit holds over its people, and other teams have their own", async () => {
  const space = await sevenRooms();
  const { rooms, organizationId, another } = space;
  const [red, blue] = [await aTeam(database.owner, organizationId), await aTeam(database.owner, organizationId)];
  await aRule(database.owner, organizationId, { max_concurrent_per_team: 2 });
  const people: Context[] = [];
  for (const [i] of rooms.entries()) people.push(await another({ teamId: i < 5 ? red.id : blue.id }));
  const { done, refusals } = await race(
    rooms.map((room, i) => bookResource(people[i] ?? space.ana, aBooking(room.id))),
  );
  expect({ done, refusals: new Set(refusals) }).toEqual({ done: 4, refusals: new Set(["too_many_at_once"]) });
});

test("changes count as well", async () => {
  const { ana, rooms, organizationId } = await sevenRooms();
  const bookings = [];
  for (const [i, room] of rooms.entries()) {
    const at = (minute: string) => `2026-11-26T${10 + i}:${minute}:00Z`;
    bookings.push(await bookResource(ana, aBooking(room.id, { startsAt: at("00"), endsAt: at("30") })));
  }
  await aRule(database.owner, organizationId, { max_concurrent_per_person: 1 });
  const into = { startsAt: "2026-11-27T10:00:00Z", endsAt: "2026-11-27T10:30:00Z" };
  expect((await race(bookings.map((booking) => changeBooking(ana, aChange(booking, into))))).done).toBe(1);
});

test("staff who book for somebody go past the limits", async () => {
  const { ana, rooms, organizationId, another } = await sevenRooms();
  await aRule(database.owner, organizationId, { max_concurrent_per_person: 1 });
  const front = await another({ role: "front_desk" });
  const { done } = await race(
    rooms.map((room) => bookResource(front, aBooking(room.id, { forPersonId: personIdOf(ana) }))),
  );
  expect(done).toBe(7);
});
