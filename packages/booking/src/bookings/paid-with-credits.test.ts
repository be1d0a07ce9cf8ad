import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aRate, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { ANYTHING } from "@working-social/credits/schema";
import { bookResource } from "./commands/book-resource.ts";
import { quoteSlot } from "./commands/quote-slot.ts";
import { getBooking } from "./queries.ts";
import type { PaidSpace } from "./testing/a-paid-space.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import { aBooking, personIdOf, race, refusalOf } from "./testing/a-space.ts";

// What a booking takes from the ledger when it is made: what its quote says, and nothing else.

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
const book = (ctx = space.ana, wish: Parameters<typeof aBooking>[1] = {}) =>
  bookResource(ctx, aBooking(space.room.id, { ...MINUTES_90, ...wish }));

test("1 h from credits, 30 min charged: the quote, the booking and the ledger say the same", async () => {
  await space.give(space.ana, 60);
  const answer = await quoteSlot(space.ana, { resourceId: space.room.id, ...MINUTES_90, forPersonId: null });
  expect(answer.quote).toMatchObject({
    totalMinor: 1200,
    lines: [
      { kind: "time", amountMinor: 3600 },
      { kind: "credit", quantity: 60, amountMinor: -2400, lots: [{ quantity: 60, leftAfter: 0, isPlanned: false }] },
    ],
  });
  const booked = await book(space.ana, { expectedTotalMinor: 1200 });
  expect((await getBooking(space.ana, { bookingId: booked.id })).quote?.lines).toEqual(answer.quote?.lines);
  expect(await space.books(booked.id)).toEqual({ used: 60, promised: 0, held: 0, openMinor: 1200, unpaid: 30 });
  expect(await space.left(space.ana)).toBe(0);
});

test("all of it from credits: nothing is charged", async () => {
  await space.give(space.ana, 600);
  const booked = await book();
  expect(await space.books(booked.id)).toEqual({ used: 90, promised: 0, held: 0, openMinor: 0, unpaid: 0 });
  expect(await space.left(space.ana)).toBe(510);
});

test("without credits everything is charged, and credits that come late pay it", async () => {
  const booked = await book(space.ana, { expectedTotalMinor: 3600 });
  expect(await space.books(booked.id)).toEqual({ used: 0, promised: 0, held: 0, openMinor: 3600, unpaid: 90 });
  await space.give(space.ana, 60);
  expect(await space.books(booked.id)).toEqual({ used: 60, promised: 0, held: 0, openMinor: 1200, unpaid: 30 });
});

test("credits that would save nothing are spared, late ones too", async () => {
  await database.owner.query("UPDATE rates SET archived_at = now() WHERE organization_id = $1", [space.organizationId]);
  await aRate(database.owner, space.organizationId, space.locationId, { unit: "day", price_minor: 5000 });
  await space.give(space.ana, 60);
  const booked = await book(space.ana, { expectedTotalMinor: 5000 });
  await space.give(space.ana, 600);
  expect(await space.books(booked.id)).toEqual({ used: 0, promised: 0, held: 0, openMinor: 5000, unpaid: 0 });
  expect(await space.left(space.ana)).toBe(660);
});

test("a slot that costs nothing asks nothing of the ledger", async () => {
  await database.owner.query("UPDATE rates SET archived_at = now() WHERE organization_id = $1", [space.organizationId]);
  await space.give(space.ana, 60);
  const booked = await book();
  expect(await space.books(booked.id)).toEqual({ used: 0, promised: 0, held: 0, openMinor: 0, unpaid: 0 });
});

test("a desk takes a day pass, at this location only where its scope says so", async () => {
  const desk = await space.resource({ kind: "hot_desk", unitCount: 2 });
  await space.give(space.ana, 2, { unit: "day_passes", scope: { ...ANYTHING, resourceKinds: ["hot_desk"] } });
  const booked = await bookResource(space.ana, aBooking(desk.id, MINUTES_90));
  expect(await space.books(booked.id, "day_passes")).toMatchObject({ used: 1, openMinor: 0 });
  await space.give(space.ana, 600, { scope: { ...ANYTHING, resourceKinds: ["booth"] } });
  expect(await refusalOf(book())).toMatchObject({ code: "price_changed", quote: { totalMinor: 3600 } });
});

test("own credits first, then the team's, which a colleague then lacks", async () => {
  const [ben, eva] = [await space.another({ teamId: space.team.id }), await space.another({ teamId: space.team.id })];
  await space.give(ben, 30);
  await space.give({ teamId: space.team.id }, 60);
  await book(ben);
  expect([await space.left(ben), await space.left(eva)]).toEqual([0, 0]);
  const other = await space.resource();
  const late = await bookResource(eva, aBooking(other.id, { ...MINUTES_90, expectedTotalMinor: 3600 }));
  const charge = await database.owner.query("SELECT team_id FROM charges WHERE cause_id = $1", [late.id]);
  expect(charge.rows).toEqual([{ team_id: space.team.id }]);
});

test("staff who book for somebody pay with that person's credits", async () => {
  await space.give(space.ana, 90);
  const booked = await book(space.manager, { forPersonId: personIdOf(space.ana) });
  expect(await space.books(booked.id)).toMatchObject({ used: 90, openMinor: 0 });
});

test("tax is on what is paid, and the charge is the total with it", async () => {
  space = await aPaidSpace(database, { taxName: "VAT", taxBasisPoints: 1300 });
  await space.give(space.ana, 60);
  const booked = await book(space.ana, { expectedTotalMinor: 1356 });
  expect(await space.books(booked.id)).toMatchObject({ used: 60, openMinor: 1356, unpaid: 30 });
});

test("a price that holds no longer is refused with the new one, and nothing moves", async () => {
  await space.give(space.ana, 60);
  const before = await space.explain(space.ana);
  expect(await refusalOf(book(space.ana, { expectedTotalMinor: 3600 }))).toMatchObject({
    code: "price_changed",
    quote: { totalMinor: 1200 },
  });
  expect(await space.explain(space.ana)).toEqual(before);
});

test("a request that waits for approval has its credits taken, and the same request again takes nothing", async () => {
  await database.owner.query(
    "INSERT INTO booking_rules (id, organization_id, name, needs_approval, created_at) VALUES ($1, $2, 'Ask', true, now())",
    [newId(), space.organizationId],
  );
  await space.give(space.ana, 120);
  const input = aBooking(space.room.id, MINUTES_90);
  const [first, again] = [await bookResource(space.ana, input), await bookResource(space.ana, input)];
  expect([first.status, again.id]).toEqual(["pending_approval", first.id]);
  expect([await space.books(first.id), await space.left(space.ana)]).toMatchObject([{ used: 90 }, 30]);
});

describe("races", () => {
  const rooms = (count: number) => Promise.all(Array.from({ length: count }, () => space.resource()));

  test("two devices can't spend the last hour twice", async () => {
    await space.give(space.ana, 60);
    const [one, other] = await rooms(2);
    const hour = { startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z" };
    const outcome = await race([
      bookResource(space.ana, aBooking(one?.id ?? "", hour)),
      bookResource(space.ana, aBooking(other?.id ?? "", hour)),
    ]);
    expect(outcome).toEqual({ done: 1, refusals: ["price_changed"] });
    expect(await space.left(space.ana)).toBe(0);
  });

  test("nor can eight of a team, whoever of them asks", async () => {
    await space.give({ teamId: space.team.id }, 180);
    const people = await Promise.all(Array.from({ length: 8 }, () => space.another({ teamId: space.team.id })));
    const all = await rooms(8);
    const outcome = await race(people.map((person, i) => bookResource(person, aBooking(all[i]?.id ?? ""))));
    expect(outcome).toEqual({ done: 3, refusals: Array.from({ length: 5 }, () => "price_changed") });
    expect(await space.left(people[0] ?? space.ana)).toBe(0);
  });
});
