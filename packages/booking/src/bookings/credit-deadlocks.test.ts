import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { confirmHold } from "./commands/confirm-hold.ts";
import { PAUSE_MINUTES } from "./steps/hold-limits.ts";
import { holdSlot } from "./commands/hold-slot.ts";
import { quoteSlot } from "./commands/quote-slot.ts";
import type { BookingView } from "./schema.ts";
import type { PaidSpace } from "./testing/a-paid-space.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import { aBooking, aChange, personIdOf, race } from "./testing/a-space.ts";

// One order for all: the booking, who has limits, the wallet, the units. PostgreSQL counts the circles it had to break.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ maxConnections: 12 });
});
afterAll(() => database.close());

/** Connections tell their counts when a transaction of theirs ends a second after the last time. */
async function deadlocks(ctx: Context): Promise<number> {
  await delay(1100);
  await Promise.all(Array.from({ length: 24 }, () => ctx.db.pool.query("SELECT pg_sleep(0.02)")));
  const { rows } = await database.owner.query<{ deadlocks: number }>(
    "SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()",
  );
  return rows[0]?.deadlocks ?? Number.NaN;
}

const slot = (hour: number) => ({ startsAt: `2026-11-26T${hour}:00:00Z`, endsAt: `2026-11-26T${hour}:45:00Z` });

/** All that two of a team can do at once with one pair of rooms and one wallet. */
function clicks(space: PaidSpace, people: Context[], rooms: string[], held: BookingView, booked: BookingView) {
  const { manager } = space;
  const [ben = space.ana, eva = space.ana] = people;
  const [one = "", two = ""] = rooms;
  const book = (ctx: Context, roomId: string, hour: number) => bookResource(ctx, aBooking(roomId, slot(hour)));
  const idempotencyKey = newId();
  return [
    book(ben, one, 14),
    book(eva, one, 14),
    book(eva, two, 15),
    book(ben, two, 15),
    changeBooking(ben, aChange(booked, { ...slot(16), resourceId: two })),
    changeBooking(manager, aChange(booked, slot(14))),
    cancelBooking(ben, { bookingId: booked.id, reason: null, expectedFeeMinor: 0, idempotencyKey }),
    confirmHold(eva, {
      bookingId: held.id,
      title: "",
      isTitlePublic: false,
      expectedTotalMinor: 0,
      idempotencyKey: newId(),
    }),
    holdSlot(eva, { resourceId: two, ...slot(16), idempotencyKey: newId() }),
    space.give({ teamId: space.team.id }, 30),
    space.give(ben, 15),
    space.runJobs(),
  ];
}

test("nobody waits in a circle for credits, rooms and limits", async () => {
  const space = await aPaidSpace(database);
  await aRule(database.owner, space.organizationId, { max_upcoming_per_person: 50, max_upcoming_per_team: 90 });
  const people = [await space.another({ teamId: space.team.id }), await space.another({ teamId: space.team.id })];
  await space.plan(600, { teamId: space.team.id });
  await space.runJobs();
  const rooms = [space.room.id, (await space.resource()).id];
  const [ben = space.ana, eva = space.ana] = people;
  for (let round = 0; round < 6; round++) {
    const asked = { resourceId: rooms[0] ?? "", ...slot(12), forPersonId: null };
    expect((await quoteSlot(ben, asked)).quote?.totalMinor).toBe(0);
    const booked = await bookResource(ben, aBooking(rooms[0] ?? "", slot(12)));
    const held = await holdSlot(eva, { resourceId: rooms[1] ?? "", ...slot(12), idempotencyKey: newId() });
    await race(clicks(space, people, rooms, held, booked));
    await database.owner.query(
      "UPDATE claims SET released_at = now() WHERE organization_id = $1 AND released_at IS NULL",
      [space.organizationId],
    );
    await space.give({ teamId: space.team.id }, 600);
    // Holds of this round are over, and their pause too.
    space.clock.advanceMinutes(10 + PAUSE_MINUTES);
  }
  expect(await deadlocks(space.ana)).toBe(0);
}, 60_000);

test("and would be seen if they did", async () => {
  const space = await aPaidSpace(database);
  const ids = [personIdOf(space.ana), personIdOf(await space.another())];
  const lockInOrder = (order: (string | undefined)[]) =>
    inTransaction(space.ana, async (tx) => {
      for (const id of order) {
        await tx.query("SELECT id FROM people WHERE id = $1 FOR UPDATE", [id]);
        await delay(50);
      }
    });
  await Promise.all([lockInOrder(ids), lockInOrder([...ids].reverse())]);
  expect(await deadlocks(space.ana)).toBeGreaterThan(0);
}, 60_000);
