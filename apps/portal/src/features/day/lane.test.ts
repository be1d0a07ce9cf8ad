import { describe, expect, test } from "vitest";
import { freeUnitsDuring, lanesOf } from "./lane.ts";
import { aDay, aResource, aRule, wire } from "./testing/a-day.ts";
import { at, slot } from "./testing/at.ts";

describe("lanes", () => {
  test("stand in the order of kinds, then as the manager sorted them", () => {
    const resources = [
      aResource({ id: "desks", kind: "hot_desk" }),
      aResource({ id: "b", sortOrder: 2 }),
      aResource({ id: "booth", kind: "booth" }),
      aResource({ id: "a", sortOrder: 1 }),
    ];
    expect(lanesOf(aDay({ resources })).map((lane) => lane.resource.id)).toEqual(["a", "b", "booth", "desks"]);
  });

  test("closed is what is not open, from midnight to midnight", () => {
    const day = aDay();
    const [lane] = lanesOf(day);
    expect(lane?.closed).toEqual([slot(day, "00:00-08:00"), slot(day, "19:00-24:00")]);
  });

  test("busy time that no booking explains is kept time", () => {
    const day = aDay({ bookings: [["lantern", 600, 660]] });
    const [row] = day.resources;
    if (!row) throw new Error("The day has a resource.");
    row.busy = [wire(slot(day, "09:45-11:15"))];
    expect(lanesOf(day)[0]?.kept).toEqual([slot(day, "09:45-10:00"), slot(day, "11:00-11:15")]);
  });

  test.each([
    [5, 15],
    [1, 15],
    [10, 10],
    [30, 30],
    [6, 30],
  ])("a granularity of %i minutes gives steps of %i by hand", (granularityMinutes, step) => {
    const day = aDay({ rules: [aRule({ granularityMinutes })] });
    expect(lanesOf(day)[0]?.stepMinutes).toBe(step);
  });

  test("stops lie on the wall clock's quarters, from the first instant of the day to its last", () => {
    const day = aDay();
    const stops = lanesOf(day)[0]?.stops ?? [];
    expect([stops[0], stops.at(-1), stops.length]).toEqual([at(day, "00:00"), at(day, "24:00"), 97]);
  });

  test("a pool tells the fewest units free during a slot", () => {
    const units = [1, 2, 3].map((n) => ({ id: `unit-${n}`, name: String(n) }));
    const day = aDay({ resources: [aResource({ allocation: "one_unit", units })] });
    const [row] = day.resources;
    if (!row) throw new Error("The day has a resource.");
    row.freeUnits = [
      { startsAt: wire(slot(day, "00:00-24:00")).startsAt, free: 3 },
      { startsAt: wire(slot(day, "10:00-24:00")).startsAt, free: 1 },
      { startsAt: wire(slot(day, "12:00-24:00")).startsAt, free: 2 },
    ];
    const [lane] = lanesOf(day);
    if (!lane) throw new Error("The day has a lane.");
    expect(freeUnitsDuring(lane, slot(day, "09:00-11:00"))).toBe(1);
    expect(freeUnitsDuring(lane, slot(day, "08:00-10:00"))).toBe(3);
    expect(lane.isPool).toBe(true);
  });

  test("before the first booking of the day, and on a day without any, all units of a pool stand as free", () => {
    const units = [1, 2, 3].map((n) => ({ id: `unit-${n}`, name: String(n) }));
    const day = aDay({ resources: [aResource({ allocation: "one_unit", units })] });
    const [row] = day.resources;
    if (!row) throw new Error("The day has a resource.");
    expect(lanesOf(day)[0]?.levels).toEqual([{ ...slot(day, "00:00-24:00"), free: 3 }]);
    row.freeUnits = [{ startsAt: wire(slot(day, "10:00-24:00")).startsAt, free: 1 }];
    expect(lanesOf(day)[0]?.levels).toEqual([
      { ...slot(day, "00:00-10:00"), free: 3 },
      { ...slot(day, "10:00-24:00"), free: 1 },
    ]);
  });
});
