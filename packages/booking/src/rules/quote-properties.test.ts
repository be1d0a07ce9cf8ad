import { dayInterval, daysTouched, toLocal, weekdayOf } from "@working-social/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { QuoteLine, QuoteView } from "./quote-view.ts";
import type { RateView } from "../rates/schema.ts";
import { aRate, aResource, aSituation } from "./builders.ts";
import { quoteBooking, sumOfLines } from "./quote.ts";

const MINUTE_MS = 60_000;
const days = fc.constantFrom(
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Africa/Cairo", "2026-04-24"],
  ["America/Santiago", "2026-09-06"],
  ["America/St_Johns", "2026-03-08"],
  ["Asia/Kathmandu", "2026-11-26"],
  ["Africa/Casablanca", "2026-02-15"],
  ["Pacific/Apia", "2011-12-31"],
);
const slots = fc
  .tuple(days, fc.integer({ min: -1500, max: 1500 }), fc.integer({ min: 1, max: 3500 }))
  .map(([[zone = "", date = ""], from, minutes]) => {
    const start = dayInterval(date, zone).start + from * MINUTE_MS;
    return { zone, slot: { start, end: start + minutes * MINUTE_MS } };
  });
const rate = fc.record({
  audience: fc.constantFrom("anyone" as const, "member" as const, "non_member" as const),
  planId: fc.constantFrom(null, null, "plan-flex", "plan-x"),
  resourceKind: fc.constantFrom(null, "room" as const, "booth" as const),
  resourceId: fc.constantFrom(null, null, "room-1", "room-2"),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
  band: fc.tuple(fc.nat(1439), fc.integer({ min: 1, max: 1440 })).filter(([from, to]) => to > from),
  isAllDay: fc.boolean(),
  priceMinor: fc.nat(10_000_000),
  minimumChargeMinor: fc.option(fc.nat(100_000), { nil: null }),
});
const rates = (units: RateView["unit"][]) =>
  fc.array(fc.tuple(rate, fc.constantFrom(...units)), { maxLength: 7 }).map((list) =>
    list.map(
      (
        [
          {
            band: [from, to],
            isAllDay,
            ...rest
          },
          unit,
        ],
        i,
      ) =>
        aRate({
          ...rest,
          unit,
          id: `rate-${i}`,
          bandFromMinute: isAllDay ? 0 : from,
          bandToMinute: isAllDay ? 1440 : to,
        }),
    ),
  );
const location = fc.record({
  currency: fc.constantFrom("USD", "JPY", "BHD"),
  taxBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  taxInclusive: fc.boolean(),
});
const timeLines = (quote: QuoteView) =>
  quote.lines.filter((line): line is Extract<QuoteLine, { kind: "time" }> => line.kind === "time");

test("lines sum to the total, tax and subtotal too, and every minute is on one line", () => {
  fc.assert(
    fc.property(slots, rates(["hour", "half_day", "day"]), location, ({ zone, slot }, list, place) => {
      const quote = quoteBooking(
        aSituation({ rates: list, location: { ...place, timeZone: zone } }),
        aResource(),
        slot,
      );
      expect(sumOfLines(quote.lines)).toBe(quote.totalMinor);
      expect(quote.subtotalMinor + quote.taxMinor).toBe(quote.totalMinor);
      for (const line of quote.lines)
        expect(Number.isSafeInteger(line.amountMinor) && line.amountMinor >= 0).toBe(true);
      const minutes = quote.lines.reduce((sum, line) => sum + ("minutes" in line ? line.minutes : 0), 0);
      expect(minutes).toBe((slot.end - slot.start) / MINUTE_MS);
      expect(quote.lines.filter((line) => line.kind === "minimum").length).toBeLessThanOrEqual(1);
      const exactTax = (quote.subtotalMinor * place.taxBasisPoints) / 10_000;
      expect(Math.abs(quote.taxMinor - exactTax)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 300 },
  );
});

test("hour rates: each minute has the rate that a look at the clock and the list of rates would give it", () => {
  fc.assert(
    fc.property(slots, rates(["hour"]), ({ zone, slot }, list) => {
      fc.pre(!touchesDoubledTime(slot, zone));
      const quote = quoteBooking(aSituation({ rates: list, location: { timeZone: zone } }), aResource(), slot);
      const expected = new Map<string, number>();
      for (let at = slot.start; at < slot.end; at += MINUTE_MS) {
        const winner = bestRate(list, toLocal(at, zone));
        if (winner) expected.set(winner, (expected.get(winner) ?? 0) + 1);
      }
      expect(new Map(timeLines(quote).map((line) => [line.rateId, line.minutes]))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

const score = (each: RateView) => [
  each.resourceId ? 2 : each.resourceKind ? 1 : 0,
  each.planId ? 2 : each.audience === "anyone" ? 0 : 1,
  each.bandFromMinute - each.bandToMinute,
  -(each.weekdays.length || 7),
  Number(each.id.slice(5)),
];

/** Written the long way round: a score for each thing that makes a rate more specific. */
function bestRate(list: RateView[], { minute, date }: { minute: number; date: string }): string | null {
  const fitting = list.filter(
    (each) =>
      (each.resourceId === null || each.resourceId === "room-1") &&
      (each.resourceKind === null || each.resourceKind === "room") &&
      (each.planId === null || each.planId === "plan-flex") &&
      each.audience !== "non_member" &&
      (each.weekdays.length === 0 || each.weekdays.includes(weekdayOf(date))) &&
      each.bandFromMinute <= minute &&
      minute < each.bandToMinute,
  );
  let best: RateView | null = null;
  for (const each of fitting) {
    const [mine, other] = [score(each), best ? score(best) : []];
    const differing = mine.findIndex((value, i) => value !== other[i]);
    if (!best || (mine[differing] ?? 0) > (other[differing] ?? 0)) best = each;
  }
  return best?.id ?? null;
}

function touchesDoubledTime(slot: { start: number; end: number }, zone: string): boolean {
  return daysTouched(slot, zone).some(({ date }) => {
    const { start, end } = dayInterval(date, zone);
    return end - start > 1440 * MINUTE_MS;
  });
}

test("a further half-day or day rate never makes it dearer where hours cover it all", () => {
  const cover = aRate({ id: "cover", priceMinor: 900 });
  const more = fc.tuple(fc.constantFrom("half_day" as const, "day" as const), fc.nat(20_000));
  fc.assert(
    fc.property(slots, fc.array(more, { maxLength: 3 }), ({ zone, slot }, units) => {
      const total = (list: RateView[]) =>
        quoteBooking(aSituation({ rates: list, location: { timeZone: zone } }), aResource(), slot).totalMinor;
      const extra = units.map(([unit, priceMinor], i) => aRate({ id: `x${i}`, unit, priceMinor }));
      // Each day's hours are rounded before they are compared, so a minor unit a day may lie between.
      expect(total([cover, ...extra])).toBeLessThanOrEqual(total([cover]) + 4);
    }),
  );
});

test("the price does not depend on the order of the rates", () => {
  fc.assert(
    fc.property(slots, rates(["hour", "half_day", "day"]), ({ zone, slot }, list) => {
      const quote = (order: RateView[]) =>
        quoteBooking(aSituation({ rates: order, location: { timeZone: zone } }), aResource(), slot);
      expect(quote(list.toReversed())).toEqual(quote(list));
    }),
  );
});
