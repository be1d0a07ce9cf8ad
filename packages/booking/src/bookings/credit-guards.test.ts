import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { consumeCredits, scheduleConsumption } from "@working-social/credits";
import type { Sql } from "@working-social/db";
import { inTransaction, violatedConstraint } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { newId, parseInstant } from "@working-social/kernel";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import type { BookingView } from "./schema.ts";
import type { PaidSpace } from "./testing/a-paid-space.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import { aBooking, personIdOf } from "./testing/a-space.ts";

// What a fault in our own code could try, as the app's role: the database says no to each at the commit.

let database: TestDatabase;
let space: PaidSpace;
let booked: BookingView;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  space = await aPaidSpace(database);
  await space.give(space.ana, 120);
  booked = await bookResource(space.ana, aBooking(space.room.id));
});

const NOT_GIVEN_BACK = "bookings_give_back_their_credits";

async function refusalOf(work: (tx: Sql) => Promise<unknown>): Promise<string | null> {
  const error: unknown = await inTransaction(space.ana, work).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error === null ? null : (violatedConstraint(error) ?? String(error));
}
const end = (status: string, more = "") =>
  refusalOf((tx) =>
    tx.query(`UPDATE bookings SET status = '${status}'::booking_status ${more} WHERE id = $1`, [booked.id]),
  );
const usage = () => ({
  personId: personIdOf(space.ana),
  unit: "room_minutes" as const,
  quantity: 10,
  at: parseInstant(booked.startsAt),
  cause: { type: "booking" as const, id: booked.id, label: "Lantern" },
  idempotencyKey: newId(),
});
const cancelled = () =>
  cancelBooking(space.ana, { bookingId: booked.id, reason: null, expectedFeeMinor: 0, idempotencyKey: newId() });

test("no booking ends with credits that nobody gave back", async () => {
  for (const status of ["declined", "deleted", "expired"]) expect(await end(status)).toBe(NOT_GIVEN_BACK);
  expect(await end("cancelled", ", cancelled_at = now()")).toBe(NOT_GIVEN_BACK);
});

test("nor with fewer kept than are used; as many as it says are its right", async () => {
  const keeping = (quantity: number) =>
    end(
      "cancelled",
      `, cancelled_at = now(), cancellation_fee_credits = '[{"unit": "room_minutes", "quantity": ${quantity}}]'`,
    );
  expect(await keeping(59)).toBe(NOT_GIVEN_BACK);
  expect(await keeping(60)).toBeNull();
});

test("nor with the credits of another unit in their place", async () => {
  const fee = `'[{"unit": "day_passes", "quantity": 60}]'`;
  expect(await end("cancelled", `, cancelled_at = now(), cancellation_fee_credits = ${fee}`)).toBe(NOT_GIVEN_BACK);
});

test("what is over takes nothing more, and is promised nothing", async () => {
  await cancelled();
  expect(await refusalOf((tx) => consumeCredits(tx, space.ana, usage()))).toBe(NOT_GIVEN_BACK);
  expect(await refusalOf((tx) => scheduleConsumption(tx, space.ana, usage()))).toBe(NOT_GIVEN_BACK);
  expect(await space.left(space.ana)).toBe(120);
});

test("a list of kept credits is a list of credits, of what was cancelled", async () => {
  const listed = (list: string) =>
    refusalOf((tx) => tx.query("UPDATE bookings SET cancellation_fee_credits = $2 WHERE id = $1", [booked.id, list]));
  expect(await listed(`[{"unit": "room_minutes", "quantity": 60}]`)).toBe("bookings_kept_credits_of_cancelled");
  await cancelled();
  expect(await listed(`{"unit": "room_minutes"}`)).toBe("bookings_kept_credits_listed");
  expect(await listed(`[{"unit": "room_minutes", "quantity": -1}]`)).toBe("bookings_kept_credits_positive");
  expect(await listed(`[{"quantity": 1}]`)).toBe("bookings_kept_credits_positive");
});
