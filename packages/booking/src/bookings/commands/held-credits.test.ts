import { PAUSE_MINUTES } from "../steps/hold-limits.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { getBooking } from "../queries.ts";
import type { BookingView, HoldInput } from "../schema.ts";
import type { PaidSpace } from "../testing/a-paid-space.ts";
import { aPaidSpace } from "../testing/a-paid-space.ts";
import { aBooking, race, refusalOf } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { confirmHold } from "./confirm-hold.ts";
import { expireHolds } from "./expire-holds.ts";
import { holdSlot } from "./hold-slot.ts";
import { releaseHold } from "./release-hold.ts";

// A hold sets its credits aside; who confirms it pays what was agreed, and who does not has them back by the clock alone.

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
const IN_DECEMBER = { startsAt: "2026-12-10T10:00:00Z", endsAt: "2026-12-10T11:30:00Z" };
const hold = (more: Partial<HoldInput> = {}) =>
  holdSlot(space.ana, { resourceId: space.room.id, ...MINUTES_90, idempotencyKey: newId(), ...more });
const confirm = (held: BookingView, expectedTotalMinor = 0) =>
  confirmHold(space.ana, {
    bookingId: held.id,
    title: "",
    isTitlePublic: false,
    expectedTotalMinor,
    idempotencyKey: newId(),
  });
const jobs = () => expireHolds({ db: space.ana.db, clock: space.clock });

test("held credits are nobody else's; confirming takes them and charges the rest", async () => {
  await space.give(space.ana, 60);
  const held = await hold();
  expect(held.quote).toMatchObject({ totalMinor: 1200 });
  expect(await space.books(held.id)).toEqual({ used: 0, promised: 0, held: 60, openMinor: 0, unpaid: 0 });
  const other = await space.resource();
  expect(await refusalOf(bookResource(space.ana, aBooking(other.id)))).toMatchObject({ code: "price_changed" });
  await confirm(held, 1200);
  expect(await space.books(held.id)).toEqual({ used: 60, promised: 0, held: 0, openMinor: 1200, unpaid: 30 });
});

test("the price is that of the hold; credits that came since pay it at once", async () => {
  const held = await hold();
  await space.give(space.ana, 60);
  await confirm(held, 3600);
  expect(await space.books(held.id)).toEqual({ used: 60, promised: 0, held: 0, openMinor: 1200, unpaid: 30 });
});

test("released: all is free again; confirming is refused then", async () => {
  await space.give(space.ana, 60);
  const held = await hold();
  await releaseHold(space.ana, { bookingId: held.id, idempotencyKey: newId() });
  expect([await space.books(held.id), await space.left(space.ana)]).toMatchObject([{ held: 0 }, 60]);
  expect(await refusalOf(confirm(held, 1200))).toEqual({ code: "hold_expired" });
});

test("over by the clock: its credits can be spent before any job has come by", async () => {
  await space.give(space.ana, 60);
  const held = await hold();
  space.clock.advanceMinutes(10);
  const booked = await bookResource(space.ana, aBooking(space.room.id));
  expect(await space.books(booked.id)).toMatchObject({ used: 60 });
  expect(await refusalOf(confirm(held, 1200))).toEqual({ code: "hold_expired" });
  await jobs();
  await space.runJobs();
  expect([await space.books(held.id), await space.left(space.ana)]).toMatchObject([{ used: 0, held: 0 }, 0]);
});

test("what a hold was promised of the next month is free again when it ends, by the job or in somebody's way", async () => {
  await space.plan(90, { person: space.ana });
  await space.runJobs();
  const held = await hold(IN_DECEMBER);
  expect(await space.books(held.id)).toMatchObject({ held: 0, promised: 90 });
  space.clock.advanceMinutes(10);
  const eva = await space.another();
  await bookResource(eva, aBooking(space.room.id, { ...IN_DECEMBER, expectedTotalMinor: 3600 }));
  expect(await getBooking(space.ana, { bookingId: held.id })).toMatchObject({ status: "expired" });
  expect(await space.books(held.id)).toMatchObject({ promised: 0 });
  const later = { startsAt: "2026-12-11T10:00:00Z", endsAt: "2026-12-11T11:30:00Z" };
  const again = await hold(later);
  space.clock.advanceMinutes(10);
  await jobs();
  expect(await space.books(again.id)).toMatchObject({ promised: 0 });
  const booked = await bookResource(space.ana, aBooking(space.room.id, later));
  expect(await space.books(booked.id)).toMatchObject({ promised: 90 });
});

test("a hold over the turn of the month: what was taken meanwhile comes back when it ends", async () => {
  await space.plan(60, { person: space.ana });
  space.clock.set("2026-11-30T18:10:00Z");
  await space.runJobs();
  const held = await hold(IN_DECEMBER);
  expect(held.quote).toMatchObject({ totalMinor: 1200 });
  space.clock.set("2026-11-30T18:16:00Z");
  await database.owner.query("UPDATE plan_allowances SET quantity = 30 WHERE organization_id = $1", [
    space.organizationId,
  ]);
  await space.runJobs();
  expect(await space.books(held.id)).toMatchObject({ used: 30, promised: 0, openMinor: 1200, unpaid: 30 });
  space.clock.set("2026-11-30T18:21:00Z");
  await jobs();
  expect(await space.books(held.id)).toMatchObject({ used: 0, promised: 0, openMinor: 0, unpaid: 0 });
  expect(await space.left(space.ana)).toBe(30);
});

describe("races", () => {
  test("two devices can't hold the last hour twice", async () => {
    await space.give(space.ana, 60);
    const other = await space.resource();
    const [one, two] = await Promise.all([hold(), hold({ resourceId: other.id })]);
    const totals = [one.quote?.totalMinor, two.quote?.totalMinor].sort();
    expect(totals).toEqual([1200, 3600]);
    const [a, b] = [await space.books(one.id), await space.books(two.id)];
    expect([a.held, b.held].sort((x, y) => x - y)).toEqual([0, 60]);
  });

  test("two confirmations take once", async () => {
    await space.give(space.ana, 60);
    const held = await hold();
    expect(await race([confirm(held, 1200), confirm(held, 1200)])).toEqual({ done: 1, refusals: ["wrong_state"] });
    expect(await space.books(held.id)).toMatchObject({ used: 60, openMinor: 1200 });
  });

  test("a confirmation beside the job that ends holds, at the last moment and after it", async () => {
    await space.give(space.ana, 600);
    for (const minutes of [9, 10, 9, 10]) {
      const held = await hold();
      space.clock.advanceMinutes(minutes);
      const { done } = await race([confirm(held), jobs()]);
      const { status } = await getBooking(space.ana, { bookingId: held.id });
      expect([done, status]).toEqual(minutes === 9 ? [2, "confirmed"] : [1, "expired"]);
      expect(await space.books(held.id)).toMatchObject({ used: minutes === 9 ? 90 : 0, openMinor: 0 });
      if (minutes === 9)
        await database.owner.query("UPDATE claims SET released_at = now() WHERE booking_id = $1", [held.id]);
      space.clock.advanceMinutes(PAUSE_MINUTES);
    }
    expect(await space.left(space.ana)).toBe(420);
  });

  test("a hold beside a booking of a colleague, of the team's last hour", async () => {
    const [ben, eva] = [await space.another({ teamId: space.team.id }), await space.another({ teamId: space.team.id })];
    await space.give({ teamId: space.team.id }, 60);
    const other = await space.resource();
    const asked = { resourceId: space.room.id, startsAt: "2026-11-26T10:00:00Z", endsAt: "2026-11-26T11:00:00Z" };
    await race([holdSlot(ben, { ...asked, idempotencyKey: newId() }), bookResource(eva, aBooking(other.id))]);
    const { rows } = await database.owner.query<{ spent: number }>(
      "SELECT sum(held)::int - sum(balance)::int + 60 AS spent FROM credit_balances WHERE organization_id = $1",
      [space.organizationId],
    );
    expect(rows).toEqual([{ spent: 60 }]);
  });
});
