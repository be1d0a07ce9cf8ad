import { expect, it } from "vitest";
import { firstOfNextMonth } from "./next-month.ts";

it("is the first of the month after, also over the end of a year", () => {
  expect(firstOfNextMonth("2026-11-30")).toBe("2026-12-01");
  expect(firstOfNextMonth("2026-09-01")).toBe("2026-10-01");
  expect(firstOfNextMonth("2026-12-31")).toBe("2027-01-01");
});
