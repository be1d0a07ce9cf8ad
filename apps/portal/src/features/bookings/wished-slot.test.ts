import { parseInstant, type Interval } from "@working-social/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfEnd, moved, resized, slotOf, timesOf, withEnd, withStart } from "./wished-slot.ts";

const zone = "Australia/Lord_Howe"; // Half an hour of daylight saving: 02:00 becomes 02:30 on 4 October 2026.
const times = { date: "2026-11-26", from: "14:00", to: "15:30", endDate: null, known: null };
const between = (start: string, end: string): Interval => ({ start: parseInstant(start), end: parseInstant(end) });
const hours = (slot: Interval | null) => slot && (slot.end - slot.start) / 3_600_000;

const zones = ["Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "UTC"];
/** Around each change of the clock in those zones, and on common days: any minute, from one minute to 40 days. */
const anySlot = fc
  .record({
    day: fc.constantFrom(
      "2026-03-28",
      "2026-10-24",
      "2026-10-03",
      "2026-04-04",
      "2026-11-01",
      "2011-12-29",
      "2026-06-01",
    ),
    minute: fc.integer({ min: 0, max: 3 * 1440 }),
    length: fc.oneof(fc.integer({ min: 1, max: 40 * 1440 }), fc.constantFrom(1440, 1380, 1500, 1920, 2880, 720, 721)),
    second: fc.constantFrom(0, 0, 0, 17_000),
  })
  .map(({ day, minute, length, second }): Interval => {
    const start = Date.parse(`${day}T00:00:00Z`) + minute * 60_000 + second;
    return { start, end: start + length * 60_000 };
  });

describe("a form that nobody types into", () => {
  it("holds the very slot that it began with, whatever the clock can say", () => {
    fc.assert(
      fc.property(anySlot, fc.constantFrom(...zones), (slot, at) => {
        expect(slotOf(timesOf(slot, at), at)).toEqual(slot);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ["of 32 hours", between("2026-11-24T08:00Z", "2026-11-25T16:00Z"), "Europe/London"],
    ["at the second 01:15 of the autumn night", between("2026-10-25T01:15Z", "2026-10-25T01:45Z"), "Europe/London"],
    ["over midnight, for 13 hours", between("2026-11-24T20:00Z", "2026-11-25T09:00Z"), "Europe/London"],
    ["of exactly 24 hours", between("2026-11-24T14:00Z", "2026-11-25T14:00Z"), "Europe/London"],
    ["until midnight", between("2026-11-24T14:00Z", "2026-11-25T00:00Z"), "Europe/London"],
    ["that spans a date its zone skipped", between("2011-12-30T08:00Z", "2011-12-30T12:00Z"), "Pacific/Apia"],
  ])("keeps a booking %s", (_what, slot, at) => {
    expect(slotOf(timesOf(slot, at), at)).toEqual(slot);
  });
});

describe("what is typed at one place leaves the rest", () => {
  it("a time typed anew, and then back, is the slot again", () => {
    fc.assert(
      fc.property(anySlot, fc.constantFrom(...zones), (slot, at) => {
        const before = timesOf(slot, at);
        const emptied = withEnd(before, { to: "" }, at);
        expect(slotOf(emptied, at)).toBeNull();
        expect(slotOf(withEnd(emptied, { to: before.to }, at), at)).toEqual(slot);
        const without = withStart(before, { from: "" }, at);
        expect(slotOf(withStart(without, { from: before.from }, at), at)).toEqual(slot);
      }),
    );
  });

  it("another day or start keeps the length", () => {
    const gap = (at: string, date: string) => at === "Pacific/Apia" && date.startsWith("2011-12-3");
    fc.assert(
      fc.property(anySlot, fc.constantFrom(...zones), fc.constantFrom("2026-02-11", "2026-08-19"), (slot, at, date) => {
        fc.pre(!gap(at, date));
        const next = slotOf(withStart(timesOf(slot, at), { date }, at), at);
        expect(hours(next)).toBe(hours(slot));
      }),
    );
  });

  it("a shorter end of a long booking stays on its day, and the day can be said", () => {
    const long = timesOf(between("2026-11-24T08:00Z", "2026-11-25T16:00Z"), "Europe/London");
    expect(long).toMatchObject({ date: "2026-11-24", from: "08:00", to: "16:00", endDate: "2026-11-25" });
    expect(hours(slotOf(withEnd(long, { to: "10:00" }, "Europe/London"), "Europe/London"))).toBe(26);
    expect(hours(slotOf(withEnd(long, { endDate: "2026-11-24" }, "Europe/London"), "Europe/London"))).toBe(8);
    expect(slotOf(withEnd(long, { endDate: "2026-11-23" }, "Europe/London"), "Europe/London")).toBeNull();
  });

  it("an end that the clock shows twice is the one after the start", () => {
    const second = timesOf(between("2026-10-25T01:15Z", "2026-10-25T01:45Z"), "Europe/London");
    const shorter = slotOf(withEnd(second, { to: "01:30" }, "Europe/London"), "Europe/London");
    expect(shorter).toEqual(between("2026-10-25T01:15Z", "2026-10-25T01:30Z"));
  });
});

describe("slotOf", () => {
  it("reads the wall clock of the location, and timesOf writes it back", () => {
    const slot = slotOf(times, zone);
    expect(slot).toEqual({ start: Date.parse("2026-11-26T03:00:00Z"), end: Date.parse("2026-11-26T04:30:00Z") });
    expect(slot && timesOf(slot, zone)).toEqual({ ...times, known: slot });
  });

  it("ends on the next day after midnight, but half a day later only when one says so", () => {
    expect(hours(slotOf({ ...times, from: "22:00", to: "01:00" }, zone))).toBe(3);
    expect(dayOfEnd({ ...times, from: "22:00", to: "01:00" })).toBe("2026-11-27");
    expect(slotOf({ ...times, from: "15:30", to: "14:00" }, zone)).toBeNull();
    expect(slotOf({ ...times, from: "14:00", to: "14:00" }, zone)).toBeNull();
    expect(hours(slotOf({ ...times, to: "14:00", endDate: "2026-11-27" }, zone))).toBe(24);
  });

  it("is nothing while a time is incomplete", () => {
    expect(slotOf({ ...times, from: "" }, zone)).toBeNull();
    expect(slotOf({ ...times, date: "" }, zone)).toBeNull();
  });
});

describe("withStart", () => {
  it("keeps the length", () => {
    expect(withStart(times, { from: "16:15" }, zone)).toMatchObject({
      ...times,
      from: "16:15",
      to: "17:45",
      known: {},
    });
  });

  it("keeps the length in hours that pass, across a change of the clock", () => {
    const morning = { ...times, date: "2026-10-04", from: "00:30", to: "01:30" };
    expect(withStart(morning, { from: "01:30" }, zone)).toMatchObject({ from: "01:30", to: "03:00" });
  });
});

it("earlier, later, longer, shorter work on the slot, not on its texts", () => {
  const second = between("2026-10-25T01:15Z", "2026-10-25T01:45Z");
  const nudged = [moved(second, -30), moved(second, 30), resized(second, 30), resized(second, -60)];
  for (const slot of nudged) expect(slotOf(timesOf(slot, "Europe/London"), "Europe/London")).toEqual(slot);
  expect(nudged[3]).toEqual(second);
});
