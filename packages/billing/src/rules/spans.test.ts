import { describe, expect, test } from "vitest";
import { byFirstDay, daysInBoth, daysWithout } from "./spans.ts";

const span = (from: number, until: number) => ({ from: `2027-05-0${from}`, until: `2027-05-0${until}` });
const DAYS = span(3, 7);

describe("days of a span", () => {
  test.each([
    ["a hole before", span(1, 3), [DAYS], []],
    ["a hole after", span(7, 9), [DAYS], []],
    ["a hole at its beginning", span(2, 4), [span(4, 7)], [span(3, 4)]],
    ["a hole at its end", span(6, 8), [span(3, 6)], [span(6, 7)]],
    ["a hole in the middle", span(4, 5), [span(3, 4), span(5, 7)], [span(4, 5)]],
    ["itself", DAYS, [], [DAYS]],
    ["more than itself", span(1, 9), [], [DAYS]],
    ["a hole without days", span(5, 5), [DAYS], []],
  ])("without %s, and what both share", (_, hole, left, shared) => {
    expect([daysWithout(DAYS, hole), daysInBoth(DAYS, hole)]).toEqual([left, shared]);
  });

  test("go by their first day", () => {
    expect([span(5, 6), span(3, 9), span(4, 5)].sort(byFirstDay)).toEqual([span(3, 9), span(4, 5), span(5, 6)]);
    expect(byFirstDay(span(3, 4), span(3, 5))).toBe(0);
    expect([byFirstDay(span(3, 4), span(4, 5)), byFirstDay(span(4, 5), span(3, 4))]).toEqual([-1, 1]);
  });
});
