import { describe, expect, test } from "vitest";
import { isDue } from "./daily-backup.ts";

const NOW = Date.parse("2026-11-30T03:15:00Z");
const at = (hoursAgo: number) => new Date(NOW - hoursAgo * 3_600_000).toISOString();
const made = (hoursAgo: number) => ({ dailySince: at(900), last: { at: at(hoursAgo), bytes: 1 }, failure: null });
const failed = (hoursAgo: number) => ({ ...made(20), failure: { at: at(hoursAgo), reason: "disk full" } });

describe("the next daily backup", () => {
  test.each([
    ["is made when there is none", { ...made(0), last: null }, true],
    ["waits for a day", made(23.9), false],
    ["is made after it", made(24), true],
    ["is made after a clock was ahead and set back: nobody waits until then", made(-9_000), true],
    ["is not made again for a clock that was ahead by minutes", made(-0.1), false],
    ["is tried again an hour after it failed", failed(1), true],
    ["not earlier", failed(0.9), false],
    ["and not only when a failure of the future has passed", failed(-9_000), true],
  ])("%s", (_name, status, expected) => {
    expect(isDue(status, NOW)).toBe(expected);
  });
});
