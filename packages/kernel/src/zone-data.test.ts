import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parseInstant } from "./clock.ts";
import type { Transition } from "./testing/zone-truths.ts";
import { ZONE_TRUTHS } from "./testing/zone-truths.ts";
import { clockReaches, stretchesOf } from "./wall-clock.ts";
import { isTimeZone, toLocal } from "./zone.ts";

const MINUTE_MS = 60_000;
/** Where somebody else's table of transitions lies beside the repository, it is tried as well. */
const BESIDE = resolve(process.env["SHARED_DATA_DIR"] ?? "nowhere", "timezones/transitions_tricky_1990_2037.csv");

/** Governments change the law: what the file foretells for later years differs from newer editions of the tz database (Morocco). */
const KNOWN_UNTIL = parseInstant("2027-01-01T00:00:00Z");

function readTransitions(): Transition[] {
  const [, ...rows] = readFileSync(BESIDE, "utf8").trim().split(/\r?\n/);
  return rows.flatMap((row) => {
    const [zone, utc, before, after] = row.split(",");
    if (!zone || !utc || !isTimeZone(zone)) return [];
    const at = parseInstant(utc);
    return at >= KNOWN_UNTIL ? [] : [{ zone, at, beforeMs: Number(before) * 1000, afterMs: Number(after) * 1000 }];
  });
}

/** Minutes of the wall clock since 1970, as if it were UTC. */
function clockMinutes(instant: number, zone: string): number {
  const { date, minute } = toLocal(instant, zone);
  return parseInstant(`${date}T00:00:00Z`) / MINUTE_MS + minute;
}

const sources: [name: string, atLeast: number, transitions: readonly Transition[]][] = [
  ["as the laws say", 390, ZONE_TRUTHS],
];
if (existsSync(BESIDE)) sources.push(["of the table beside the repository", 1500, readTransitions()]);

describe.each(sources)("the transitions %s", (_name, atLeast, transitions) => {
  test("the wall clock before and after", () => {
    expect(transitions.length).toBeGreaterThan(atLeast);
    const wrong = transitions.filter(
      ({ zone, at, beforeMs, afterMs }) =>
        clockMinutes(at, zone) !== (at + afterMs) / MINUTE_MS ||
        clockMinutes(at - MINUTE_MS, zone) !== (at - MINUTE_MS + beforeMs) / MINUTE_MS,
    );
    expect(wrong).toEqual([]);
  });

  test("a change of offset cuts a stretch", () => {
    const wrong = transitions.filter(({ zone, at, beforeMs, afterMs }) => {
      if (beforeMs === afterMs) return false;
      return !stretchesOf({ start: at - 60 * MINUTE_MS, end: at + 60 * MINUTE_MS }, zone).some(
        (stretch) => stretch.start === at,
      );
    });
    expect(wrong).toEqual([]);
  });

  test("every minute that a gap skips is reached at its end", () => {
    const gaps = transitions.filter(
      ({ beforeMs, afterMs }) => afterMs > beforeMs && afterMs - beforeMs <= 3 * 3_600_000,
    );
    expect(gaps.length).toBeGreaterThan(atLeast / 4);
    for (const { zone, at, beforeMs, afterMs } of gaps) {
      const skipped = new Date(at + beforeMs + Math.floor((afterMs - beforeMs) / 2)).toISOString();
      const minute = Number(skipped.slice(11, 13)) * 60 + Number(skipped.slice(14, 16));
      expect(clockReaches(skipped.slice(0, 10), minute, zone), `${zone} ${skipped}`).toBe(at);
    }
  });
});
