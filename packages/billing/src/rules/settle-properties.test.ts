import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayByDay, standingAfter, wantedOf } from "../testing/standing-rows.ts";
import { aTimeline } from "../testing/timelines.ts";
import { costOfDays } from "./parts.ts";
import type { ChargedDays } from "./settle.ts";
import { settle } from "./settle.ts";
import type { Timeline } from "./timeline.ts";

const PERIODS = 8;
const SOME_DAYS = 240;

/** One contract as it was agreed and agreed anew, several times: other versions, pauses, discounts and ends of the same periods. */
function agreements(): fc.Arbitrary<{ timeline: Timeline; periods: number }[]> {
  const again = fc.record({
    change: aTimeline(SOME_DAYS),
    what: fc.subarray(["versions", "pauses", "discount", "lastDay"] as const),
    periods: fc.integer({ min: 0, max: PERIODS }),
  });
  return fc.tuple(aTimeline(SOME_DAYS), fc.array(again, { minLength: 1, maxLength: 4 })).map(([first, changes]) => {
    const steps = [{ timeline: first, periods: PERIODS }];
    let timeline = first;
    for (const { change, what, periods } of changes) {
      timeline = { ...timeline, ...Object.fromEntries(what.map((key) => [key, change[key]])) };
      steps.push({ timeline, periods });
    }
    return steps;
  });
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const worth = (rows: readonly ChargedDays[]) => sum(rows.map((row) => costOfDays(row, row.priceMinor)));

describe("settling, however often a contract changes", () => {
  test("each wanted day is charged exactly once and no other, for what it costs, and settling again does nothing", () => {
    fc.assert(
      fc.property(agreements(), (steps) => {
        let rows: ChargedDays[] = [];
        let paid = 0;
        for (const { timeline, periods } of steps) {
          const wanted = wantedOf(timeline, periods);
          const settlement = settle(wanted, rows);
          paid += sum([...settlement.returns, ...settlement.charges].map((one) => one.amountMinor));
          rows = standingAfter(rows, settlement);
          expect(dayByDay(rows)).toEqual(dayByDay(wanted));
          expect(paid).toBe(sum(wanted.map((days) => costOfDays(days, days.priceMinor))));
          expect(settle(wanted, rows)).toEqual({ returns: [], charges: [] });
        }
      }),
    );
  });

  test("what stays of a row and what came back of it add up to it, to the minor unit", () => {
    fc.assert(
      fc.property(agreements(), (steps) => {
        let rows: ChargedDays[] = [];
        for (const { timeline, periods } of steps) {
          const settlement = settle(wantedOf(timeline, periods), rows);
          const stays = standingAfter(rows, { ...settlement, charges: [] });
          for (const row of rows) {
            const back = settlement.returns.filter((one) => one.chargedId === row.id);
            const left = stays.filter((one) => one.id.startsWith(`${row.id}.`));
            expect(worth(left) - sum(back.map((one) => one.amountMinor))).toBe(worth([row]));
            for (const { amountMinor } of back) expect(amountMinor).toBeLessThanOrEqual(0);
          }
          rows = standingAfter(rows, settlement).map((row, place) => ({ ...row, id: `row ${place}` }));
        }
      }),
    );
  });

  test("days that stand charged twice come back once", () => {
    fc.assert(
      fc.property(aTimeline(SOME_DAYS), (timeline) => {
        const wanted = wantedOf(timeline, PERIODS);
        const once = standingAfter([], settle(wanted, []));
        const twice = [...once, ...once.map((row) => ({ ...row, id: `again ${row.id}` }))];
        const { returns, charges } = settle(wanted, twice);
        expect([charges, returns.map((one) => one.chargedId)]).toEqual([[], once.map((row) => `again ${row.id}`)]);
      }),
    );
  });
});
