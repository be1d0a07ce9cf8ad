import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANYTHING } from "@working-social/credits/schema";
import { aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { keptOfLines } from "../../rules/credit-line.ts";
import type { BookingView } from "../schema.ts";
import type { PaidSpace } from "../testing/a-paid-space.ts";
import { aPaidSpace } from "../testing/a-paid-space.ts";
import { aBooking, aChange } from "../testing/a-space.ts";
import type { FullChange } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { changeBooking } from "./change-booking.ts";
import { previewCancellation } from "./preview-cancellation.ts";
import { quoteChange } from "./quote-change.ts";

// Who cancels late pays for it, whatever way around it they try: 24.00 an hour, all of it owed from two hours before.

let database: TestDatabase;
let space: PaidSpace;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  space = await aPaidSpace(database);
});

const TOO_LATE = "2026-11-26T09:00:00Z";
const NEXT_WEEK = { startsAt: "2026-12-03T10:00:00Z", endsAt: "2026-12-03T11:00:00Z" };
const book = (expectedTotalMinor: number) => bookResource(space.ana, aBooking(space.room.id, { expectedTotalMinor }));

/** Changes as the portal does: asks for the price first, and agrees to it. */
async function change(booking: BookingView, wish: Partial<FullChange>, ctx = space.ana): Promise<BookingView> {
  const input = aChange(booking, wish);
  const { bookingId, resourceId, startsAt, endsAt } = input;
  const { quote } = await quoteChange(ctx, { bookingId, resourceId, startsAt, endsAt });
  const expectedKept = keptOfLines(quote?.lines ?? []);
  return changeBooking(ctx, { ...input, expectedTotalMinor: quote?.totalMinor ?? 0, expectedKept });
}
const priceOf = (booking: BookingView) => previewCancellation(space.ana, { bookingId: booking.id });

describe("into a room that needs approval, where cancelling is free while it waits", () => {
  beforeEach(async () => {
    await aRule(database.owner, space.organizationId, { needs_approval: true, resource_kind: "booth" });
  });

  test("money stays owed", async () => {
    const booth = await space.resource({ kind: "booth" });
    const booked = await book(2400);
    space.clock.set(TOO_LATE);
    const moved = await change(booked, { resourceId: booth.id, ...NEXT_WEEK });
    expect(moved.status).toBe("pending_approval");
    expect(await priceOf(moved)).toMatchObject({ feeMinor: 2400 });
  });

  test("credits stay used", async () => {
    const booth = await space.resource({ kind: "booth" });
    await space.give(space.ana, 60);
    const booked = await book(0);
    space.clock.set(TOO_LATE);
    const moved = await change(booked, { resourceId: booth.id, ...NEXT_WEEK });
    expect(await priceOf(moved)).toMatchObject({ credits: [{ unit: "room_minutes", used: 60, kept: 60 }] });
  });

  test("who was never approved owes nothing, also after a change", async () => {
    const booth = await space.resource({ kind: "booth" });
    const booked = await bookResource(space.ana, aBooking(booth.id, { expectedTotalMinor: 2400 }));
    expect(booked.status).toBe("pending_approval");
    space.clock.set(TOO_LATE);
    const shorter = await change(booked, { endsAt: "2026-11-26T10:30:00Z" });
    expect([shorter.quote?.totalMinor, (await priceOf(shorter)).feeMinor]).toEqual([1200, 0]);
    const moved = await change(shorter, NEXT_WEEK);
    expect((await priceOf(moved)).feeMinor).toBe(0);
  });
});

test("to another month, and then to another day there: credits of the first month stay used", async () => {
  await space.give(space.ana, 60, { expiresAt: "2026-11-30T00:00:00Z" });
  const free = await space.resource({ kind: "hot_desk" });
  const booked = await book(0);
  space.clock.set(TOO_LATE);
  const moved = await change(booked, { resourceId: free.id, ...NEXT_WEEK });
  expect(await space.books(moved.id)).toMatchObject({ used: 60 });
  const again = await change(moved, { startsAt: "2026-12-04T10:00:00Z", endsAt: "2026-12-04T11:00:00Z" });
  expect([(await space.books(again.id)).used, await space.left(space.ana)]).toEqual([60, 0]);
  expect(await priceOf(again)).toMatchObject({ credits: [{ unit: "room_minutes", used: 60, kept: 60 }] });
});

test("from a room that credits are for to one that they are not for, twice", async () => {
  const scope = { ...ANYTHING, resourceIds: [space.room.id] };
  await space.give(space.ana, 60, { scope });
  const other = await space.resource();
  const booked = await book(0);
  space.clock.set(TOO_LATE);
  const moved = await change(booked, { resourceId: other.id, ...NEXT_WEEK });
  const again = await change(moved, { startsAt: "2026-12-04T10:00:00Z", endsAt: "2026-12-04T11:00:00Z" });
  expect([(await space.books(again.id)).used, await space.left(space.ana)]).toEqual([60, 0]);
});

test("money owed stays owed in credits when a pack, bought after the change, has paid the charge", async () => {
  const booked = await book(2400);
  space.clock.set(TOO_LATE);
  const moved = await change(booked, NEXT_WEEK);
  expect(await priceOf(moved)).toMatchObject({ feeMinor: 2400 });
  await space.give(space.ana, 60);
  expect(await space.books(moved.id)).toMatchObject({ used: 60, openMinor: 0 });
  expect(await priceOf(moved)).toMatchObject({
    feeMinor: 0,
    credits: [{ unit: "room_minutes", used: 60, kept: 60 }],
  });
});

test("a team's credits stay used when somebody who has left the team changes a late booking", async () => {
  const eve = await space.another({ teamId: space.team.id });
  await space.give({ teamId: space.team.id }, 60);
  const booked = await bookResource(eve, aBooking(space.room.id, { expectedTotalMinor: 0 }));
  space.clock.set(TOO_LATE);
  await database.owner.query("UPDATE people SET team_id = NULL WHERE team_id = $1", [space.team.id]);
  const times = { startsAt: "2026-11-26T14:00:00Z", endsAt: "2026-11-26T14:30:00Z" };
  const { quote } = await change(booked, times, eve);
  expect(quote).toMatchObject({ totalMinor: 1200, lines: [{}, { kind: "kept_credits", quantity: 60 }] });
  expect(await space.books(booked.id)).toMatchObject({ used: 60, openMinor: 1200 });
});
