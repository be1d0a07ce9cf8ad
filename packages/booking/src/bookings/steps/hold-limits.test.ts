import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { bookResource } from "../commands/book-resource.ts";
import { confirmHold } from "../commands/confirm-hold.ts";
import { expireHolds } from "../commands/expire-holds.ts";
import { holdSlot } from "../commands/hold-slot.ts";
import { releaseHold } from "../commands/release-hold.ts";
import { MOST_OPEN_HOLDS } from "./hold-limits.ts";
import { listBookings } from "../queries.ts";
import type { Space } from "../testing/a-space.ts";
import { aBooking, aSpace, cannotBookOf, personIdOf, race, refusalCodes } from "../testing/a-space.ts";

let database: TestDatabase;
let space: Space;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  space = await aSpace(database);
});

const at = (hour: number) => ({
  startsAt: `2026-11-26T${String(hour).padStart(2, "0")}:00:00Z`,
  endsAt: `2026-11-26T${String(hour + 1).padStart(2, "0")}:00:00Z`,
});
const hold = (hour = 10, ctx = space.ana, resourceId = space.room.id) =>
  holdSlot(ctx, { resourceId, ...at(hour), idempotencyKey: newId() });

test("one person holds three times at once and no more, however quickly they ask; others hold theirs", async () => {
  const rooms = await Promise.all(Array.from({ length: 8 }, () => space.resource()));
  const { done, refusals } = await race(rooms.map((room) => hold(10, space.ana, room.id)));
  expect([done, new Set(refusals)]).toEqual([MOST_OPEN_HOLDS, new Set(["too_many_holds"])]);
  await hold(12, await space.another());
  const open = { status: "held", cursor: null, from: at(0).startsAt, to: at(22).endsAt } as const;
  const desk = await space.another({ role: "front_desk" });
  const { bookings } = await listBookings(desk, { locationId: space.locationId, ...open });
  expect(bookings.filter(({ personId }) => personId === personIdOf(space.ana))).toHaveLength(3);
});

test("a hold that was confirmed, let go or is over makes room for another", async () => {
  const holds = [await hold(8), await hold(9), await hold(10)];
  expect(await refusalCodes(hold(11))).toEqual(["too_many_holds"]);
  const [first, second] = holds.map(({ id }) => id);
  const input = { title: "", isTitlePublic: false, expectedTotalMinor: 0, idempotencyKey: newId() };
  await confirmHold(space.ana, { bookingId: first ?? "", ...input });
  await hold(11);
  await releaseHold(space.ana, { bookingId: second ?? "", idempotencyKey: newId() });
  await hold(12);
  expect(await refusalCodes(hold(13))).toEqual(["too_many_holds"]);
  space.clock.advanceMinutes(10);
  await hold(13);
});

test("a clock that was ahead and is set right again keeps nobody from a time for so long", async () => {
  space.clock.advanceMinutes(600);
  await releaseHold(space.ana, { bookingId: (await hold()).id, idempotencyKey: newId() });
  space.clock.advanceMinutes(-600);
  expect(await hold()).toMatchObject({ status: "held" });
});

test("a time that ran out is left to others for a quarter of an hour, whether or not the job has come by", async () => {
  for (const job of [async () => {}, () => expireHolds({ db: database.db, clock: space.clock })]) {
    space = await aSpace(database);
    const held = await hold();
    space.clock.advanceMinutes(10);
    await job();
    expect(await cannotBookOf(hold())).toMatchObject({
      refusals: [{ code: "held_before", againAt: "2026-11-25T09:25:00.000Z" }],
    });
    expect(held.holdExpiresAt).toBe("2026-11-25T09:10:00.000Z");
    await hold(10, await space.another());
    space.clock.advanceMinutes(15);
    await hold();
  }
});

test("the same for one that was let go, and a slot that only touches it by some minutes is the same", async () => {
  const held = await hold();
  space.clock.advanceMinutes(1);
  await releaseHold(space.ana, { bookingId: held.id, idempotencyKey: newId() });
  const shifted = { startsAt: "2026-11-26T10:15:00Z", endsAt: "2026-11-26T11:15:00Z" };
  const again = holdSlot(space.ana, { resourceId: space.room.id, ...shifted, idempotencyKey: newId() });
  expect(await refusalCodes(again)).toEqual(["held_before"]);
  await hold(11);
  await hold(10, space.ana, (await space.resource()).id);
});

test("booking it is possible at once", async () => {
  const held = await hold();
  await releaseHold(space.ana, { bookingId: held.id, idempotencyKey: newId() });
  expect((await bookResource(space.ana, aBooking(space.room.id))).status).toBe("confirmed");
});
