import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { getBooking } from "../queries.ts";
import type { BookingView, CancelBookingInput } from "../schema.ts";
import { aPaidSpace } from "../testing/a-paid-space.ts";
import type { PaidSpace } from "../testing/a-paid-space.ts";
import { aBooking, aChange, personIdOf, race, refusalOf } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { cancelBooking } from "./cancel-booking.ts";
import { changeBooking } from "./change-booking.ts";
import { declineBooking } from "./decline-booking.ts";
import { previewCancellation } from "./preview-cancellation.ts";
import { removeBooking } from "./remove-booking.ts";

// The agreed share counts for everything alike: what it keeps of credits stays used, the rest goes back to its lots.

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
const cancel = (booking: BookingView, more: Partial<CancelBookingInput> = {}, ctx = space.ana) =>
  cancelBooking(ctx, { bookingId: booking.id, reason: null, expectedFeeMinor: 0, idempotencyKey: newId(), ...more });
const minutes = (quantity: number) => [{ unit: "room_minutes" as const, quantity }];
const lots = async () => (await space.explain(space.ana)).movements.map(({ kind, quantity }) => `${kind} ${quantity}`);
/** Within a day of the start: half is kept. */
const HALF = "2026-11-25T12:00:00Z";

test("in the free time all comes back, and the charge is nothing", async () => {
  await space.give(space.ana, 60);
  const booked = await book(1200);
  expect(await previewCancellation(space.ana, { bookingId: booked.id })).toMatchObject({
    feeMinor: 0,
    credits: [{ unit: "room_minutes", used: 60, kept: 0 }],
  });
  expect(await cancel(booked)).toMatchObject({ cancellationFeeMinor: 0, cancellationFeeCredits: [] });
  expect(await space.books(booked.id)).toEqual({ used: 0, promised: 0, held: 0, openMinor: 0, unpaid: 0 });
  expect(await lots()).toEqual(["grant 60", "consume -60", "refund 60"]);
  await space.give(space.ana, 600);
  expect(await space.left(space.ana)).toBe(660);
});

test("within the fee's time, the same share of money and of credits is kept, and only as it was seen", async () => {
  await space.give(space.ana, 60);
  const booked = await book(1200);
  space.clock.set(HALF);
  const credits = [{ unit: "room_minutes", used: 60, kept: 30 }];
  const preview = await previewCancellation(space.ana, { bookingId: booked.id });
  expect(preview).toMatchObject({ feeMinor: 600, feePercent: 50, credits });
  for (const seen of [
    { expectedFeeMinor: 600 },
    { expectedKept: minutes(30) },
    { expectedFeeMinor: 600, expectedKept: minutes(31) },
  ])
    expect(await refusalOf(cancel(booked, seen))).toEqual({
      code: "fee_changed",
      feeMinor: 600,
      currency: "USD",
      credits,
    });
  const cancelled = await cancel(booked, { expectedFeeMinor: 600, expectedKept: minutes(30) });
  expect(cancelled).toMatchObject({ cancellationFeeMinor: 600, cancellationFeeCredits: minutes(30) });
  expect((await getBooking(space.ana, { bookingId: booked.id })).cancellationFeeCredits).toEqual(minutes(30));
  expect(await space.books(booked.id)).toEqual({ used: 30, promised: 0, held: 0, openMinor: 600, unpaid: 0 });
  expect(await space.left(space.ana)).toBe(30);
});

test("whole credits are kept, rounded down", async () => {
  await space.give(space.ana, 90);
  const booked = await book(0, { ...MINUTES_90, endsAt: "2026-11-26T10:45:00Z" });
  space.clock.set(HALF);
  await cancel(booked, { expectedKept: minutes(22) });
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([{ used: 22 }, 68]);
});

test("credits that came late count: they are kept by the same share, and given back exactly", async () => {
  const booked = await book(3600);
  await space.give(space.ana, 60);
  space.clock.set(HALF);
  expect(await previewCancellation(space.ana, { bookingId: booked.id })).toMatchObject({
    feeMinor: 600,
    credits: [{ used: 60, kept: 30 }],
  });
  await cancel(booked, { expectedFeeMinor: 600, expectedKept: minutes(30) });
  expect(await space.books(booked.id)).toEqual({ used: 30, promised: 0, held: 0, openMinor: 600, unpaid: 0 });
  expect(await space.left(space.ana)).toBe(30);
});

test("what goes back goes to the lots it came from, the last taken first", async () => {
  const teamed = await space.another({ teamId: space.team.id });
  await space.give({ teamId: space.team.id }, 60);
  await space.give(teamed, 30);
  const booked = await bookResource(teamed, aBooking(space.room.id, MINUTES_90));
  space.clock.set(HALF);
  await cancel(booked, { expectedKept: minutes(45) }, teamed);
  const { movements } = await space.explain(teamed);
  expect(movements.at(-1)).toMatchObject({
    kind: "refund",
    own: 0,
    team: 45,
    cause: { type: "booking" as const, id: booked.id },
  });
});

test("whoever no longer belongs to the team gives back to it all the same", async () => {
  const [ben, eva] = [await space.another({ teamId: space.team.id }), await space.another({ teamId: space.team.id })];
  await space.give({ teamId: space.team.id }, 90);
  const booked = await bookResource(ben, aBooking(space.room.id, MINUTES_90));
  await database.owner.query("UPDATE people SET team_id = NULL WHERE id = $1", [personIdOf(ben)]);
  await cancel(booked, {}, ben);
  expect([await space.left(ben), await space.left(eva)]).toEqual([0, 90]);
});

test("declined and deleted: all comes back, fee and all", async () => {
  await database.owner.query(
    "INSERT INTO booking_rules (id, organization_id, name, needs_approval, created_at) VALUES ($1, $2, 'Ask', true, now())",
    [newId(), space.organizationId],
  );
  await space.give(space.ana, 60);
  const asked = await book(1200);
  await declineBooking(space.manager, { bookingId: asked.id, reason: "Full", idempotencyKey: newId() });
  expect([await space.books(asked.id), await space.left(space.ana)]).toMatchObject([{ used: 0, openMinor: 0 }, 60]);
  await database.owner.query("DELETE FROM booking_rules WHERE organization_id = $1", [space.organizationId]);
  const booked = await book(1200);
  space.clock.set(HALF);
  await cancel(booked, { expectedFeeMinor: 600, expectedKept: minutes(30) });
  await removeBooking(space.manager, { bookingId: booked.id, reason: "Our mistake", idempotencyKey: newId() });
  expect(await space.books(booked.id)).toMatchObject({ used: 0, openMinor: 0 });
  expect(await getBooking(space.manager, { bookingId: booked.id })).toMatchObject({ cancellationFeeCredits: [] });
  expect(await space.left(space.ana)).toBe(60);
});

test("who does not come has used what was agreed: time passes, jobs run, nothing comes back", async () => {
  await space.give(space.ana, 60);
  const booked = await book(1200);
  space.clock.set("2026-11-27T12:00:00Z");
  await space.runJobs();
  space.clock.set("2027-01-05T12:00:00Z");
  await space.runJobs();
  expect(await space.books(booked.id)).toEqual({ used: 60, promised: 0, held: 0, openMinor: 1200, unpaid: 30 });
  expect(await refusalOf(cancel(booked))).toMatchObject({ code: "wrong_state" });
});

test("a booking of before the ledger costs its quote: its fee becomes a charge", async () => {
  const booked = await book(3600);
  for (const table of ["charge_lines", "charges"])
    await database.owner.query(`DELETE FROM ${table} WHERE organization_id = $1`, [space.organizationId]);
  space.clock.set(HALF);
  await cancel(booked, { expectedFeeMinor: 1800 });
  expect(await space.books(booked.id)).toEqual({ used: 0, promised: 0, held: 0, openMinor: 1800, unpaid: 0 });
});

test("all of it kept: credits that come afterwards pay no fee", async () => {
  await space.give(space.ana, 60);
  const booked = await book(1200);
  space.clock.set("2026-11-26T09:00:00Z");
  await cancel(booked, { expectedFeeMinor: 1200, expectedKept: minutes(60) });
  expect(await space.books(booked.id)).toEqual({ used: 60, promised: 0, held: 0, openMinor: 1200, unpaid: 0 });
  await space.give(space.ana, 60);
  expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([
    { used: 60, openMinor: 1200 },
    60,
  ]);
});

test("money credits pay the charge, and what they paid too much comes back to them", async () => {
  await space.give(space.ana, 5000, { unit: "money", currency: "USD" });
  const booked = await book(3600);
  expect([await space.books(booked.id), await space.left(space.ana, "money")]).toMatchObject([{ openMinor: 0 }, 1400]);
  space.clock.set(HALF);
  expect(await previewCancellation(space.ana, { bookingId: booked.id })).toMatchObject({ feeMinor: 1800, credits: [] });
  await cancel(booked, { expectedFeeMinor: 1800 });
  expect([await space.books(booked.id), await space.left(space.ana, "money")]).toMatchObject([{ openMinor: 0 }, 3200]);
});

test("nobody else may give back or see what is kept", async () => {
  const booked = await book(3600);
  const stranger = await space.another();
  expect(await refusalOf(cancel(booked, {}, stranger))).toEqual({ code: "not_found", what: "booking" });
  const foreign = await aPaidSpace(database);
  expect(await refusalOf(cancel(booked, {}, foreign.manager))).toEqual({ code: "not_found", what: "booking" });
  expect(await refusalOf(previewCancellation(foreign.manager, { bookingId: booked.id }))).toMatchObject({
    code: "not_found",
  });
});

describe("races", () => {
  test("two cancels give back once", async () => {
    await space.give(space.ana, 60);
    const booked = await book(1200);
    expect(await race([cancel(booked), cancel(booked), cancel(booked, {}, space.manager)])).toEqual({
      done: 1,
      refusals: ["wrong_state", "wrong_state"],
    });
    expect(await lots()).toEqual(["grant 60", "consume -60", "refund 60"]);
  });

  test("a change beside a cancel: either, and the ledger follows", async () => {
    await space.give(space.ana, 90);
    for (let hour = 12; hour < 18; hour++) {
      const slot = { startsAt: `2026-11-26T${hour}:00:00Z`, endsAt: `2026-11-26T${hour}:30:00Z` };
      const booked = await book(0, slot);
      const longer = aChange(booked, { endsAt: `2026-11-26T${hour}:45:00Z` });
      await race([cancel(booked), changeBooking(space.ana, longer), cancel(booked, {}, space.manager)]);
      expect((await getBooking(space.ana, { bookingId: booked.id })).status).toBe("cancelled");
      expect([await space.books(booked.id), await space.left(space.ana)]).toMatchObject([
        { used: 0, openMinor: 0 },
        90,
      ]);
    }
  });
});
