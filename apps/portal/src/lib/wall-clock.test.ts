import fc from "fast-check";
import { expect, it } from "vitest";
import { clockText, clockWords, minuteOf } from "./wall-clock.ts";

it("reads what it writes", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => minuteOf(clockText(minute)) === minute));
  expect(clockText(1530)).toBe("01:30");
  expect(minuteOf("24:00")).toBeNull();
  expect(minuteOf("")).toBeNull();
});

it("says the end of a day as such, and minutes past it as the next day's", () => {
  expect([0, 540, 1440, 1530].map(clockWords)).toEqual(["00:00", "09:00", "24:00", "01:30"]);
});
