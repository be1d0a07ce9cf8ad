import { expect, test } from "vitest";
import { fixedClock, formatInstant, parseInstant, systemClock } from "./clock.ts";

test("instants come with an offset or Z and leave in UTC", () => {
  expect(formatInstant(parseInstant("2026-11-26T19:45:00+05:45"))).toBe("2026-11-26T14:00:00.000Z");
  for (const text of ["2026-11-26T14:00:00", "2026-11-26", "tomorrow", ""])
    expect(() => parseInstant(text)).toThrow(RangeError);
});

test("a fixed clock moves only when told", () => {
  const clock = fixedClock("2026-11-26T14:00:00Z");
  expect(clock.now()).toBe(clock.now());
  clock.advanceMinutes(90);
  expect(formatInstant(clock.now())).toBe("2026-11-26T15:30:00.000Z");
  clock.set("2026-01-01T00:00:00Z");
  expect(formatInstant(clock.now())).toBe("2026-01-01T00:00:00.000Z");
});

test("the system's clock goes forward", () => {
  const before = systemClock.now();
  expect(systemClock.now()).toBeGreaterThanOrEqual(before);
});
