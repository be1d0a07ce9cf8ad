import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseInstant } from "./clock.ts";
import { clockReaches, stretchesOf } from "./wall-clock.ts";
import { isTimeZone, toLocal } from "./zone.ts";

const MINUTE_MS = 60_000;
const folder = process.env["SHARED_DATA_DIR"] ?? "nowhere";
const file = resolve(folder, "timezones/transitions_tricky_1990_2037.csv");
const isPresent = existsSync(file);
if (!isPresent)
  process.stderr.write(`SKIPPED: zones against the real transitions, since ${file} is absent (set SHARED_DATA_DIR).\n`);

/** Governments change the law: what the file foretells for later years differs from newer editions of the tz database (Morocco). */
const KNOWN_UNTIL = parseInstant("2027-01-01T00:00:00Z");

interface Transition {
  zone: string;
  at: number;
  before: number;
  after: number;
}

function readTransitions(): Transition[] {
  const [, ...rows] = readFileSync(file, "utf8").trim().split(/\r?\n/);
  return rows.flatMap((row) => {
    const [zone, utc, before, after] = row.split(",");
    if (!zone || !utc || !isTimeZone(zone)) return [];
    const at = parseInstant(utc);
    return at >= KNOWN_UNTIL ? [] : [{ zone, at, before: Number(before) * 1000, after: Number(after) * 1000 }];
  });
}

/** Minutes of the wall clock since 1970, as if it were UTC. */
function clockMinutes(instant: number, zone: string): number {
  const { date, minute } = toLocal(instant, zone);
  return parseInstant(`${date}T00:00:00Z`) / MINUTE_MS + minute;
}

describe.skipIf(!isPresent)("35 tricky zones, every transition from 1990 to 2026", () => {
  const transitions = isPresent ? readTransitions() : [];

  test("the wall clock before and after", () => {
    expect(transitions.length).toBeGreaterThan(1500);
    const wrong = transitions.filter(
      ({ zone, at, before, after }) =>
        clockMinutes(at, zone) !== (at + after) / MINUTE_MS ||
        clockMinutes(at - MINUTE_MS, zone) !== (at - MINUTE_MS + before) / MINUTE_MS,
    );
    expect(wrong).toEqual([]);
  });

  test("a change of offset cuts a stretch", () => {
    const wrong = transitions.filter(({ zone, at, before, after }) => {
      if (before === after) return false;
      return !stretchesOf({ start: at - 60 * MINUTE_MS, end: at + 60 * MINUTE_MS }, zone).some(
        (stretch) => stretch.start === at,
      );
    });
    expect(wrong).toEqual([]);
  });

  test("every minute that a gap skips is reached at its end", () => {
    for (const { zone, at, before, after } of transitions) {
      if (after <= before || after - before > 3 * 3_600_000) continue;
      const skipped = new Date(at + before + Math.floor((after - before) / 2)).toISOString();
      const minute = Number(skipped.slice(11, 13)) * 60 + Number(skipped.slice(14, 16));
      expect(clockReaches(skipped.slice(0, 10), minute, zone), `${zone} ${skipped}`).toBe(at);
    }
  });
});
