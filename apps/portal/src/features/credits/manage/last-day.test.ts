import { parseInstant } from "@working-social/kernel";
import { expect, it } from "vitest";
import { formatIn } from "../../../lib/format.ts";
import { lastDayText } from "./last-day.ts";

it("names the last day on the wall of the space, with the year only when it is another one", () => {
  const kathmandu = formatIn("Asia/Kathmandu");
  const now = parseInstant("2026-11-25T09:00:00Z");
  // Midnight in Kathmandu is 18:15 UTC.
  expect(lastDayText("2026-11-30T18:15:00.000Z", kathmandu, now)).toBe("Mon 30 Nov");
  expect(lastDayText("2026-12-31T18:15:00.000Z", kathmandu, now)).toBe("Thu 31 Dec");
  expect(lastDayText("2027-11-30T18:15:00.000Z", kathmandu, now)).toBe("Tue 30 Nov 2027");
});
