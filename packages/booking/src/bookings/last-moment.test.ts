import { afterAll, beforeAll, expect, test } from "vitest";
import { aRule, aTeam, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { confirmHold } from "./commands/confirm-hold.ts";
import { holdSlot } from "./commands/hold-slot.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import type { Space } from "./testing/a-space.ts";
import { aBooking, aSpace, personIdOf, race, refusalCodes, refusalOf } from "./testing/a-space.ts";
import { stallCommits, stallCredits } from "./testing/while-stalled.ts";

// A transaction that hangs between reading the clock and its commit, while time goes on for everybody else.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const SLOT = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z" };
const confirming = (bookingId: string) => ({
  bookingId,
  title: "",
  isTitlePublic: false,
  expectedTotalMinor: 0,
  idempotencyKey: newId(),
});

async function holdInItsLastMinute(space: Space, limit: Record<string, number>) {
  await aRule(database.owner, space.organizationId, limit);
  const other = await space.resource();
  const hold = await holdSlot(space.ana, { resourceId: space.room.id, ...SLOT, idempotencyKey: newId() });
  space.clock.advanceMinutes(9);
  return { hold, other };
}

test("a hold confirmed in its last moment counts against the limit of one, however long its transaction hangs", async () => {
  const space = await aSpace(database);
  const { hold, other } = await holdInItsLastMinute(space, { max_concurrent_per_person: 1 });
  const stall = await stallCommits(database);
  const confirmed = confirmHold(space.ana, confirming(hold.id));
  await stall.untilWaiting(1);
  space.clock.advanceMinutes(2);
  const second = refusalCodes(bookResource(space.ana, aBooking(other.id)));
  await stall.untilWaiting(2);
  await stall.end();
  expect((await confirmed).status).toBe("confirmed");
  expect(await second).toEqual(["too_many_at_once"]);
});

test("a team's limit as well, when a colleague books", async () => {
  const space = await aSpace(database);
  const { id: teamId } = await aTeam(database.owner, space.organizationId);
  const [ben, eva] = [await space.another({ teamId }), await space.another({ teamId })];
  const { hold, other } = await holdInItsLastMinute({ ...space, ana: ben }, { max_upcoming_per_team: 1 });
  const stall = await stallCommits(database);
  const confirmed = confirmHold(ben, confirming(hold.id));
  await stall.untilWaiting(1);
  space.clock.advanceMinutes(2);
  const second = refusalCodes(bookResource(eva, aBooking(other.id)));
  await stall.untilWaiting(2);
  await stall.end();
  expect([(await confirmed).status, await second]).toEqual(["confirmed", ["too_many_upcoming"]]);
});

test("who books first as the hold ends keeps the booking, and the hold is over", async () => {
  const space = await aSpace(database);
  const { hold, other } = await holdInItsLastMinute(space, { max_concurrent_per_person: 1 });
  space.clock.advanceMinutes(2);
  const stall = await stallCommits(database);
  const booked = bookResource(space.ana, aBooking(other.id));
  await stall.untilWaiting(1);
  const late = refusalOf(confirmHold(space.ana, confirming(hold.id)));
  await stall.untilWaiting(2);
  await stall.end();
  expect([(await booked).status, (await late).code]).toEqual(["confirmed", "hold_expired"]);
});

test("a confirmation that waits for the limit over the end of the hold comes too late", async () => {
  const space = await aSpace(database);
  const { hold, other } = await holdInItsLastMinute(space, { max_upcoming_per_person: 2 });
  const stall = await stallCommits(database);
  const booked = bookResource(space.ana, aBooking(other.id));
  await stall.untilWaiting(1);
  const late = refusalOf(confirmHold(space.ana, confirming(hold.id)));
  await stall.untilWaiting(2);
  space.clock.advanceMinutes(2);
  await stall.end();
  expect([(await booked).status, (await late).code]).toEqual(["confirmed", "hold_expired"]);
});

test("confirming and taking the place of old holds never wait for each other in a circle", async () => {
  const space = await aPaidSpace(database);
  await aRule(database.owner, space.organizationId, { max_upcoming_per_person: 9 });
  await space.give(space.ana, 600);
  for (let round = 0; round < 5; round++) {
    const at = {
      startsAt: `2026-11-2${6 + (round % 3)}T1${round}:00:00Z`,
      endsAt: `2026-11-2${6 + (round % 3)}T1${round}:30:00Z`,
    };
    const hold = await holdSlot(space.ana, { resourceId: space.room.id, ...at, idempotencyKey: newId() });
    space.clock.advanceMinutes(9);
    const confirmed = confirmHold(space.ana, confirming(hold.id));
    space.clock.advanceMinutes(1);
    const { done } = await race([confirmed, bookResource(space.ana, aBooking(space.room.id, at))]);
    expect(done).toBe(1);
  }
});

test("who waits for their own credits over the end of the free period is asked again", async () => {
  const space = await aPaidSpace(database);
  await space.give(space.ana, 60);
  const booked = await bookResource(space.ana, aBooking(space.room.id, SLOT));
  space.clock.set("2026-11-25T09:59:00Z");
  const stall = await stallCredits(database, space.organizationId, personIdOf(space.ana));
  const late = refusalOf(
    cancelBooking(space.ana, { bookingId: booked.id, expectedFeeMinor: 0, reason: null, idempotencyKey: newId() }),
  );
  await stall.untilWaiting(1);
  space.clock.advanceMinutes(2);
  await stall.end();
  expect((await late).code).toBe("fee_changed");
});
