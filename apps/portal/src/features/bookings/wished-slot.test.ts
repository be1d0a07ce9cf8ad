import { describe, expect, it } from "vitest";
import { slotOf, timesOf, withStart } from "./wished-slot.ts";

const zone = "Australia/Lord_Howe"; // Half an hour of daylight saving: 02:00 becomes 02:30 on 4 October 2026.
const times = { date: "2026-11-26", from: "14:00", to: "15:30" };

describe("slotOf", () => {
  it("reads the wall clock of the location, and timesOf writes it back", () => {
    const slot = slotOf(times, zone);
    expect(slot).toEqual({ start: Date.parse("2026-11-26T03:00:00Z"), end: Date.parse("2026-11-26T04:30:00Z") });
    expect(slot && timesOf(slot, zone)).toEqual(times);
  });

  it("ends on the next day after midnight, but not half a day later", () => {
    const late = slotOf({ ...times, from: "22:00", to: "01:00" }, zone);
    expect(late && late.end - late.start).toBe(3 * 3_600_000);
    expect(slotOf({ ...times, from: "15:30", to: "14:00" }, zone)).toBeNull();
    expect(slotOf({ ...times, from: "14:00", to: "14:00" }, zone)).toBeNull();
  });

  it("is nothing while a time is incomplete", () => {
    expect(slotOf({ ...times, from: "" }, zone)).toBeNull();
    expect(slotOf({ ...times, date: "" }, zone)).toBeNull();
  });
});

describe("withStart", () => {
  it("keeps the length", () => {
    expect(withStart(times, "16:15", zone)).toEqual({ ...times, from: "16:15", to: "17:45" });
  });

  it("keeps the length in hours that pass, across a change of the clock", () => {
    const morning = { date: "2026-10-04", from: "00:30", to: "01:30" };
    expect(withStart(morning, "01:30", zone)).toEqual({ ...morning, from: "01:30", to: "03:00" });
  });
});
