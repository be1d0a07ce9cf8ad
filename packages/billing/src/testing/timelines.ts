import { addDays } from "@working-social/kernel";
import * as fc from "fast-check";
import type { Discount } from "../rules/discounts.ts";
import type { PeriodTerms } from "../rules/periods.ts";
import { periodAt } from "../rules/periods.ts";
import type { Timeline } from "../rules/timeline.ts";

/** Days of many years, those at the ends of months and the leap day more often than they come. */
export function aDate(): fc.Arbitrary<string> {
  const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2024-01-01", days));
  return fc.oneof(anyDay, fc.constantFrom("2024-02-29", "2027-01-31", "2027-08-31", "2027-11-30", "2028-02-29"));
}

export function someTerms(): fc.Arbitrary<PeriodTerms> {
  return fc.record({
    start: aDate(),
    billingDay: fc.option(fc.integer({ min: 1, max: 28 })),
    intervalMonths: fc.constantFrom(1, 1, 1, 2, 3, 6, 12),
  });
}

/** Minor units as large as prices are in yen, euros and dinars, and the smallest. */
function aPrice(): fc.Arbitrary<number> {
  const ranges = [9, 60_000, 2_000_000, 250_000_000].map((max) => fc.integer({ min: 0, max }));
  return fc.oneof(...ranges);
}

function aDiscount(): fc.Arbitrary<Discount> {
  const fewPeriods = fc.integer({ min: 0, max: 14 });
  return fc.record({
    basisPoints: fc.oneof(fc.constantFrom(0, 500, 1000, 3333, 5000, 10_000), fc.integer({ min: 0, max: 10_000 })),
    amountMinor: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50_000 })),
    periods: fc.option(fewPeriods),
    freePeriods: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 })),
    fromPeriod: fc.oneof(fc.constant(0), fewPeriods),
  });
}

/** Up to `days` days of one line: changes now and at renewal, two on one day, pauses that overlap, a discount, an end. */
export function aTimeline(days = 3653): fc.Arbitrary<Timeline> {
  const someDay = fc.integer({ min: 0, max: days });
  const change = fc.record({ after: someDay, atRenewal: fc.boolean(), priceMinor: fc.option(aPrice(), { freq: 9 }) });
  const changes = fc.record({
    first: fc.record({ after: fc.constantFrom(0, 0, 0, -40, 9), priceMinor: aPrice() }),
    later: fc.array(change, { maxLength: 5 }),
    onOneDay: fc.boolean(),
    pauses: fc.array(fc.record({ after: someDay, days: fc.integer({ min: 0, max: 100 }) }), { maxLength: 3 }),
    discount: fc.option(aDiscount()),
    lastDay: fc.option(fc.integer({ min: -3, max: days })),
  });
  return fc.tuple(someTerms(), changes).map(([terms, { first, later, onOneDay, pauses, discount, lastDay }]) => {
    const day = (after: number) => addDays(terms.start, after);
    const changed = later.map(({ after, atRenewal, priceMinor }) => ({
      from: atRenewal ? periodAt(terms, day(after)).until : day(onOneDay ? after % 40 : after),
      priceMinor,
    }));
    const all = [{ from: day(first.after), priceMinor: first.priceMinor }, ...changed];
    return {
      ...terms,
      discount,
      versions: all.map((version, place) => ({ ...version, id: `version ${place}` })),
      pauses: pauses.map(({ after, days: length }) => ({ from: day(after), until: day(after + length) })),
      lastDay: lastDay === null ? null : day(lastDay),
    };
  });
}
