import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayScale, hourMarks, instantAt, isLabelled, shareOf } from "./day-scale.ts";
import { aDay } from "./testing/a-day.ts";
import { at, slot } from "./testing/at.ts";

describe("the scale of a day", () => {
  test("runs from the first opening to an hour after the last closing", () => {
    const day = aDay();
    expect(dayScale(day, null)).toMatchObject({ start: at(day, "08:00"), end: at(day, "20:00") });
  });

  test("takes whole hours of a wall clock whose offset is 45 minutes", () => {
    const day = aDay({ weekly: [{ weekday: 4, opensMinute: 495, closesMinute: 1110 }] });
    expect(dayScale(day, null)).toMatchObject({ start: at(day, "08:00"), end: at(day, "20:00") });
  });

  test("widens for bookings and for what is asked outside the hours, never beyond the day", () => {
    const day = aDay({ bookings: [["lantern", 390, 420]] });
    expect(dayScale(day, slot(day, "22:00-23:30"))).toMatchObject({ start: at(day, "06:00"), end: at(day, "23:00") });
    expect(dayScale(day, slot(day, "23:30-24:00"))).toMatchObject({ end: at(day, "24:00") });
  });

  test("stays as it is when a slot only ends outside, or is on another day", () => {
    const day = aDay();
    expect(dayScale(day, slot(day, "18:00-22:00"))).toMatchObject({ start: at(day, "08:00"), end: at(day, "20:00") });
    expect(dayScale(day, { start: at(day, "24:00"), end: at(day, "24:00") + 3_600_000 })).toMatchObject({
      end: at(day, "20:00"),
    });
  });

  test("shows a usual day when it is closed", () => {
    const day = aDay({ weekly: [] });
    expect(dayScale(day, null)).toMatchObject({ start: at(day, "08:00"), end: at(day, "19:00") });
  });

  test("a day without its second hour has no mark for it, and one with a half-hour change keeps its hours", () => {
    const allDay = [{ weekday: 7, opensMinute: 0, closesMinute: 1440 }];
    const spring = aDay({ zone: "America/St_Johns", date: "2026-03-08", weekly: allDay });
    expect(
      hourMarks(dayScale(spring, null))
        .map((mark) => mark.hour)
        .slice(0, 5),
    ).toEqual([0, 1, 3, 4, 5]);
    const lordHowe = aDay({ zone: "Australia/Lord_Howe", date: "2026-10-04", weekly: allDay });
    const scale = dayScale(lordHowe, null);
    expect((scale.end - scale.start) / 60_000).toBe(1410);
    expect(hourMarks(scale).every((mark) => mark.instant >= scale.start && mark.instant <= scale.end)).toBe(true);
  });

  test("a short day labels every second hour, a whole one every third", () => {
    const day = aDay();
    const scale = dayScale(day, null);
    expect(
      hourMarks(scale)
        .filter((mark) => isLabelled(mark, scale))
        .map((mark) => mark.hour),
    ).toEqual([8, 10, 12, 14, 16, 18, 20]);
    const whole = { start: at(day, "00:00"), end: at(day, "24:00") };
    expect(isLabelled({ instant: 0, hour: 2 }, whole)).toBe(false);
  });

  test("shares and instants are inverse", () => {
    const scale = dayScale(aDay(), null);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(shareOf(scale, instantAt(scale, share))).toBeCloseTo(share, 6);
      }),
    );
  });
});
