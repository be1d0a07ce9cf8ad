import { expect, test } from "vitest";
import { dayName, lastDay, monthBefore, monthOfLot } from "./credit-days.ts";

const now = Date.parse("2026-11-25T09:00:00Z");
const zone = "Asia/Kathmandu";

test("what ends at midnight can be used on the day before it, by the clock where the space is", () => {
  expect(lastDay("2026-11-30T18:15:00.000Z", zone, now)).toBe("30 November");
  expect(lastDay("2026-11-30T18:15:00.000Z", "America/New_York", now)).toBe("30 November");
  expect(lastDay("2027-02-28T18:15:00.000Z", zone, now)).toBe("28 February 2027");
});

test("a lot of a plan is called by its month, with the year when it is another one", () => {
  expect(monthOfLot({ startsAt: "2026-11-30T18:15:00.000Z" }, zone, now)).toBe("December");
  expect(monthOfLot({ startsAt: "2026-12-31T18:15:00.000Z" }, zone, now)).toBe("January 2027");
  expect(monthOfLot({ startsAt: null }, zone, now)).toBeNull();
  expect(monthBefore("2026-12-31T18:15:00.000Z", zone, now)).toBe("December");
});

test("a day without its year is of this year", () => {
  expect(dayName(now, zone, now)).toBe("25 November");
  expect(dayName(Date.parse("2025-11-25T09:00:00Z"), zone, now)).toBe("25 November 2025");
});
