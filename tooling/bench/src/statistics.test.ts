import { expect, test } from "vitest";
import { median, medianTiming, percentile, timingOf } from "./statistics.ts";

test("percentiles are values that were measured", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  expect([50, 95, 99, 100].map((percent) => percentile(hundred, percent))).toEqual([50, 95, 99, 100]);
  expect(percentile([7], 1)).toBe(7);
  expect(percentile([], 50)).toBeNaN();
  expect(median([9, 1, 5, 3])).toBe(3);
});

test("a timing counts calls over the time in which they ran side by side", () => {
  expect(timingOf([4, 2, 6], 1500)).toEqual({ count: 3, ratePerSecond: 2, p50Ms: 4, p95Ms: 6, p99Ms: 6 });
});

test("rounds come to the median of each figure", () => {
  const round = (rate: number, ms: number) => ({ count: 1, ratePerSecond: rate, p50Ms: ms, p95Ms: ms, p99Ms: ms });
  expect(medianTiming([round(1, 30), round(9, 10), round(5, 20)])).toEqual({
    count: 3,
    ratePerSecond: 5,
    p50Ms: 20,
    p95Ms: 20,
    p99Ms: 20,
  });
});
