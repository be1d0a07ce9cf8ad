import { describe, expect, test } from "vitest";
import { lanesOf } from "../lane.ts";
import { nearestOnDay } from "./next-slot.ts";
import { aDay } from "../testing/a-day.ts";
import { at, slot } from "../testing/at.ts";

function nearest(day: ReturnType<typeof aDay>, times: string, now = "07:00") {
  const [lane] = lanesOf(day);
  if (!lane) throw new Error("The day has a lane.");
  return nearestOnDay(day, lane, slot(day, times), at(day, now));
}

describe("the nearest slot of the day", () => {
  test("lies beside what is taken, on the same day", () => {
    const day = aDay({ bookings: [["lantern", 840, 960]] });
    expect(nearest(day, "14:00-15:00")).toEqual(slot(day, "13:00-14:00"));
    expect(nearest(day, "15:30-16:30")).toEqual(slot(day, "16:00-17:00"));
  });

  test("is none when the day is full or over", () => {
    expect(nearest(aDay({ bookings: [["lantern", 480, 1140]] }), "14:00-15:00")).toBeNull();
    expect(nearest(aDay(), "14:00-15:00", "18:30")).toBeNull();
  });
});
