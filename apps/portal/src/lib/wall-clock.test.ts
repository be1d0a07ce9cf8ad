import fc from "fast-check";
import { expect, it } from "vitest";
import { clockText, minuteOf } from "./wall-clock.ts";

it("reads what it writes", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => minuteOf(clockText(minute)) === minute));
  expect(clockText(1530)).toBe("01:30");
  expect(minuteOf("24:00")).toBeNull();
  expect(minuteOf("")).toBeNull();
});
