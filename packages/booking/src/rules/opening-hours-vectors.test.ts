import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { WeeklyInterval } from "../locations/schema.ts";
import { aLocal, aSituation } from "./builders.ts";
import { openIntervals } from "./opening-hours.ts";

interface Vector {
  id: string;
  value: string;
  from: string;
  to: string;
  open_intervals: [string, string, boolean][];
}

const ZONE = "Europe/Berlin";
const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const folder = process.env["SHARED_DATA_DIR"] ?? "nowhere";
const file = resolve(folder, "opening-hours/vectors.json");
const isPresent = existsSync(file);
if (!isPresent)
  process.stderr.write(`SKIPPED: opening hours against real strings, since ${file} is absent (set SHARED_DATA_DIR).\n`);

/** One part of a rule: weekdays, if any, and times or "off". */
const PART = /(?:((?:[A-Z][a-z](?:-[A-Z][a-z])?,?)+)\s+)?((?:\d\d:\d\d-\d\d:\d\d,?)+|off)/g;

/** Reads the plain subset of OpenStreetMap's opening_hours: weekdays, times, off; ";" replaces a day, "," adds to it. */
function readWeekly(text: string): WeeklyInterval[] {
  let rows: WeeklyInterval[] = [];
  for (const rule of text.replace("24/7", "00:00-24:00").split(";")) {
    [...rule.matchAll(PART)].forEach(([, days, times = ""], index) => {
      const weekdays = days ? days.split(",").filter(Boolean).flatMap(weekdaysOf) : [1, 2, 3, 4, 5, 6, 7];
      if (index === 0) rows = rows.filter((row) => !weekdays.includes(row.weekday));
      const hours = times === "off" ? [] : times.split(",").filter(Boolean).map(minutesOf);
      rows.push(...weekdays.flatMap((weekday) => hours.flatMap((time) => byDate(weekday, time))));
    });
  }
  return rows;
}

function weekdaysOf(range: string): number[] {
  const [from = 0, to = from] = range.split("-").map((day) => DAYS.indexOf(day) + 1);
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from - 1 + i) % 7) + 1);
}

interface Time {
  opensMinute: number;
  closesMinute: number;
}

function minutesOf(time: string): Time {
  const [opensMinute = 0, closes = 0] = time.split("-").map((clock) => {
    const [hours = 0, minutes = 0] = clock.split(":").map(Number);
    return hours * 60 + minutes;
  });
  return { opensMinute, closesMinute: closes <= opensMinute ? closes + 1440 : closes };
}

/** Cut at midnight: in that format a later rule replaces calendar dates, with what reaches into them from the night before. */
function byDate(weekday: number, { opensMinute, closesMinute }: Time): WeeklyInterval[] {
  const first = { weekday, opensMinute, closesMinute: Math.min(closesMinute, 1440) };
  return closesMinute <= 1440
    ? [first]
    : [first, { weekday: (weekday % 7) + 1, opensMinute: 0, closesMinute: closesMinute - 1440 }];
}

const instant = (text: string) => aLocal(text.replace(/ (\d):/, " 0$1:").replace(" ", "T"), ZONE);

describe.skipIf(!isPresent)("plain opening hours from OpenStreetMap's evaluation suite", () => {
  const vectors: Vector[] = isPresent ? JSON.parse(readFileSync(file, "utf8")) : [];

  test("there are vectors", () => expect(vectors.length).toBeGreaterThan(50));

  test.each(vectors.map((vector) => [vector.id, vector.value, vector] as const))("%s %s", (_, __, vector) => {
    const hours = [{ resourceId: null, weekly: readWeekly(vector.value), exceptions: [] }];
    const span = { start: instant(vector.from), end: instant(vector.to) };
    const open = openIntervals(aSituation({ location: { timeZone: ZONE }, hours }), null, span);
    expect(open).toEqual(vector.open_intervals.map(([from, to]) => ({ start: instant(from), end: instant(to) })));
  });
});
