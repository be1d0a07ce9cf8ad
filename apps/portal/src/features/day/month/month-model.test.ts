import { addDays } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import { addMonths, bookedPercent, dateByKey, weeksOf } from "./month-model.ts";

const [MONDAY, SUNDAY] = [1, 7];
const monthDay = (date: string) => ({ date, openMinutes: 660, bookedMinutes: 0, mine: [] });
const november = Array.from({ length: 30 }, (_, index) => monthDay(addDays("2026-11-01", index)));

describe("the month", () => {
  test("is weeks from Monday, filled up at both ends", () => {
    const weeks = weeksOf(november, MONDAY);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(weeks[0]?.map((day) => day?.date ?? null)).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(weeks.flat().filter((day) => day !== null)).toEqual(november);
    expect(weeksOf([], MONDAY)).toEqual([]);
  });

  test("is weeks from Sunday for who counts them so, and keys know it", () => {
    expect(weeksOf(november, SUNDAY)[0]?.map((day) => day?.date ?? null)[0]).toBe("2026-11-01");
    expect(weeksOf(november, SUNDAY).map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect(dateByKey({ key: "Home", shiftKey: false }, "2026-11-26", SUNDAY)).toBe("2026-11-22");
    expect(dateByKey({ key: "End", shiftKey: false }, "2026-11-22", SUNDAY)).toBe("2026-11-28");
  });

  test.each([
    [660, 0, 0],
    [660, 330, 50],
    [660, 2, 1],
    [660, 900, 100],
    [0, 0, null],
  ])("%i open and %i booked minutes are %s per cent", (openMinutes, bookedMinutes, percent) => {
    expect(bookedPercent({ date: "2026-11-01", openMinutes, bookedMinutes, mine: [] })).toBe(percent);
  });

  test.each([
    ["ArrowLeft", "2026-11-25"],
    ["ArrowRight", "2026-11-27"],
    ["ArrowUp", "2026-11-19"],
    ["ArrowDown", "2026-12-03"],
    ["Home", "2026-11-23"],
    ["End", "2026-11-29"],
    ["PageUp", "2026-10-26"],
    ["PageDown", "2026-12-26"],
    ["Tab", null],
  ])("%s leads to %s", (key, date) => {
    expect(dateByKey({ key, shiftKey: false }, "2026-11-26", MONDAY)).toBe(date);
  });

  test("months of other lengths keep the last day, and Shift goes by years", () => {
    expect(addMonths("2026-10-31", 1)).toBe("2026-11-30");
    expect(dateByKey({ key: "PageDown", shiftKey: true }, "2028-02-29", MONDAY)).toBe("2029-02-28");
  });
});
