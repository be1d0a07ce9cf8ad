import { dayInterval } from "@working-social/kernel";
import { expect, test } from "vitest";
import { lanesOf } from "./lane.ts";
import { slotAround } from "./pick.ts";
import { aDay, aRule } from "./testing/a-day.ts";
import { judge } from "./verdict.ts";

const OPEN_ALL_DAY = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute: 0, closesMinute: 1440 }));
const BY_THE_DAY = aRule({ granularityMinutes: 1440, minLengthMinutes: 1440, maxLengthMinutes: 1440 });

test.each([
  ["America/St_Johns", "2026-03-08", 23],
  ["America/St_Johns", "2026-11-01", 25],
  ["Australia/Lord_Howe", "2026-10-04", 23.5],
  ["Asia/Kathmandu", "2026-11-26", 24],
])("what is booked by the day is the whole day, in %s on %s too: %s hours", (zone, date, hours) => {
  const day = aDay({ zone, date, weekly: OPEN_ALL_DAY, rules: [BY_THE_DAY] });
  const [lane] = lanesOf(day);
  if (!lane) throw new Error("The day has a lane.");
  const whole = dayInterval(date, zone);
  const picked = slotAround(lane, whole.start + 9 * 3_600_000, 60);
  expect([picked.start, (picked.end - picked.start) / 3_600_000]).toEqual([whole.start, hours]);
  const asked = { now: whole.start - 86_400_000, moving: null, isForAnother: false };
  expect(judge(day, lane, picked, asked).refusals).toEqual([]);
});
