import { expect, test } from "vitest";
import { addMonths, firstDay, lastDayOf, monthName, monthOf } from "./months.ts";

test("months count over the year, in both directions", () => {
  expect(addMonths("2026-11", 1)).toBe("2026-12");
  expect(addMonths("2026-12", 1)).toBe("2027-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(addMonths("2026-03", -15)).toBe("2024-12");
});

test("a month has its days, February too", () => {
  expect([firstDay("2026-11"), lastDayOf("2026-11")]).toEqual(["2026-11-01", "2026-11-30"]);
  expect(lastDayOf("2028-02")).toBe("2028-02-29");
  expect(monthName("2026-11")).toBe("November 2026");
});

test("which month it is depends on where the clock hangs", () => {
  const at = Date.parse("2026-11-30T20:00:00Z");
  expect(monthOf(at, "Asia/Kathmandu")).toBe("2026-12");
  expect(monthOf(at, "America/New_York")).toBe("2026-11");
});
