import { listCharges } from "@working-social/charges";
import type { ChargeLineView } from "@working-social/charges/schema";
import type { LocationOptions, TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bookResource } from "./commands/book-resource.ts";
import { changeBooking } from "./commands/change-booking.ts";
import type { PaidSpace } from "./testing/a-paid-space.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import { aBooking, aChange } from "./testing/a-space.ts";

// What a booking is charged carries the tax of its quote, its days by the location's clock, and what it is about.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const linesOf = async (space: PaidSpace): Promise<ChargeLineView[]> => {
  const { charges } = await listCharges(space.ana, { personId: null, status: "all", cursor: null });
  return charges.flatMap(({ lines }) => lines);
};

/** Ninety minutes at 24.00 an hour: 23:00 to 00:30 by the clock of Kathmandu. */
const LATE = { startsAt: "2026-11-26T17:15:00Z", endsAt: "2026-11-26T18:45:00Z" };

test.each<[string, LocationOptions, number, Partial<ChargeLineView["price"]>]>([
  [
    "on top",
    { taxBasisPoints: 1300, taxName: "VAT" },
    4068,
    { mode: "net", category: "S", netMinor: 3600, taxMinor: 468 },
  ],
  [
    "inside",
    { taxBasisPoints: 2300, taxName: "IVA", taxInclusive: true },
    3600,
    { mode: "gross", category: "S", netMinor: 2927, taxMinor: 673 },
  ],
  ["nowhere", {}, 3600, { mode: "net", category: "O", basisPoints: 0, netMinor: 3600, taxMinor: 0 }],
])("with tax %s", async (_, location, expectedTotalMinor, price) => {
  const space = await aPaidSpace(database, location);
  await space.give(space.ana, 30);
  const half = expectedTotalMinor - Math.round(expectedTotalMinor / 3);
  const booked = await bookResource(space.ana, aBooking(space.room.id, { ...LATE, expectedTotalMinor: half }));
  const [line, ...others] = await linesOf(space);
  expect(others).toEqual([]);
  // Half an hour of it was prepaid.
  const part = (minor: number | undefined) => (minor === undefined ? undefined : minor - Math.round(minor / 3));
  expect(line).toMatchObject({
    item: { code: "booking", data: { resourceName: booked.resourceName } },
    product: "room_time",
    price: { ...price, netMinor: part(price.netMinor), taxMinor: part(price.taxMinor), amountMinor: half },
    service: { from: "2026-11-26", until: "2026-11-28" },
    locationId: space.locationId,
    usage: { unit: "room_minutes", quantity: 60 },
  });
});

test("what a change keeps is a part of the earlier total, with its tax in it, though prices are net", async () => {
  const space = await aPaidSpace(database, { taxBasisPoints: 1300, taxName: "VAT" });
  const booked = await bookResource(space.ana, aBooking(space.room.id, { ...LATE, expectedTotalMinor: 4068 }));
  // Half is owed from a day before: 20.34. Half an hour is 12.00 and 1.56 of tax, so that 6.78 are kept.
  space.clock.set("2026-11-26T12:00:00Z");
  await changeBooking(
    space.ana,
    aChange(booked, { endsAt: "2026-11-26T17:45:00Z", expectedTotalMinor: 2034, expectedKept: [] }),
  );
  const [slot, kept] = await linesOf(space);
  expect(slot).toMatchObject({ item: { code: "booking" }, price: { mode: "net", netMinor: 1200, taxMinor: 156 } });
  expect(kept).toMatchObject({
    item: { code: "booking_kept" },
    price: { mode: "gross", category: "S", basisPoints: 1300, netMinor: 600, taxMinor: 78, amountMinor: 678 },
    usage: null,
  });
});
