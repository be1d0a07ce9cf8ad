import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { formatInstant, newId, parseInstant } from "@working-social/kernel";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { quoteSlot } from "./commands/quote-slot.ts";
import type { BookingView } from "./schema.ts";
import type { PaidSpace } from "./testing/a-paid-space.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import { aBooking, aChange, personIdOf, race, refusalOf } from "./testing/a-space.ts";

// A booking in a later month is promised that month's credits, and takes them when it opens: at the price agreed, by the
// plan that counts then, in the order in which they were promised. December begins at 18:15 UTC of 30 November.

let database: TestDatabase;
let space: PaidSpace;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  space = await aPaidSpace(database);
});

const DECEMBER = "2026-12-01T09:00:00Z";
const inDecember = (day: number, minutes = 90) => {
  const start = parseInstant(`2026-12-${String(day).padStart(2, "0")}T10:00:00Z`);
  return { startsAt: formatInstant(start), endsAt: formatInstant(start + minutes * 60_000) };
};
const book = (day: number, expectedTotalMinor = 0, minutes = 90, ctx = space.ana) =>
  bookResource(ctx, aBooking(space.room.id, { ...inDecember(day, minutes), expectedTotalMinor }));
const cancel = (booking: BookingView, expectedFeeMinor = 0, kept = 0) =>
  cancelBooking(space.ana, {
    bookingId: booking.id,
    reason: null,
    expectedFeeMinor,
    expectedKept: kept > 0 ? [{ unit: "room_minutes", quantity: kept }] : [],
    idempotencyKey: newId(),
  });
const openDecember = async () => {
  space.clock.set(DECEMBER);
  await space.runJobs();
};

test("the quote says what is planned; nothing is taken now, all of it when the month opens", async () => {
  await space.plan(60, { person: space.ana });
  await space.runJobs();
  const answer = await quoteSlot(space.ana, { resourceId: space.room.id, ...inDecember(10), forPersonId: null });
  expect(answer.quote).toMatchObject({
    totalMinor: 1200,
    lines: [
      { kind: "time" },
      { kind: "credit", quantity: 60, lots: [{ isPlanned: true, source: "plan", leftAfter: 0 }] },
    ],
  });
  const booked = await book(10, 1200);
  expect(await space.books(booked.id)).toEqual({ used: 0, promised: 60, held: 0, openMinor: 1200, unpaid: 30 });
  expect(await space.left(space.ana)).toBe(60);
  await openDecember();
  expect(await space.books(booked.id)).toEqual({ used: 60, promised: 0, held: 0, openMinor: 1200, unpaid: 30 });
  expect(await space.left(space.ana)).toBe(0);
});

test("what is promised can't be promised again; who asked first has it, whenever the bookings are", async () => {
  await space.plan(120, { person: space.ana });
  await space.runJobs();
  const [first, second] = [await book(20), await book(10, 2400)];
  expect([await space.books(first.id), await space.books(second.id)]).toMatchObject([
    { promised: 90 },
    { promised: 30 },
  ]);
  await openDecember();
  expect([await space.books(first.id), await space.books(second.id)]).toMatchObject([
    { used: 90 },
    { used: 30, openMinor: 2400 },
  ]);
});

test("a smaller plan by then: the promise made first is kept, the rest is charged at the price agreed", async () => {
  await space.plan(180, { person: space.ana });
  await space.runJobs();
  const [first, second] = [await book(20), await book(10)];
  await space.plan(120, { person: space.ana });
  await database.owner.query("UPDATE rates SET price_minor = 9900 WHERE organization_id = $1", [space.organizationId]);
  await openDecember();
  expect(await space.books(first.id)).toEqual({ used: 90, promised: 0, held: 0, openMinor: 0, unpaid: 0 });
  expect(await space.books(second.id)).toEqual({ used: 30, promised: 0, held: 0, openMinor: 2400, unpaid: 60 });
  await cancel(second);
  expect([await space.books(second.id), await space.left(space.ana)]).toMatchObject([
    { used: 0, openMinor: 0, unpaid: 0 },
    30,
  ]);
});

test("no plan by then: all is charged at the price agreed, tax and all", async () => {
  space = await aPaidSpace(database, { taxName: "VAT", taxBasisPoints: 1300 });
  await space.plan(60, { person: space.ana });
  await space.runJobs();
  const booked = await book(10, 1356);
  await database.owner.query("UPDATE people SET plan_id = NULL WHERE id = $1", [personIdOf(space.ana)]);
  await openDecember();
  expect(await space.books(booked.id)).toEqual({ used: 0, promised: 0, held: 0, openMinor: 4068, unpaid: 90 });
});

test("credits without expiry fill up what the month will not give", async () => {
  await space.plan(60, { person: space.ana });
  await space.runJobs();
  await space.give(space.ana, 20);
  const booked = await book(10, 400);
  expect(await space.books(booked.id)).toEqual({ used: 20, promised: 60, held: 0, openMinor: 400, unpaid: 10 });
  await cancel(booked);
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([
    { used: 0, promised: 0, openMinor: 0 },
    80,
  ]);
});

test("cancelled and changed before it opens: the promise goes with it", async () => {
  await space.plan(90, { person: space.ana });
  await space.runJobs();
  const booked = await book(10);
  const moved = await changeBooking(space.ana, aChange(booked, inDecember(11, 60)));
  expect(await space.books(booked.id)).toMatchObject({ used: 0, promised: 60 });
  const earlier = { startsAt: "2026-11-28T10:00:00Z", endsAt: "2026-11-28T11:00:00Z" };
  const now = await changeBooking(space.ana, aChange(moved, earlier));
  expect(await space.books(booked.id)).toMatchObject({ used: 60, promised: 0 });
  await cancel(now);
  const other = await book(12);
  expect([await space.books(other.id), await space.left(space.ana)]).toMatchObject([{ promised: 90 }, 90]);
});

test("cancelled within the fee's time, before it opens: what is kept stays promised, and is paid when it opens", async () => {
  await space.plan(60, { person: space.ana });
  space.clock.set("2026-11-30T12:00:00Z");
  await space.runJobs();
  const booked = await book(1, 1200);
  expect(await cancel(booked, 600, 30)).toMatchObject({
    cancellationFeeCredits: [{ unit: "room_minutes", quantity: 30 }],
  });
  expect(await space.books(booked.id)).toEqual({ used: 0, promised: 30, held: 0, openMinor: 600, unpaid: 0 });
  await openDecember();
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([
    { used: 30, promised: 0, openMinor: 600 },
    30,
  ]);
});

test("moved away within the fee's time, before it opens: what is owed stays promised", async () => {
  await space.plan(60, { person: space.ana });
  space.clock.set("2026-11-30T12:00:00Z");
  await space.runJobs();
  const booked = await book(1, 0, 60);
  const moved = await changeBooking(
    space.ana,
    aChange(booked, { ...inDecember(20, 10), expectedKept: [{ unit: "room_minutes", quantity: 20 }] }),
  );
  expect(moved.quote?.lines).toMatchObject([
    { kind: "time" },
    { kind: "credit", quantity: 10 },
    { kind: "kept_credits", quantity: 20 },
  ]);
  expect(await space.books(booked.id)).toMatchObject({ used: 0, promised: 30 });
  await openDecember();
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([
    { used: 30, promised: 0, openMinor: 0 },
    30,
  ]);
});

test("the first of the month before any job: whoever books opens it, and earlier promises come first", async () => {
  await space.plan(90, { person: space.ana });
  await space.runJobs();
  const promised = await book(10, 0, 60);
  space.clock.set(DECEMBER);
  const booked = await book(11, 1200, 60);
  expect([await space.books(promised.id), await space.books(booked.id)]).toMatchObject([
    { used: 60 },
    { used: 30, openMinor: 1200 },
  ]);
});

test("whoever has just joined a plan has its credits at once", async () => {
  await space.plan(90, { person: space.ana });
  const today = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z" };
  const answer = await quoteSlot(space.ana, { resourceId: space.room.id, ...today, forPersonId: null });
  expect(answer.quote).toMatchObject({ totalMinor: 0 });
  const booked = await bookResource(space.ana, aBooking(space.room.id, today));
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([{ used: 60 }, 30]);
});

describe("races", () => {
  test("team mates can't be promised the same hour of next month", async () => {
    await space.plan(60, { teamId: space.team.id });
    await space.runJobs();
    const people = await Promise.all(Array.from({ length: 4 }, () => space.another({ teamId: space.team.id })));
    const outcome = await race(people.map((person, i) => book(10 + i, 0, 60, person)));
    expect(outcome).toEqual({ done: 1, refusals: ["price_changed", "price_changed", "price_changed"] });
  });

  test("booking beside the job that opens the month: taken or promised, once", async () => {
    await space.plan(90, { person: space.ana });
    await space.runJobs();
    const promised = await book(10, 0, 60);
    space.clock.set(DECEMBER);
    const [booked] = await Promise.all([book(11, 0, 30), space.runJobs(), space.runJobs()]);
    expect([await space.books(promised.id), await space.books(booked.id)]).toMatchObject([
      { used: 60, promised: 0 },
      { used: 30, promised: 0 },
    ]);
    expect(await refusalOf(book(12, 0, 30))).toMatchObject({ code: "price_changed" });
  });
});
