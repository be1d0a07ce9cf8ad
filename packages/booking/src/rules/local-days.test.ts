import { addDays, dayInterval } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aRequest, aResource, aRule, aSituation, aUsage } from "./builders.ts";
import { countedMinutes, endAfter, meansDays, wholeDays } from "./local-days.ts";
import { nearestSlots } from "./nearest-slots.ts";
import { refuseBooking } from "./refuse-booking.ts";

const HOUR_MS = 3_600_000;

/** Days that are no 24 hours long, and one zone that has none: half of all draws. */
const CHANGES: readonly (readonly [zone: string, date: string, hours: number])[] = [
  ["America/St_Johns", "2026-03-08", 23],
  ["America/St_Johns", "2026-11-01", 25],
  ["Australia/Lord_Howe", "2026-10-04", 23.5],
  ["Australia/Lord_Howe", "2026-04-05", 24.5],
  ["Africa/Cairo", "2026-04-24", 23],
  ["Europe/Berlin", "2026-10-25", 25],
  ["Antarctica/Troll", "2026-03-29", 22],
  ["Asia/Kathmandu", "2026-11-26", 24],
];
const ZONES = [...new Set(CHANGES.map(([zone]) => zone))];
const days = fc.oneof(
  fc.constantFrom(...CHANGES).map(([zone, date]) => ({ zone, date })),
  fc.record({
    zone: fc.constantFrom(...ZONES),
    date: fc.nat({ max: 600 }).map((after) => addDays("2026-01-01", after)),
  }),
);

function slotOfDays(zone: string, date: string, count: number) {
  return { start: dayInterval(date, zone).start, end: dayInterval(addDays(date, count - 1), zone).end };
}

function refusalsOf(zone: string, settings: Parameters<typeof aRule>[0], slot: { start: number; end: number }) {
  const situation = aSituation({ location: { timeZone: zone }, rules: [aRule(settings)] });
  return refuseBooking(situation, aRequest(slot, "2025-12-01T00:00:00Z")).map(({ code }) => code);
}

const ofDays = (count: number) => ({
  granularityMinutes: 1440,
  minLengthMinutes: count * 1440,
  maxLengthMinutes: count * 1440,
  maxMinutesPerDayPerPerson: 1440,
});

test.each(CHANGES)(
  "a day of %s on %s has %s hours, and is a day by every rule of 1,440 minutes",
  (zone, date, hours) => {
    const slot = slotOfDays(zone, date, 1);
    expect([(slot.end - slot.start) / HOUR_MS, wholeDays(slot, zone)]).toEqual([hours, 1]);
    expect(refusalsOf(zone, ofDays(1), slot)).toEqual([]);
  },
);

test("any number of whole local days is as many times 1,440 minutes, wherever and whenever", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 31 }), ({ zone, date }, count) => {
      const slot = slotOfDays(zone, date, count);
      expect(wholeDays(slot, zone)).toBe(count);
      expect(endAfter(slot.start, count * 1440, zone)).toBe(slot.end);
      expect(refusalsOf(zone, ofDays(count), slot)).toEqual([]);
      if (count > 1) expect(refusalsOf(zone, { maxLengthMinutes: (count - 1) * 1440 }, slot)).toEqual(["too_long"]);
      expect(refusalsOf(zone, { minLengthMinutes: (count + 1) * 1440 }, slot)).toEqual(["too_short"]);
    }),
  );
});

test("what is no whole days counts as it passes: not the day's last hour less, nor an hour of the next", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(-30, 30), ({ zone, date }, minutes) => {
      const { start, end } = slotOfDays(zone, date, 1);
      const slot = { start, end: end + minutes * 60_000 };
      const passes = (slot.end - slot.start) / 60_000;
      const codes = refusalsOf(zone, { minLengthMinutes: 1440, maxLengthMinutes: 1440 }, slot);
      expect(codes).toEqual(passes < 1440 ? ["too_short"] : passes > 1440 ? ["too_long"] : []);
    }),
  );
});

describe("a day a day", () => {
  test("means this day: a whole one beside nothing, and beside an hour none", () => {
    for (const [zone, date] of CHANGES) {
      const slot = slotOfDays(zone, date, 1);
      const usage = [aUsage({ start: slot.start, end: slot.start + HOUR_MS }, { resourceId: "room-2" })];
      const situation = aSituation({ location: { timeZone: zone }, rules: [aRule(ofDays(1))], usage });
      const codes = refuseBooking(situation, aRequest(slot, "2025-12-01T00:00:00Z")).map(({ code }) => code);
      expect([zone, codes]).toEqual([zone, ["too_many_minutes_a_day"]]);
    }
  });
});

test("what is offered instead are whole days too, in the week of a clock change", () => {
  for (const [zone, date] of CHANGES) {
    const situation = aSituation({ location: { timeZone: zone }, rules: [aRule(ofDays(1))] });
    const asked = slotOfDays(zone, date, 1);
    const request = aRequest(asked, "2025-12-01T00:00:00Z");
    const busy = [{ start: asked.start + HOUR_MS, end: asked.start + 2 * HOUR_MS }];
    const found = nearestSlots(situation, aResource(), request, busy, { count: 2 });
    const around = [slotOfDays(zone, addDays(date, -1), 1), slotOfDays(zone, addDays(date, 1), 1)];
    expect(found.sort((a, b) => a.start - b.start)).toEqual(around);
    expect(nearestSlots(situation, aResource(), request, [], { count: 1 })).toEqual([asked]);
  }
});

test.each([
  [0, false],
  [-1440, false],
  [60, false],
  [1439, false],
  [1440, true],
  [2160, false],
  [44_640, true],
])("%i minutes are meant as days: %s", (minutes, expected) => {
  expect(meansDays(minutes)).toBe(expected);
});

test("what begins or ends within a day is no whole days, and counts as it passes", () => {
  const [zone, date] = ["America/St_Johns", "2026-11-01"];
  const day = dayInterval(date, zone);
  const [early, late] = [
    { ...day, end: day.end - HOUR_MS },
    { ...day, start: day.start + HOUR_MS },
  ];
  expect([day, early, late].map((slot) => wholeDays(slot, zone))).toEqual([1, null, null]);
  expect([day, early, late].map((slot) => countedMinutes(slot, 1440, zone))).toEqual([1440, 1440, 1440]);
  expect(countedMinutes(day, 60, zone)).toBe(1500);
  expect(countedMinutes({ ...day, end: day.end + HOUR_MS }, 1440, zone)).toBe(1560);
});

test("days from the middle of a day, and anything that is no days, end when their minutes have passed", () => {
  const [zone, date] = ["America/St_Johns", "2026-11-01"];
  const { start, end } = dayInterval(date, zone);
  expect(endAfter(start, 1440, zone)).toBe(end);
  expect(endAfter(start, 1500, zone)).toBe(end);
  expect(endAfter(start + 2 * HOUR_MS, 1440, zone)).toBe(end + HOUR_MS);
  expect(endAfter(start, 60, zone)).toBe(start + HOUR_MS);
});
