import type { EpochMs } from "@working-social/kernel";
import { addDays, dayOf, formatInstant, fromLocal, toLocal } from "@working-social/kernel";
import type { BookingRefusal } from "./refusals.ts";
import { snapStart, snapUp } from "./grid.ts";
import type { EffectiveLimits, WindowLimit } from "./limits.ts";

const MINUTE_MS = 60_000;

/** Between which instants a booking made at `now` may lie. */
export interface StartWindow {
  /** The start of the grid cell that holds now: at 9:07, the hour from 9:00 can still be had. */
  readonly notPast: EpochMs;
  /** The first start with enough notice; null when no rule asks for notice. */
  readonly noticed: EpochMs | null;
  /** By when it has to be over: the end of the window's last day, or the minute that an exact one ends at. */
  readonly latestEnd: EpochMs;
  readonly latestWindow: WindowLimit;
}

/** All bounds on the start, evaluated once for a person, a resource and a moment. */
export function startWindow(limits: EffectiveLimits, now: EpochMs, zone: string): StartWindow {
  const notice = limits.minNoticeMinutes?.value ?? 0;
  const windows = limits.windows
    .map((window) => ({ window, end: endOf(window, now, zone) }))
    .sort((a, b) => a.end - b.end);
  const [first] = windows;
  if (!first) throw new RangeError("Every space has a furthest day.");
  return {
    notPast: snapStart(limits, now, zone),
    noticed: notice > 0 ? now + notice * MINUTE_MS : null,
    latestEnd: first.end,
    latestWindow: first.window,
  };
}

/** The earliest start that neither the clock nor the notice refuses, on the grid. */
export function earliestStart(limits: EffectiveLimits, window: StartWindow, zone: string): EpochMs {
  return window.noticed === null ? window.notPast : snapUp(limits, window.noticed, zone);
}

function endOf(window: WindowLimit, now: EpochMs, zone: string): EpochMs {
  const today = dayOf(now, zone).date;
  if (window.mode === "end_of_day") return fromLocal(addDays(today, window.days), 1440, zone);
  return fromLocal(addDays(today, window.days), toLocal(now, zone).minute, zone);
}

/** Refusals about when the slot lies, seen from now. */
export function startRefusals(
  limits: EffectiveLimits,
  slot: { start: EpochMs; end: EpochMs },
  now: EpochMs,
  zone: string,
): { past: BookingRefusal[]; notice: BookingRefusal[]; window: BookingRefusal[] } {
  const window = startWindow(limits, now, zone);
  const isPast = slot.start < window.notPast || slot.end <= now;
  const isTooSoon = window.noticed !== null && slot.start < window.noticed;
  const isTooFar = slot.end > window.latestEnd;
  return {
    past: isPast ? [{ code: "in_the_past" }] : [],
    notice: isTooSoon ? noticeRefusal(limits, window, zone) : [],
    window: isTooFar ? [windowRefusal(window)] : [],
  };
}

function noticeRefusal(limits: EffectiveLimits, window: StartWindow, zone: string): BookingRefusal[] {
  const notice = limits.minNoticeMinutes;
  if (!notice) return [];
  const earliestStartsAt = formatInstant(earliestStart(limits, window, zone));
  return [{ code: "too_little_notice", noticeMinutes: notice.value, earliestStartsAt, rule: notice.rule }];
}

function windowRefusal({ latestEnd, latestWindow }: StartWindow): BookingRefusal {
  return {
    code: "too_far_ahead",
    windowDays: latestWindow.days,
    latestEndsAt: formatInstant(latestEnd),
    rule: latestWindow.rule,
  };
}
