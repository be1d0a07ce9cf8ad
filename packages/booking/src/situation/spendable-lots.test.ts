import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { parseInstant } from "@working-social/kernel";
import { dayView, searchSpace } from "../availability/queries.ts";
import { bookResource } from "../bookings/commands/book-resource.ts";
import { quoteSlot } from "../bookings/commands/quote-slot.ts";
import type { PaidSpace } from "../bookings/testing/a-paid-space.ts";
import { aPaidSpace } from "../bookings/testing/a-paid-space.ts";
import { aBooking, personIdOf } from "../bookings/testing/a-space.ts";
import { quoteBooking } from "../rules/quote.ts";
import { loadSituation } from "./queries/load-situation.ts";

// What may pay comes with the situation, in its one statement; so the day, the search and the quote say the same price.

let database: TestDatabase;
let space: PaidSpace;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  space = await aPaidSpace(database);
});

const spanOf = (from: string, to: string) => ({ start: parseInstant(from), end: parseInstant(to) });
const HOUR = spanOf("2026-11-26T10:00:00Z", "2026-11-26T11:00:00Z");
const DECEMBER = spanOf("2026-12-10T10:00:00Z", "2026-12-10T11:00:00Z");
const load = (ctx: Context, span = HOUR, exceptBookingId?: string) =>
  loadSituation(read(ctx), ctx, {
    resourceId: space.room.id,
    personId: personIdOf(ctx),
    span,
    ...(exceptBookingId ? { exceptBookingId } : {}),
  });
const lotsOf = async (...asked: Parameters<typeof load>) =>
  (await load(...asked)).situation.lots.map(({ owner, source, left, isPlanned }) => [owner, source, left, isPlanned]);

test("own and the team's, what the plan will give, and nothing of colleagues or others' spaces", async () => {
  const [ben, eva] = [await space.another({ teamId: space.team.id }), await space.another({ teamId: space.team.id })];
  await space.give(ben, 60);
  await space.give(eva, 77);
  await space.give({ teamId: space.team.id }, 30);
  await space.plan(90, { person: ben });
  await space.runJobs();
  const foreign = await aPaidSpace(database);
  await foreign.give(foreign.ana, 500);
  expect(await lotsOf(ben)).toEqual([
    ["person", "plan", 90, false],
    ["person", "gift", 60, false],
    ["team", "gift", 30, false],
  ]);
  expect(await lotsOf(ben, DECEMBER)).toContainEqual(["person", "plan", 90, true]);
  expect(await lotsOf(space.ana)).toEqual([]);
});

test("nobody in particular has no credits", async () => {
  const { situation, needsOpening } = await loadSituation(read(space.ana), space.ana, {
    resourceId: space.room.id,
    personId: null,
    span: HOUR,
  });
  expect([situation.lots, needsOpening]).toEqual([[], false]);
});

test("a booking's own credits count as free for its change alone", async () => {
  await space.give(space.ana, 60);
  const booked = await bookResource(space.ana, aBooking(space.room.id));
  expect([await lotsOf(space.ana), await lotsOf(space.ana, HOUR, booked.id)]).toEqual([
    [],
    [["person", "gift", 60, false]],
  ]);
});

test("a period that nobody has opened is told, until it is", async () => {
  await space.plan(90, { person: space.ana });
  expect([(await load(space.ana)).needsOpening, await lotsOf(space.ana)]).toEqual([
    true,
    [["person", "plan", 90, true]],
  ]);
  await space.runJobs();
  expect([(await load(space.ana)).needsOpening, await lotsOf(space.ana)]).toEqual([
    false,
    [["person", "plan", 90, false]],
  ]);
});

test("the day in the browser, the search and the quote say the same price", async () => {
  await space.give(space.ana, 30);
  const slot = { startsAt: "2026-11-26T10:00:00.000Z", endsAt: "2026-11-26T11:00:00.000Z" };
  const { quote } = await quoteSlot(space.ana, { resourceId: space.room.id, ...slot, forPersonId: null });
  const day = await dayView(space.ana, { locationId: space.locationId, date: "2026-11-26" });
  const [resource] = day.resources;
  if (!resource) throw new Error("The day shows no room.");
  expect(quoteBooking(day.situation, resource.resource, HOUR).totalMinor).toBe(1200);
  const found = await searchSpace(space.ana, {
    locationId: space.locationId,
    startsAt: slot.startsAt,
    durationMinutes: 60,
    people: 1,
    features: [],
    kinds: [],
  });
  expect([quote?.totalMinor, found.free[0]?.totalMinor]).toEqual([1200, 1200]);
});
