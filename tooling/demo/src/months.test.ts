import { expect, test } from "vitest";
import type { EpochMs } from "@working-social/kernel";
import { parseInstant, toLocal } from "@working-social/kernel";
import { emptyDiary } from "./diary.ts";
import { daysBack, monthsAround } from "./months.ts";
import type { Print } from "./prints.ts";
import { printsOf } from "./prints.ts";

const ZONE = "America/New_York";
const HOUR_MS = 3_600_000;

/** Every 37 hours of two years, and the first minutes of each month: the demo is loaded whenever somebody likes. */
function moments(): EpochMs[] {
  const from = parseInstant("2026-01-01T05:00:00Z");
  const usual = Array.from({ length: 480 }, (_, index) => from + index * 37 * HOUR_MS);
  return [...usual, ...usual.map((at) => monthsAround(at, ZONE).lived[2].start + 60_000)];
}

test("the months follow one another, and what is behind is this month and over", () => {
  for (const now of moments()) {
    const { lived, next, behind, recent } = monthsAround(now, ZONE);
    const [first, last, current] = lived;
    expect([first.end, last.end, current.end]).toEqual([last.start, current.start, next.start]);
    expect(now >= current.start && now < current.end).toBe(true);
    const today = toLocal(now, ZONE).date;
    expect(behind.every((date) => date < today && date.startsWith(today.slice(0, 7)))).toBe(true);
    // The stories name the days of a month by their number, up to here.
    expect(Math.min(first.workingDays.length, last.workingDays.length)).toBeGreaterThan(17);
    expect(recent.length).toBeGreaterThan(17);
  }
});

test("days are tried from so far back to the earlier ones, then the later ones", () => {
  const days = ["2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"];
  expect(daysBack(days, 2)).toEqual(["2026-11-04", "2026-11-03", "2026-11-02", "2026-11-05"]);
  expect(daysBack(days, 9)).toEqual(days);
  expect(daysBack([], 3)).toEqual([]);
});

test("nothing is printed tomorrow, and Ana always has 20 colour pages left when 30 wait for her", () => {
  for (const now of moments()) {
    const months = monthsAround(now, ZONE);
    const prints = printsOf(now, months, ZONE);
    expect(prints.every(({ at }) => at >= months.lived[0].start && at <= now)).toBe(true);
    const ofAna = prints.filter((print) => print.mailbox === "ana" && print.colour === "colour");
    const inMonth = (print: Print) => print.at >= months.lived[2].start;
    const printed = ofAna.filter((print) => !print.isWaiting && inMonth(print));
    expect(printed.reduce((sum, print) => sum + print.sides, 0)).toBe(10);
    const waiting = ofAna.filter(({ isWaiting }) => isWaiting);
    expect(waiting.map(({ sides }) => sides)).toEqual([30]);
    expect(waiting.every((print) => inMonth(print) && printed.every(({ at }) => at <= print.at))).toBe(true);
  }
});

test("a name is taken so many times at once, and free again afterwards", () => {
  const diary = emptyDiary();
  const names = new Map([["desks", 2]]);
  expect([1, 2, 3].map(() => diary.take({ start: 0, end: 10 }, names))).toEqual([true, true, false]);
  expect(diary.take({ start: 10, end: 20 }, names)).toBe(true);
});
