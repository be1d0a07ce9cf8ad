import * as fc from "fast-check";
import { expect, test } from "vitest";
import { feesOf } from "./rules/timeline.ts";
import { feesDayByDay } from "./testing/daily-oracle.ts";
import { aDate, aTimeline } from "./testing/timelines.ts";

const TIMELINES = Number(process.env["BILLING_TIMELINES"] ?? 5_000);
const MONTHS = 120;

const timeout = 30_000 + 10 * TIMELINES;

test("timelines of ten years cost what exact fractions say day by day, to the minor unit", { timeout }, () => {
  let [segments, empty] = [0, 0];
  fc.assert(
    fc.property(aTimeline(), fc.array(aDate(), { maxLength: 2 }), (timeline, cuts) => {
      const periods = MONTHS / timeline.intervalMonths;
      const expected = feesDayByDay(timeline, periods, cuts);
      const fees = Array.from({ length: periods }, (_, index) => feesOf(timeline, index, cuts));
      const answer = fees.filter((one) => one !== null);
      // Texts are compared a hundred times faster; what differs is then shown as what it is.
      if (JSON.stringify(answer) !== JSON.stringify(expected)) expect(answer).toEqual(expected);
      segments += answer.reduce((sum, one) => sum + one.segments.length, 0);
      empty += fees.length - answer.length;
    }),
    { numRuns: TIMELINES },
  );
  // A generator that made nothing to reckon with would agree with anything.
  expect(segments).toBeGreaterThan(30 * TIMELINES);
  expect(empty).toBeGreaterThan(TIMELINES);
});
