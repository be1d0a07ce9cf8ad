import { expect, it } from "vitest";
import { bestUnit, type DurationUnit } from "./duration.ts";

const all: DurationUnit[] = ["minutes", "hours", "days"];

it.each([
  [null, "minutes"],
  [0, "minutes"],
  [15, "minutes"],
  [90, "minutes"],
  [120, "hours"],
  [1440, "days"],
  [1500, "hours"],
  [43_200, "days"],
])("shows %s minutes in %s", (minutes, unit) => {
  expect(bestUnit(minutes, all)).toBe(unit);
});

it("keeps to the units that a field has", () => {
  expect(bestUnit(1440, ["minutes", "hours"])).toBe("hours");
});
