import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRate, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { formatInstant, newId, parseInstant } from "@working-social/kernel";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { quoteSlot } from "./commands/quote-slot.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import { aBooking } from "./testing/a-space.ts";

// To the last unit of money and minute: what the quote shows is what the ledger takes, in any zone, currency, tax and rate.

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const SEED = Math.floor(Math.random() * 2 ** 31);
const HOUR_MS = 3_600_000;
const places = fc.record({
  timeZone: fc.constantFrom("UTC", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"),
  currency: fc.constantFrom("USD", "JPY", "BHD"),
  taxName: fc.constant("VAT"),
  taxBasisPoints: fc.constantFrom(0, 825, 2100),
  taxInclusive: fc.boolean(),
});
const rates = fc.record({
  unit: fc.constantFrom("hour", "half_day", "day"),
  price_minor: fc.integer({ min: 1, max: 99_999 }),
  minimum_charge_minor: fc.option(fc.integer({ min: 1, max: 5000 })),
});
const wishes = fc.record({
  kind: fc.constantFrom("room" as const, "hot_desk" as const),
  credits: fc.integer({ min: 0, max: 400 }),
  /** Around the end of a month, and where clocks change in St. John's (14 March) and on Lord Howe (4 April). */
  around: fc.constantFrom("2027-01-30T00:00:00Z", "2027-03-13T12:00:00Z", "2027-04-02T12:00:00Z"),
  quarters: fc.integer({ min: 1, max: 240 }),
  length: fc.integer({ min: 1, max: 200 }),
});

test(`what is seen is what is paid, and comes back (seed ${SEED})`, { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(places, rates, wishes, async (place, rate, { kind, credits, around, quarters, length }) => {
      const space = await aPaidSpace(database, place);
      await database.owner.query("DELETE FROM rates WHERE organization_id = $1", [space.organizationId]);
      await aRate(database.owner, space.organizationId, space.locationId, rate);
      space.clock.set(formatInstant(parseInstant(around) - 30 * HOUR_MS));
      const unit = kind === "room" ? "room_minutes" : "day_passes";
      const given = kind === "room" ? credits : credits % 4;
      if (given > 0) await space.give(space.ana, given, { unit });
      const { id: resourceId } = await space.resource({ kind });
      const start = parseInstant(around) + quarters * (HOUR_MS / 4);
      const slot = { startsAt: formatInstant(start), endsAt: formatInstant(start + length * (HOUR_MS / 4)) };
      const { quote } = await quoteSlot(space.ana, { resourceId, forPersonId: null, ...slot });
      const expectedTotalMinor = quote?.totalMinor ?? -1;
      const booked = await bookResource(space.ana, aBooking(resourceId, { ...slot, expectedTotalMinor }));
      expect(booked.quote).toMatchObject({ totalMinor: quote?.totalMinor, lines: quote?.lines });
      const paid = quote?.lines.find((line) => line.kind === "credit");
      const books = await space.books(booked.id, unit);
      expect(books).toMatchObject({ used: paid?.quantity ?? 0, promised: 0, held: 0, openMinor: expectedTotalMinor });
      expect(await space.left(space.ana, unit)).toBe(given - books.used);
      const cancel = { reason: null, expectedFeeMinor: 0, expectedKept: [], idempotencyKey: newId() };
      await cancelBooking(space.ana, { bookingId: booked.id, ...cancel });
      expect(await space.books(booked.id, unit)).toMatchObject({ used: 0, openMinor: 0, unpaid: 0 });
      expect(await space.left(space.ana, unit)).toBe(given);
    }),
    { numRuns: 30, seed: SEED },
  );
});
