import { gridStarts } from "@working-social/booking/rules";
import { dayInterval } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import { askedSlot, minuteOf, timeOf, wallTimeOf } from "./asked-slot.ts";

describe("times in links", () => {
  test("are written and read alike", () => {
    expect([timeOf(870), minuteOf("14:30"), timeOf(0), minuteOf("23:59")]).toEqual(["14:30", 870, "00:00", 1439]);
  });

  test.each([
    ["Asia/Kathmandu", "2026-11-26"],
    ["America/St_Johns", "2026-11-01"],
    ["America/St_Johns", "2026-03-08"],
    ["Australia/Lord_Howe", "2026-04-05"],
    ["Australia/Lord_Howe", "2026-10-04"],
    ["Africa/Cairo", "2026-04-24"],
  ])(
    "every quarter of an hour in %s on %s comes back as the same instant, also the one that the clock shows twice",
    (zone, date) => {
      for (const instant of gridStarts(15, dayInterval(date, zone), zone)) {
        const wall = wallTimeOf(instant, zone);
        expect(askedSlot(wall.date, wall, 60, zone)).toEqual({ start: instant, end: instant + 3_600_000 });
      }
    },
  );
});
