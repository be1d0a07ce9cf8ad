import { toLocal } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import { timeOf } from "./asked-slot.ts";
import { firstDate, firstStart, nextOpen } from "./default-time.ts";
import { aDay } from "./testing/a-day.ts";
import { at } from "./testing/at.ts";

const thursdays = [{ weekday: 4, opensMinute: 480, closesMinute: 1140 }];

describe("what the page opens on", () => {
  test.each([
    ["07:10", "08:00"],
    ["09:07", "09:30"],
    ["14:00", "14:00"],
    ["18:45", "19:00"],
  ])("today at %s it starts with %s", (now, start) => {
    const day = aDay();
    const minute = toLocal(firstStart(day, at(day, now)), day.location.timeZone).minute;
    expect(timeOf(minute)).toBe(start);
  });

  test("another day starts with nine o'clock, or the opening", () => {
    const day = aDay();
    expect(firstStart(day, at(day, "00:00") - 86_400_000)).toBe(at(day, "09:00"));
    const late = aDay({ weekly: [{ weekday: 4, opensMinute: 600, closesMinute: 1140 }] });
    expect(firstStart(late, at(late, "00:00") - 86_400_000)).toBe(at(late, "10:00"));
  });

  test("after closing it is the next open day", () => {
    const day = aDay({ weekly: thursdays });
    expect(firstDate(day, at(day, "18:00"))).toBe("2026-11-26");
    expect(firstDate(day, at(day, "18:45"))).toBe("2026-12-03");
    expect(firstDate(aDay({ weekly: [] }), at(day, "18:45"))).toBe("2026-11-26");
    expect(nextOpen(aDay({ weekly: [] }), at(day, "10:00"))).toBeNull();
  });
});
