import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlan, aRate, aRule, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { aBooking, aSpace, personIdOf, refusalOf } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { quoteSlot } from "./quote-slot.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

function aWish(resourceId: string, forPersonId: string | null = null) {
  const { startsAt, endsAt } = aBooking(resourceId);
  return { resourceId, startsAt, endsAt, forPersonId };
}

test("the quote is what the booking then costs, by the plan of whom it is for", async () => {
  const { ana, another, room, organizationId, locationId } = await aSpace(database);
  const plan = await aPlan(database.owner, organizationId);
  await aRate(database.owner, organizationId, locationId, { price_minor: 3000 });
  await aRate(database.owner, organizationId, locationId, { price_minor: 1000, plan_id: plan.id, name: "On the plan" });
  const planned = await another({ planId: plan.id });
  const front = await another({ role: "front_desk" });
  expect(await quoteSlot(ana, aWish(room.id))).toMatchObject({ isBookable: true, quote: { totalMinor: 3000 } });
  expect(await quoteSlot(front, aWish(room.id, personIdOf(planned)))).toMatchObject({
    isBookable: true,
    quote: { totalMinor: 1000, lines: [{ rateName: "On the plan" }] },
  });
  await bookResource(planned, aBooking(room.id, { expectedTotalMinor: 1000 }));
});

test("a slot that can't be had is an answer: the price, every reason, and what would pass", async () => {
  const { ana, another, room, organizationId } = await aSpace(database);
  await bookResource(await another(), aBooking(room.id));
  await aRule(database.owner, organizationId, { name: "Day before", min_notice_minutes: 1440, min_length_minutes: 90 });
  const answer = await quoteSlot(ana, { ...aWish(room.id), endsAt: "2026-11-26T10:30:00Z" });
  expect(answer).toMatchObject({
    isBookable: false,
    refusals: [{ code: "too_short", minMinutes: 90, rule: { name: "Day before" } }, { code: "slot_taken" }],
  });
  if (answer.isBookable) throw new Error("It is taken.");
  for (const { startsAt, endsAt, resourceId } of answer.suggestions) {
    expect(await quoteSlot(ana, { resourceId, startsAt, endsAt, forPersonId: null })).toMatchObject({
      isBookable: true,
    });
  }
  expect(answer.suggestions).toHaveLength(3);
});

test("suggestions of a pool are free on one desk for the whole time", async () => {
  const { ana, another, resource } = await aSpace(database, { hours: [0, 1440] });
  const pool = await resource({ kind: "hot_desk", unitCount: 2 });
  const front = await another({ role: "front_desk" });
  const at = (from: string, to: string) =>
    aBooking(pool.id, { startsAt: `2026-11-26T${from}:00Z`, endsAt: `2026-11-26T${to}:00Z` });
  // One desk is free until 10:30, the other from 10:30 on: never both taken, yet nobody can sit from 10 to 11.
  await bookResource(front, at("08:00", "10:30"));
  await bookResource(ana, at("10:30", "13:00"));
  const { rows } = await database.owner.query<{ unit_id: string }>(
    "SELECT DISTINCT unit_id FROM claims WHERE unit_id = ANY ($1)",
    [pool.unitIds],
  );
  if (rows.length === 1)
    await database.owner.query(
      "UPDATE claims SET unit_id = $1 WHERE starts_at = '2026-11-26T10:30:00Z' AND unit_id = ANY ($2)",
      [pool.unitIds.find((id) => id !== rows[0]?.unit_id), pool.unitIds],
    );
  const answer = await quoteSlot(ana, aWish(pool.id));
  expect(answer).toMatchObject({ isBookable: false, refusals: [{ code: "slot_taken" }] });
  if (answer.isBookable) throw new Error("It is taken.");
  expect(answer.suggestions).toHaveLength(3);
  for (const { startsAt, endsAt } of answer.suggestions)
    expect(await quoteSlot(ana, { ...aWish(pool.id), startsAt, endsAt })).toMatchObject({ isBookable: true });
});

test("members ask for themselves, staff for anybody here, nobody elsewhere", async () => {
  const [here, there] = [await aSpace(database), await aSpace(database)];
  const front = await here.another({ role: "front_desk" });
  expect(await refusalOf(quoteSlot(here.ana, aWish(here.room.id, personIdOf(front))))).toEqual({
    code: "not_allowed",
    action: "book_for_others",
  });
  expect(await refusalOf(quoteSlot(front, aWish(here.room.id, personIdOf(there.ana))))).toEqual({
    code: "not_found",
    what: "person",
  });
  expect(await refusalOf(quoteSlot(front, aWish(there.room.id)))).toEqual({ code: "not_found", what: "resource" });
  expect(await refusalOf(quoteSlot(await here.another({ status: "suspended" }), aWish(here.room.id)))).toEqual({
    code: "not_allowed",
    action: "book",
  });
});
