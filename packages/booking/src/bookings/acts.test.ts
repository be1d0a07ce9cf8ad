import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { bookResource } from "./commands/book-resource.ts";
import type { BookingAct } from "./acts.ts";
import { listMyBookings } from "./queries.ts";
import { aBooking, aSpace, personIdOf } from "./testing/a-space.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("a fault while people are told leaves no booking behind, and a retry tells them once", async () => {
  const { ana, room } = await aSpace(database);
  const input = aBooking(room.id);
  const failing = () => Promise.reject(new Error("The queue is away."));
  await expect(bookResource(ana, input, failing)).rejects.toThrow("The queue is away.");
  expect((await listMyBookings(ana, { scope: "upcoming", cursor: null })).bookings).toEqual([]);
  const told: BookingAct[] = [];
  const tell = (_tx: unknown, _ctx: unknown, news: BookingAct) => Promise.resolve(void told.push(news));
  const [first, again] = [await bookResource(ana, input, tell), await bookResource(ana, input, tell)];
  expect(again).toEqual(first);
  expect(told).toEqual([{ kind: "booked", booking: first, before: null, isForOther: false }]);
});

test("what staff do for somebody says that it is for another, and for themselves that it is not", async () => {
  const { ana, another, room } = await aSpace(database);
  const desk = await another({ role: "front_desk" });
  const told: boolean[] = [];
  const tell = (_tx: unknown, _ctx: unknown, news: BookingAct) => Promise.resolve(void told.push(news.isForOther));
  await bookResource(desk, aBooking(room.id, { forPersonId: personIdOf(ana) }), tell);
  await bookResource(
    desk,
    aBooking(room.id, { startsAt: "2026-11-26T12:00:00Z", endsAt: "2026-11-26T13:00:00Z" }),
    tell,
  );
  expect(told).toEqual([true, false]);
});
