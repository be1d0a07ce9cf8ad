import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aRate, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { formatInstant, newId, parseInstant } from "@working-social/kernel";
import { usableOf, wallet } from "@working-social/credits";
import { bookResource } from "./commands/book-resource.ts";
import { cancelBooking } from "./commands/cancel-booking.ts";
import { changeBooking } from "./commands/change-booking.ts";
import { quoteChange } from "./commands/quote-change.ts";
import { quoteSlot } from "./commands/quote-slot.ts";
import type { QuoteView } from "../rules/quote-view.ts";
import type { PaidSpace } from "./testing/a-paid-space.ts";
import { aPaidSpace } from "./testing/a-paid-space.ts";
import { aBooking, aChange } from "./testing/a-space.ts";

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
  change: fc.record({
    hoursBefore: fc.constantFrom(30, 20, 1, 0),
    days: fc.constantFrom(0, 0, 1),
    share: fc.constantFrom(0.25, 0.5, 1, 1.5),
    /** Credits that came in between, and end before all others. */
    sooner: fc.constantFrom(0, 0, 45),
  }),
});

test(`what is seen is what is paid, and comes back (seed ${SEED})`, { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(places, rates, wishes, async (place, rate, wish) => {
      const { space, unit, given, booked, quote } = await bookOne(place, rate, wish);
      expect(booked.quote).toMatchObject({ totalMinor: quote?.totalMinor, lines: quote?.lines });
      const paid = quote?.lines.find((line) => line.kind === "credit");
      const books = await space.books(booked.id, unit);
      const openMinor = quote?.totalMinor;
      expect(books).toMatchObject({ used: paid?.quantity ?? 0, promised: 0, held: 0, openMinor });
      expect(await space.left(space.ana, unit)).toBe(given - books.used);
      await expectLeft(space, quote);
      const cancel = { reason: null, expectedFeeMinor: 0, expectedKept: [], idempotencyKey: newId() };
      await cancelBooking(space.ana, { bookingId: booked.id, ...cancel });
      expect(await space.books(booked.id, unit)).toMatchObject({ used: 0, openMinor: 0, unpaid: 0 });
      expect(await space.left(space.ana, unit)).toBe(given);
    }),
    { numRuns: 30, seed: SEED },
  );
});

test(`what a change says it leaves is what can be used after it (seed ${SEED})`, { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(places, rates, wishes, async (place, rate, wish) => {
      const { hoursBefore, days, share, sooner } = wish.change;
      const { space, unit, booked, slot } = await bookOne(place, rate, wish);
      space.clock.set(formatInstant(slot.start - hoursBefore * HOUR_MS));
      const expiresAt = formatInstant(slot.end + 90 * 24 * HOUR_MS);
      if (sooner > 0) await space.give(space.ana, sooner, { unit, expiresAt });
      const isRunning = hoursBefore === 0;
      const start = slot.start + (isRunning ? 0 : days * 24 * HOUR_MS);
      const minutes = Math.max(1, Math.ceil((share * (slot.end - slot.start)) / 60_000));
      const asked = {
        resourceId: booked.resourceId,
        startsAt: formatInstant(start),
        endsAt: formatInstant(start + minutes * 60_000),
      };
      const { quote } = await quoteChange(space.ana, { bookingId: booked.id, ...asked });
      const kept = (quote?.lines ?? []).filter((line) => line.kind === "kept_credits");
      await changeBooking(
        space.ana,
        aChange(booked, {
          ...asked,
          expectedTotalMinor: quote?.totalMinor ?? -1,
          expectedKept: kept.map(({ quantity }) => ({ unit, quantity })),
        }),
      );
      await expectLeft(space, quote);
    }),
    { numRuns: 40, seed: SEED },
  );
});

type Wish = typeof wishes extends fc.Arbitrary<infer Value> ? Value : never;
type Place = typeof places extends fc.Arbitrary<infer Value> ? Value : never;
type Rate = typeof rates extends fc.Arbitrary<infer Value> ? Value : never;

/** A space of this kind, and a booking in it that was quoted before. */
async function bookOne(place: Place, rate: Rate, { kind, credits, around, quarters, length }: Wish) {
  const space = await aPaidSpace(database, place);
  await database.owner.query("DELETE FROM rates WHERE organization_id = $1", [space.organizationId]);
  await aRate(database.owner, space.organizationId, space.locationId, rate);
  space.clock.set(formatInstant(parseInstant(around) - 30 * HOUR_MS));
  const unit = kind === "room" ? ("room_minutes" as const) : ("day_passes" as const);
  const given = kind === "room" ? credits : credits % 4;
  if (given > 0) await space.give(space.ana, given, { unit });
  const { id: resourceId } = await space.resource({ kind });
  const start = parseInstant(around) + quarters * (HOUR_MS / 4);
  const slot = { start, end: start + length * (HOUR_MS / 4) };
  const times = { startsAt: formatInstant(slot.start), endsAt: formatInstant(slot.end) };
  const { quote } = await quoteSlot(space.ana, { resourceId, forPersonId: null, ...times });
  const booked = await bookResource(
    space.ana,
    aBooking(resourceId, { ...times, expectedTotalMinor: quote?.totalMinor ?? -1 }),
  );
  return { space, unit, given, slot, booked, quote };
}

/** Each lot of the price has left what the price said, and all of them together what a screen says can be used. */
async function expectLeft({ ana, clock }: PaidSpace, quote: QuoteView | null): Promise<void> {
  const held = await wallet(ana, { personId: null });
  const leftOf = (lotId: string) => held.lots.find(({ id }) => id === lotId)?.left ?? 0;
  const lots = (quote?.lines ?? []).flatMap((line) => (line.kind === "credit" ? line.lots : []));
  expect(lots.map(({ lotId }) => [lotId, leftOf(lotId)])).toEqual(lots.map((lot) => [lot.lotId, lot.leftAfter]));
  for (const { unit, currency, balance } of held.balances)
    expect(usableOf(held, { unit, currency }, clock.now())).toBe(balance);
}
