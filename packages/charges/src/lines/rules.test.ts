import { parseInstant } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import { billedOf, lineItem, ONE, productOfKind, serviceDays, usageDays } from "./rules.ts";

const span = (start: string, end: string) => ({ start: parseInstant(start), end: parseInstant(end) });

describe("the days of a line are those of the location's clock, half-open", () => {
  test.each([
    // 23:15 to 00:45 in Kathmandu is 17:30 to 19:00 by UTC.
    ["over midnight", "2026-12-10T17:30:00Z", "2026-12-10T19:00:00Z", "Asia/Kathmandu", "2026-12-10", "2026-12-12"],
    ["until midnight", "2026-12-10T17:30:00Z", "2026-12-10T18:15:00Z", "Asia/Kathmandu", "2026-12-10", "2026-12-11"],
    [
      "the night of an hour more",
      "2026-11-01T04:00:00Z",
      "2026-11-02T05:00:00Z",
      "America/Havana",
      "2026-11-01",
      "2026-11-02",
    ],
    ["of a moment", "2026-12-10T17:30:00Z", "2026-12-10T17:30:00Z", "Asia/Kathmandu", "2026-12-10", "2026-12-11"],
  ])("%s", (_, start, end, zone, from, until) => {
    expect(serviceDays(span(start, end), zone)).toEqual({ from, until });
  });

  test.each([
    ["room_minutes", 90, "2026-12-12"],
    ["room_minutes", 45, "2026-12-11"],
    ["day_passes", 3, "2026-12-13"],
    ["mono_pages", 30, "2026-12-11"],
  ] as const)("%s, %d of them from 23:15 on", (unit, quantity, until) => {
    const at = parseInstant("2026-12-10T17:30:00Z");
    expect(usageDays({ unit, quantity, at }, "Asia/Kathmandu")).toEqual({ from: "2026-12-10", until });
  });
});

test.each([
  ["room", "room_time"],
  ["booth", "room_time"],
  ["hot_desk", "desk_time"],
  ["dedicated_desk", "desk_time"],
  ["equipment", "equipment_time"],
])("time at a %s is sold as %s", (kind, product) => {
  expect(productOfKind(kind)).toBe(product);
});

test("what was sold is counted in the unit of its credits, by UN/ECE Recommendation 20", () => {
  expect(billedOf({ unit: "room_minutes", quantity: 90 })).toEqual({ quantity: 90, unitCode: "MIN" });
  expect(billedOf({ unit: "day_passes", quantity: 2 })).toEqual({ quantity: 2, unitCode: "DAY" });
  expect(billedOf({ unit: "mono_pages", quantity: 12 })).toEqual({ quantity: 12, unitCode: "C62" });
  expect(billedOf({ unit: "mono_pages", quantity: 0 })).toEqual(ONE);
});

test("data of another code is refused where it is read", () => {
  expect(lineItem("booking", { resourceName: "Lantern" })).toEqual({
    code: "booking",
    data: { resourceName: "Lantern" },
  });
  expect(() => lineItem("print", { resourceName: "Lantern" })).toThrow(/sides/);
});
