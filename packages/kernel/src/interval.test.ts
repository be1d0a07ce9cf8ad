import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Interval } from "./interval.ts";
import {
  contains,
  durationMinutes,
  extend,
  intersect,
  intersectAll,
  interval,
  merge,
  overlaps,
  shift,
  subtract,
} from "./interval.ts";

const span = (start: number, end: number): Interval => ({ start, end });
const spans = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => span(start, start + length));
const lists = fc.array(spans, { maxLength: 8 });
const points = Array.from({ length: 60 }, (_, at) => at);
const covers = (list: readonly Interval[], at: number) => list.some(({ start, end }) => start <= at && at < end);
const isTidy = (list: readonly Interval[]) =>
  list.every((item, i) => item.end > item.start && (i === 0 || (list[i - 1]?.end ?? 0) < item.start));

describe("overlaps", () => {
  test.each([
    [span(0, 10), span(10, 20), false],
    [span(0, 10), span(9, 20), true],
    [span(0, 10), span(3, 4), true],
    [span(5, 6), span(0, 5), false],
  ])("%o and %o: %s", (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });

  test("is the same as sharing an instant", () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const isShared = points.some((at) => covers([a], at) && covers([b], at));
        expect(overlaps(a, b)).toBe(isShared);
        expect(intersect(a, b) !== null).toBe(isShared);
      }),
    );
  });
});

test("contains is the same as covering each of its instants, touching edges included", () => {
  fc.assert(
    fc.property(spans, spans, (outer, inner) => {
      const isCovered = points.every((at) => !covers([inner], at) || covers([outer], at));
      expect(contains(outer, inner)).toBe(isCovered);
      expect(contains(outer, outer)).toBe(true);
    }),
  );
});

describe("lists of intervals agree with their instants", () => {
  test("merge keeps them, sorted and apart", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const merged = merge(list);
        expect(isTidy(merged)).toBe(true);
        for (const at of points) expect(covers(merged, at)).toBe(covers(list, at));
      }),
    );
  });

  test("subtract takes away exactly what is taken", () => {
    fc.assert(
      fc.property(lists, lists, (from, taken) => {
        const left = subtract(from, taken);
        expect(isTidy(left)).toBe(true);
        for (const at of points) expect(covers(left, at)).toBe(covers(from, at) && !covers(taken, at));
      }),
    );
  });

  test("intersectAll keeps what both have", () => {
    fc.assert(
      fc.property(lists, lists, (a, b) => {
        const both = intersectAll(a, b);
        expect(isTidy(both)).toBe(true);
        for (const at of points) expect(covers(both, at)).toBe(covers(a, at) && covers(b, at));
      }),
    );
  });
});

test("an interval that ends before it starts, or at once, is refused", () => {
  expect(() => interval(5, 5)).toThrow(new RangeError("An interval ends after it starts."));
  expect(() => interval(5, Number.NaN)).toThrow(RangeError);
  expect(interval(5, 6)).toEqual(span(5, 6));
});

test("minutes: duration, shift and buffers", () => {
  const slot = span(0, 3_600_000);
  expect(durationMinutes(slot)).toBe(60);
  expect(durationMinutes(shift(slot, 7))).toBe(60);
  expect(shift(slot, -30)).toEqual(span(-1_800_000, 1_800_000));
  expect(extend(slot, 10, 20)).toEqual(span(-600_000, 4_800_000));
  expect(contains(extend(slot, 10, 20), slot)).toBe(true);
  expect(contains(slot, extend(slot, 0, 1))).toBe(false);
});
