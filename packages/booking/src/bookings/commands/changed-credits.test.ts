import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { ANYTHING } from "@working-social/credits/schema";
import type { BookingView } from "../schema.ts";
import type { PaidSpace } from "../testing/a-paid-space.ts";
import { aPaidSpace } from "../testing/a-paid-space.ts";
import { aBooking, aChange, race, refusalOf } from "../testing/a-space.ts";
import type { FullChange } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { changeBooking } from "./change-booking.ts";
import { previewCancellation } from "./preview-cancellation.ts";
import { quoteChange } from "./quote-change.ts";

// A change gives all back and pays anew by the new quote, in one transaction; a booking never stands in its own way.

let database: TestDatabase;
let space: PaidSpace;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  space = await aPaidSpace(database);
});

const MINUTES_90 = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:30:00Z" };
const book = (expectedTotalMinor = 0, slot = MINUTES_90) =>
  bookResource(space.ana, aBooking(space.room.id, { ...slot, expectedTotalMinor }));
const change = (booking: BookingView, wish: Partial<FullChange>) => changeBooking(space.ana, aChange(booking, wish));
const cancel = (booking: BookingView, expectedFeeMinor = 0, kept = 0) =>
  cancelBooking(space.ana, {
    bookingId: booking.id,
    reason: null,
    expectedFeeMinor,
    expectedKept: kept > 0 ? [{ unit: "room_minutes", quantity: kept }] : [],
    idempotencyKey: newId(),
  });
const minutes = (quantity: number) => [{ unit: "room_minutes" as const, quantity }];
const HALF = "2026-11-25T12:00:00Z";

test("its own credits count as free: longer, shorter, moved; book, move and cancel come back to the opening balance", async () => {
  await space.give(space.ana, 90);
  const booked = await book();
  const longer = { endsAt: "2026-11-26T12:00:00Z" };
  const asked = { bookingId: booked.id, resourceId: space.room.id, startsAt: booked.startsAt, ...longer };
  expect(await quoteChange(space.ana, asked)).toMatchObject({ isBookable: true, quote: { totalMinor: 1200 } });
  const longest = await change(booked, { ...longer, expectedTotalMinor: 1200 });
  expect(await space.books(booked.id)).toEqual({ used: 90, promised: 0, held: 0, openMinor: 1200, unpaid: 30 });
  const moved = await change(longest, { startsAt: "2026-11-28T10:00:00Z", endsAt: "2026-11-28T10:30:00Z" });
  expect(await space.books(booked.id)).toEqual({ used: 30, promised: 0, held: 0, openMinor: 0, unpaid: 0 });
  await cancel(moved);
  const { opening, closing, movements } = await space.explain(space.ana);
  expect([opening, closing, await space.left(space.ana)]).toEqual([0, 90, 90]);
  expect(movements.map(({ kind, quantity }) => [kind, quantity])).toEqual([
    ["grant", 90],
    ["consume", -90],
    ["change", 0],
    ["change", 60],
    ["refund", 30],
  ]);
  const mine = movements.filter(({ kind }) => kind !== "grant");
  expect(mine.every(({ cause }) => cause?.type === "booking" && cause.id === booked.id)).toBe(true);
});

test("shortened late, what it leaves is what is left, and the statement tells one movement with its reason", async () => {
  await space.give(space.ana, 600);
  const booked = await book(0, { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T12:00:00Z" });
  space.clock.set("2026-11-26T08:30:00Z");
  const asked = { resourceId: space.room.id, startsAt: booked.startsAt, endsAt: "2026-11-26T11:30:00Z" };
  const { quote } = await quoteChange(space.ana, { bookingId: booked.id, ...asked });
  expect(quote?.lines).toMatchObject([
    { kind: "time" },
    { kind: "credit", quantity: 90, lots: [{ quantity: 90, leftAfter: 480 }] },
    { kind: "kept_credits", quantity: 30 },
  ]);
  await change(booked, { ...asked, expectedKept: minutes(30) });
  expect(await space.left(space.ana)).toBe(480);
  const { movements } = await space.explain(space.ana);
  expect(movements.slice(2)).toMatchObject([
    {
      kind: "change",
      quantity: 0,
      reason: "changed",
      cause: { id: booked.id },
      usedAt: booked.startsAt,
      balanceAfter: 480,
    },
  ]);
});

test("other words move nothing", async () => {
  await space.give(space.ana, 60);
  const booked = await book(1200);
  const before = await space.explain(space.ana);
  await change(booked, { title: "Board", expectedTotalMinor: 1200 });
  expect([await space.explain(space.ana), (await space.books(booked.id)).openMinor]).toEqual([before, 1200]);
});

test("to a desk: minutes back, a day pass taken", async () => {
  const desk = await space.resource({ kind: "hot_desk", unitCount: 2 });
  await space.give(space.ana, 90);
  await space.give(space.ana, 1, { unit: "day_passes" });
  const booked = await book();
  await change(booked, { resourceId: desk.id });
  expect([await space.books(booked.id), await space.books(booked.id, "day_passes")]).toMatchObject([
    { used: 0 },
    { used: 1 },
  ]);
});

test("when the new time can't be had, nothing has moved", async () => {
  await space.give(space.ana, 90);
  const booked = await book();
  await bookResource(
    space.manager,
    aBooking(space.room.id, {
      startsAt: "2026-11-27T10:00:00Z",
      endsAt: "2026-11-27T11:00:00Z",
      expectedTotalMinor: 2400,
    }),
  );
  const before = await space.explain(space.ana);
  const taken = { startsAt: "2026-11-27T10:00:00Z", endsAt: "2026-11-27T11:30:00Z" };
  expect(await refusalOf(change(booked, taken))).toMatchObject({ code: "cannot_book" });
  expect(await space.explain(space.ana)).toEqual(before);
});

test("a change is no way around the fee: what cancelling would keep stays used, and a later cancel keeps at least that", async () => {
  await space.give(space.ana, 90);
  const booked = await book();
  space.clock.set(HALF);
  const away = { startsAt: "2026-11-28T10:00:00Z", endsAt: "2026-11-28T10:15:00Z" };
  const answer = await quoteChange(space.ana, { bookingId: booked.id, resourceId: space.room.id, ...away });
  expect(answer.quote?.lines).toMatchObject([
    { kind: "time", amountMinor: 600 },
    { kind: "credit", quantity: 15 },
    { kind: "kept_credits", unit: "room_minutes", quantity: 30, earlierQuantity: 90 },
  ]);
  expect(await refusalOf(change(booked, away))).toMatchObject({ code: "price_changed", quote: { totalMinor: 0 } });
  const moved = await change(booked, { ...away, expectedKept: minutes(30) });
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([{ used: 45, openMinor: 0 }, 45]);
  expect(await previewCancellation(space.ana, { bookingId: booked.id })).toMatchObject({
    feeMinor: 0,
    freeUntil: null,
    credits: [{ used: 45, kept: 45 }],
  });
  const again = await change(moved, {
    startsAt: "2026-11-28T10:00:00Z",
    endsAt: "2026-11-28T12:00:00Z",
    expectedTotalMinor: 1200,
  });
  expect(await space.books(booked.id)).toMatchObject({ used: 90, openMinor: 1200, unpaid: 30 });
  await cancel(again, 0, 45);
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([{ used: 45, openMinor: 0 }, 45]);
});

test("money and credits are owed each for itself", async () => {
  await space.give(space.ana, 60);
  const booked = await book(1200);
  space.clock.set(HALF);
  const moved = await change(booked, {
    startsAt: "2026-11-28T10:00:00Z",
    endsAt: "2026-11-28T10:15:00Z",
    expectedTotalMinor: 600,
    expectedKept: minutes(15),
  });
  expect(moved.quote?.lines).toMatchObject([
    { kind: "time" },
    { kind: "credit", quantity: 15 },
    { kind: "kept_credits", quantity: 15 },
    { kind: "kept", amountMinor: 600 },
  ]);
  expect(await space.books(booked.id)).toEqual({ used: 30, promised: 0, held: 0, openMinor: 600, unpaid: 0 });
  await space.give(space.ana, 600);
  expect(await space.books(booked.id)).toMatchObject({ used: 30, openMinor: 600 });
  await cancel(moved, 600, 30);
  expect(await space.books(booked.id)).toMatchObject({ used: 30, openMinor: 600 });
});

test("money that is owed stays owed when credits pay it later", async () => {
  const booked = await book(3600);
  space.clock.set(HALF);
  const away = { startsAt: "2026-11-28T10:00:00Z", endsAt: "2026-11-28T11:30:00Z" };
  const moved = await change(booked, { ...away, expectedTotalMinor: 3600 });
  expect(await previewCancellation(space.ana, { bookingId: booked.id })).toMatchObject({ feeMinor: 1800, credits: [] });
  await space.give(space.ana, 60);
  expect(await previewCancellation(space.ana, { bookingId: booked.id })).toMatchObject({
    feeMinor: 600,
    credits: [{ used: 60, kept: 30 }],
  });
  await space.give(space.ana, 30);
  await cancel(moved, 0, 45);
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([{ used: 45, openMinor: 0 }, 45]);
});

test("credits for one room only do not pay for the other", async () => {
  const other = await space.resource();
  await space.give(space.ana, 90, { scope: { ...ANYTHING, resourceIds: [space.room.id] } });
  const booked = await book();
  await change(booked, { resourceId: other.id, expectedTotalMinor: 3600 });
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([{ used: 0, openMinor: 3600 }, 90]);
});

test("a booking that runs ends earlier: what is not used comes back, but for the fee", async () => {
  await space.give(space.ana, 90);
  const booked = await book();
  space.clock.set("2026-11-26T10:20:00Z");
  await change(booked, { endsAt: "2026-11-26T10:30:00Z", expectedKept: minutes(60) });
  expect(await space.books(booked.id)).toMatchObject({ used: 90, openMinor: 0 });
});

test("a booking that runs keeps its credits when their lot is over: at the turn of the month, longer and shorter", async () => {
  await space.plan(120, { person: space.ana });
  await space.runJobs();
  const booked = await book(0, { startsAt: "2026-11-30T17:00:00Z", endsAt: "2026-11-30T19:00:00Z" });
  await database.owner.query("DELETE FROM plan_allowances WHERE organization_id = $1", [space.organizationId]);
  space.clock.set("2026-11-30T18:30:00Z");
  await space.runJobs();
  await space.give(space.ana, 20);
  const longer = await change(booked, { endsAt: "2026-11-30T19:30:00Z", expectedTotalMinor: 400 });
  expect(await space.books(booked.id)).toEqual({ used: 140, promised: 0, held: 0, openMinor: 400, unpaid: 10 });
  await change(longer, { endsAt: "2026-11-30T18:45:00Z", expectedTotalMinor: 400, expectedKept: minutes(35) });
  expect(await space.books(booked.id)).toMatchObject({ used: 140, openMinor: 400, unpaid: 0 });
});

test("an imported booking of nobody here is moved, and nobody pays", async () => {
  const booked = await book(3600);
  for (const table of ["charge_lines", "charges"])
    await database.owner.query(`DELETE FROM ${table} WHERE organization_id = $1`, [space.organizationId]);
  await database.owner.query("UPDATE bookings SET person_id = NULL, team_id = NULL WHERE id = $1", [booked.id]);
  const moved = await changeBooking(
    space.manager,
    aChange(booked, { endsAt: "2026-11-26T12:30:00Z", expectedTotalMinor: 6000 }),
  );
  expect([moved.personId, (await space.books(booked.id)).openMinor]).toEqual([null, 0]);
  const input = { bookingId: booked.id, reason: null, expectedFeeMinor: 0, idempotencyKey: newId() };
  expect(await cancelBooking(space.manager, input)).toMatchObject({ status: "cancelled" });
});

test("an old booking without a charge is paid for when it changes", async () => {
  const booked = await book(3600);
  for (const table of ["charge_lines", "charges"])
    await database.owner.query(`DELETE FROM ${table} WHERE organization_id = $1`, [space.organizationId]);
  await space.give(space.ana, 60);
  const moved = await change(booked, {
    startsAt: "2026-11-28T10:00:00Z",
    endsAt: "2026-11-28T11:30:00Z",
    expectedTotalMinor: 1200,
  });
  expect(await space.books(booked.id)).toEqual({ used: 60, promised: 0, held: 0, openMinor: 1200, unpaid: 30 });
  await cancel(moved);
  expect(await space.left(space.ana)).toBe(60);
});

describe("races", () => {
  test("two bookings that grow at once can't both have the last minutes", async () => {
    await space.give(space.ana, 150);
    const other = await space.resource();
    const [one, two] = [
      await book(0, { ...MINUTES_90, endsAt: "2026-11-26T11:00:00Z" }),
      await bookResource(space.ana, aBooking(other.id)),
    ];
    const endsAt = "2026-11-26T11:30:00Z";
    const outcome = await race([change(one, { endsAt }), change(two, { endsAt })]);
    expect(outcome).toEqual({ done: 1, refusals: ["price_changed"] });
    expect(await space.left(space.ana)).toBe(0);
  });
});
