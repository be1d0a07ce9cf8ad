import { expect, test } from "vitest";
import { shortSpan } from "./place.ts";

test.each([
  ["09:00", "10:30", "9–10:30"],
  ["2:00 PM", "3:30 PM", "2–3:30 PM"],
  ["10:30 AM", "12:00 PM", "10:30 AM–12 PM"],
  ["12:00 AM", "1:00 AM", "12–1 AM"],
])("from %s to %s is %s", (start, end, short) => {
  expect(shortSpan({ start: 0, end: 1 }, { time: (at) => (at === 0 ? start : end) })).toBe(short);
});
