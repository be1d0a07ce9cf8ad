import { describe, expect, it } from "vitest";
import { aDay } from "./testing/a-day.ts";
import { at } from "./testing/at.ts";
import { nextStart } from "./next-start.ts";

const thursdays = [{ weekday: 4, opensMinute: 480, closesMinute: 1140 }];

describe("nextStart", () => {
  it("is the next half hour on the wall while the place is open", () => {
    const day = aDay();
    expect(nextStart(day, at(day, "09:07"))).toEqual({ startsAt: at(day, "09:30"), isOpenNow: true, isToday: true });
  });

  it("is the opening before it, on the same day", () => {
    const day = aDay();
    expect(nextStart(day, at(day, "06:00"))).toEqual({ startsAt: at(day, "08:00"), isOpenNow: false, isToday: true });
  });

  it("is the next opening after closing, which may be a week away", () => {
    const day = aDay({ weekly: thursdays });
    const startsAt = at(day, "08:00") + 7 * 86_400_000;
    expect(nextStart(day, at(day, "18:45"))).toEqual({ startsAt, isOpenNow: false, isToday: false });
  });

  it("is nothing where the place does not open", () => {
    const day = aDay({ weekly: [] });
    expect(nextStart(day, at(day, "10:00"))).toBeNull();
  });
});
