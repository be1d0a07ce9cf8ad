import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Emitted } from "@working-social/db";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { bookResource } from "./bookings/commands/book-resource.ts";
import { cancelBooking } from "./bookings/commands/cancel-booking.ts";
import { changeBooking } from "./bookings/commands/change-booking.ts";
import { listMyBookings } from "./bookings/queries.ts";
import { aBooking, aChange, aSpace, personIdOf } from "./bookings/testing/a-space.ts";

let database: TestDatabase;
let said: Emitted[] = [];
let isQueueAway = false;
beforeAll(async () => {
  database = await createTestDatabase({
    react: async (_tx, _ctx, event) => {
      if (isQueueAway) throw new Error("The queue is away.");
      said.push(event);
    },
  });
});
afterAll(() => database.close());
beforeEach(() => {
  said = [];
  isQueueAway = false;
});

test("what can't be followed by its reactions has not happened, and a retry is followed once", async () => {
  const { ana, room } = await aSpace(database);
  const input = aBooking(room.id);
  isQueueAway = true;
  await expect(bookResource(ana, input)).rejects.toThrow("The queue is away.");
  expect((await listMyBookings(ana, { scope: "upcoming", cursor: null })).bookings).toEqual([]);
  isQueueAway = false;
  const [first, again] = [await bookResource(ana, input), await bookResource(ana, input)];
  expect(again).toEqual(first);
  expect(said).toMatchObject([{ name: "booking.created", subjectId: first.id }]);
});

test("an event says whose booking it is and who did it, so that reactions know whether it was somebody else", async () => {
  const { ana, another, room } = await aSpace(database);
  const desk = await another({ role: "front_desk" });
  await bookResource(desk, aBooking(room.id, { forPersonId: personIdOf(ana) }));
  await bookResource(desk, aBooking(room.id, { startsAt: "2026-11-26T12:00:00Z", endsAt: "2026-11-26T13:00:00Z" }));
  expect(said).toMatchObject([
    { actorPersonId: personIdOf(desk), data: { personId: personIdOf(ana) } },
    { actorPersonId: personIdOf(desk), data: { personId: personIdOf(desk) } },
  ]);
});

test("a change says from where to where, and keeps the words that somebody typed apart", async () => {
  const { ana, room } = await aSpace(database);
  const booked = await bookResource(ana, aBooking(room.id, { title: "Interview with Bo" }));
  const later = { startsAt: "2026-11-26T12:00:00Z", endsAt: "2026-11-26T13:00:00Z" };
  const changed = await changeBooking(ana, aChange(booked, { ...later, title: "Interview" }));
  const cancelling = { bookingId: changed.id, expectedFeeMinor: 0, idempotencyKey: crypto.randomUUID() };
  await cancelBooking(ana, { ...cancelling, reason: "Bo is ill" });
  const { id: subjectId, startsAt, endsAt } = booked;
  const place = { resourceId: room.id, status: "confirmed" };
  expect(said.slice(1)).toMatchObject([
    {
      name: "booking.changed",
      subjectId,
      data: {
        from: { ...place, startsAt, endsAt },
        to: { ...place, startsAt: changed.startsAt, endsAt: changed.endsAt },
        changes: {},
      },
      personal: { changes: { title: ["Interview with Bo", "Interview"] } },
    },
    { name: "booking.cancelled", subjectId, data: { from: "confirmed" }, reason: "Bo is ill" },
  ]);
  const { rows } = await database.owner.query(
    "SELECT string_agg(data::text, '') AS text FROM events WHERE subject_id = $1",
    [subjectId],
  );
  expect(rows[0]?.text).not.toMatch(/Bo|Interview/);
});
