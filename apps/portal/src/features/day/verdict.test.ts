import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lanesOf } from "./lane.ts";
import { slotAround } from "./pick.ts";
import { aDay, aRule } from "./testing/a-day.ts";
import { at, slot } from "./testing/at.ts";
import { judge } from "./verdict.ts";

function judged(day: ReturnType<typeof aDay>, times: string, movingId: string | null = null, isForAnother = false) {
  const [lane] = lanesOf(day);
  if (!lane) throw new Error("The day has a lane.");
  const moving = lane.bookings.find((booking) => booking.id === movingId) ?? null;
  return judge(day, lane, slot(day, times), { now: at(day, "07:00"), moving, isForAnother }).refusals.map(
    (refusal) => refusal.code,
  );
}

describe("the verdict on a slot", () => {
  test("is clear where nothing speaks against it", () => {
    expect(judged(aDay(), "14:00-15:30")).toEqual([]);
  });

  test("bookings that touch do not overlap", () => {
    const day = aDay({ bookings: [["lantern", 840, 900]] });
    expect(judged(day, "13:00-14:00")).toEqual([]);
    expect(judged(day, "15:00-16:00")).toEqual([]);
    expect(judged(day, "14:30-15:30")).toEqual(["slot_taken"]);
  });

  test("buffers keep their distance", () => {
    const day = aDay({ bookings: [["lantern", 840, 900]], rules: [aRule({ bufferAfterMinutes: 15 })] });
    expect(judged(day, "13:00-14:00")).toEqual(["slot_taken"]);
    expect(judged(day, "12:45-13:45")).toEqual([]);
  });

  test("staff who book for somebody go past the rules of members, never past a booking", () => {
    const day = aDay({ bookings: [["lantern", 840, 900]], rules: [aRule({ mayBook: false })] });
    expect(judged(day, "10:00-11:00")).toEqual(["not_for_you"]);
    expect(judged(day, "10:00-11:00", null, true)).toEqual([]);
    expect(judged(day, "03:00-04:00", null, true)).toEqual([]);
    expect(judged(day, "14:30-15:30", null, true)).toEqual(["slot_taken"]);
  });

  test("one's own booking is not in the way of its own move", () => {
    const day = aDay({ bookings: [["lantern", 840, 900, { isMine: true }]] });
    expect(judged(day, "14:30-15:30")).toEqual(["slot_taken"]);
    expect(judged(day, "14:30-15:30", "booking-0")).toEqual([]);
  });

  test("what can't be helped comes before what can", () => {
    const day = aDay({ rules: [aRule({ mayBook: false, minLengthMinutes: 60 })] });
    expect(judged(day, "20:00-20:15")).toEqual(["not_for_you", "closed", "too_short"]);
  });

  test("a press inside a free stretch that is long enough is never refused", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 480, max: 1139 }),
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 33, max: 70 }),
        fc.integer({ min: 1, max: 4 }),
        (minute, quarters, bookedQuarter, bookedQuarters) => {
          const day = aDay({ bookings: [["lantern", bookedQuarter * 15, (bookedQuarter + bookedQuarters) * 15]] });
          const [lane] = lanesOf(day);
          if (!lane) return;
          const instant = at(day, "00:00") + minute * 60_000;
          const gap = [...lane.open]
            .flatMap((open) => [
              { start: open.start, end: lane.busy[0]?.start ?? open.end },
              { start: lane.busy[0]?.end ?? open.end, end: open.end },
            ])
            .find((free) => free.start <= instant && instant < free.end);
          fc.pre(gap !== undefined && gap.end - gap.start >= quarters * 15 * 60_000);
          const picked = slotAround(lane, instant, quarters * 15);
          expect(
            judge(day, lane, picked, { now: at(day, "07:00"), moving: null, isForAnother: false }).refusals,
          ).toEqual([]);
          expect(picked.start <= instant && instant < picked.end).toBe(true);
        },
      ),
    );
  });
});
