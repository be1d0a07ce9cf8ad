import { parseInstant } from "@working-social/kernel";
import { describe, expect, test } from "vitest";
import { aLocal, aResource, aRule, aSituation, aSlot } from "./builders.ts";
import { limitsFor } from "./limits.ts";
import { earliestStart, startRefusals, startWindow } from "./start-window.ts";

const ZONE = "Asia/Kathmandu";
const NOW = parseInstant("2026-11-26T09:07:00+05:45");
type Settings = Parameters<typeof aRule>[0];
const limitsOf = (...settings: Settings[]) =>
  limitsFor(
    aSituation({ rules: settings.map((each, i) => aRule(each, { id: `r${i}`, name: `Rule ${i}` })) }),
    aResource(),
  );
const windowOf = (...settings: Settings[]) => startWindow(limitsOf(...settings), NOW, ZONE);
const earliest = (...settings: Settings[]) => earliestStart(limitsOf(...settings), windowOf(...settings), ZONE);

describe("from when", () => {
  test("the cell that holds now, and no notice where none is asked for", () => {
    expect(windowOf({})).toMatchObject({ notPast: aLocal("2026-11-26T09:00"), noticed: null });
    expect(windowOf({ granularityMinutes: 5 }).notPast).toBe(aLocal("2026-11-26T09:05"));
    expect(windowOf({ minNoticeMinutes: 0 }).noticed).toBe(null);
    expect(windowOf({ minNoticeMinutes: 1 }).noticed).toBe(aLocal("2026-11-26T09:08"));
  });

  test.each<[string, Settings, string]>([
    ["without notice, the cell that holds now", {}, "2026-11-26T09:00"],
    ["with none to speak of, the same", { minNoticeMinutes: 0 }, "2026-11-26T09:00"],
    ["after the notice, on the grid", { minNoticeMinutes: 60 }, "2026-11-26T10:15"],
    ["exactly at its end, if that is on the grid", { minNoticeMinutes: 8 }, "2026-11-26T09:15"],
    ["by the rule's own grid", { minNoticeMinutes: 60, granularityMinutes: 120 }, "2026-11-26T12:00"],
  ])("the earliest start: %s", (_, settings, expected) => {
    expect(earliest(settings)).toBe(aLocal(expected));
  });
});

test("until when: of all windows, the one that ends first, whatever their order", () => {
  const day = { windowDays: 1 };
  const exact = { windowDays: 1, windowMode: "exact" as const };
  for (const windows of [
    [day, exact],
    [exact, day],
  ]) {
    const { latestEnd, latestWindow } = windowOf(...windows);
    expect([latestEnd, latestWindow.mode]).toEqual([aLocal("2026-11-27T09:07"), "exact"]);
  }
  expect(windowOf(day)).toMatchObject({ latestEnd: aLocal("2026-11-28T00:00"), latestWindow: { days: 1 } });
  expect(windowOf()).toMatchObject({ latestEnd: aLocal("2028-11-26T00:00"), latestWindow: { days: 730, rule: null } });
});

describe("what is refused, seen from now", () => {
  const refusals = (settings: Settings, from: string, to: string) => {
    const { past, notice, window } = startRefusals(limitsOf(settings), aSlot(from, to), NOW, ZONE);
    return [...past, ...notice, ...window].map(({ code }) => code);
  };
  test.each<[string, Settings, string, string, string[]]>([
    ["from the cell of now on", {}, "2026-11-26T09:00", "2026-11-26T09:08", []],
    ["over at this minute", {}, "2026-11-26T09:00", "2026-11-26T09:07", ["in_the_past"]],
    ["from the cell before", {}, "2026-11-26T08:45", "2026-11-26T10:00", ["in_the_past"]],
    ["a notice of nothing", { minNoticeMinutes: 0 }, "2026-11-26T09:00", "2026-11-26T10:00", []],
    ["exactly the notice", { minNoticeMinutes: 8 }, "2026-11-26T09:15", "2026-11-26T10:00", []],
    ["a minute less", { minNoticeMinutes: 9 }, "2026-11-26T09:15", "2026-11-26T10:00", ["too_little_notice"]],
    ["exactly to the window's end", { windowDays: 0 }, "2026-11-26T23:00", "2026-11-27T00:00", []],
    ["a minute more", { windowDays: 0 }, "2026-11-26T23:00", "2026-11-27T00:01", ["too_far_ahead"]],
  ])("%s", (_, settings, from, to, expected) => {
    expect(refusals(settings, from, to)).toEqual(expected);
  });

  test("says what would do, and whose rule it is", () => {
    const limits = limitsOf({ minNoticeMinutes: 60, windowDays: 0 });
    const rule = { id: "r0", name: "Rule 0" };
    expect(startRefusals(limits, aSlot("2026-11-26T09:30", "2026-11-27T09:30"), NOW, ZONE)).toEqual({
      past: [],
      notice: [{ code: "too_little_notice", noticeMinutes: 60, earliestStartsAt: "2026-11-26T04:30:00.000Z", rule }],
      window: [{ code: "too_far_ahead", windowDays: 0, latestEndsAt: "2026-11-26T18:15:00.000Z", rule }],
    });
  });
});
