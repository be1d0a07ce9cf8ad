import { createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ChangeBookingInput } from "../schema.ts";
import { aBooking, aChange, aSpace } from "../testing/a-space.ts";
import { bookResource } from "./book-resource.ts";
import { changeBooking } from "./change-booking.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test.each([
  ["32 hours over midnight", "2026-11-26T10:00:00Z", "2026-11-27T18:00:00Z"],
  ["exactly 24 hours", "2026-11-26T10:00:00Z", "2026-11-27T10:00:00Z"],
  ["the second 01:15 of an autumn night", "2027-10-31T01:15:00Z", "2027-10-31T01:45:00Z"],
])("another title leaves a booking of %s where it is", async (_, startsAt, endsAt) => {
  const { ana, room } = await aSpace(database, { timeZone: "Europe/London" });
  const booked = await bookResource(ana, aBooking(room.id, { startsAt, endsAt, title: "Retreat" }));
  const { id: bookingId, sequence } = booked;
  const rest = { bookingId, sequence, expectedTotalMinor: 0 };
  const retitled = await changeBooking(ana, { ...rest, title: "Our retreat", idempotencyKey: newId() });
  expect(retitled).toMatchObject({ ...booked, title: "Our retreat", sequence: 1 });
  const shown = await changeBooking(ana, { ...rest, sequence: 1, isTitlePublic: true, idempotencyKey: newId() });
  expect(shown).toMatchObject({ title: "Our retreat", isTitlePublic: true });
  const slot = { resourceId: room.id, startsAt, endsAt: new Date(Date.parse(endsAt) + 1_800_000).toISOString() };
  const moved = await changeBooking(ana, { ...rest, ...slot, sequence: 2, idempotencyKey: newId() });
  expect(moved).toMatchObject({
    title: "Our retreat",
    isTitlePublic: true,
    startsAt: booked.startsAt,
    endsAt: slot.endsAt,
  });
});

test("half a slot is no slot: the input schema refuses it", () => {
  const { title: _, ...whole } = aChange({ ...aBooking(newId()), id: newId(), sequence: 0 });
  expect(ChangeBookingInput.safeParse(whole).success).toBe(true);
  for (const part of ["resourceId", "startsAt", "endsAt"] as const) {
    const { [part]: _part, ...half } = whole;
    const parsed = ChangeBookingInput.safeParse(half);
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(["incomplete_slot"]);
  }
});
