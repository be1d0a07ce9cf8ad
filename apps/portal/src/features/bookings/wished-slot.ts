import { addDays, fromLocal, shift, toLocal, type EpochMs, type Interval } from "@working-social/kernel";

/** A slot as people type it: on the location's wall clock. */
export interface WishedTimes {
  date: string;
  /** 14:00 */
  from: string;
  to: string;
}

const minuteMs = 60_000;
/** Until before from means after midnight, as long as it is not more than half a day: beyond that it is a slip. */
const longestOvernightMinutes = 720;

export function timesOf(slot: Interval, zone: string): WishedTimes {
  const start = toLocal(slot.start, zone);
  return { date: start.date, from: clock(start.minute), to: clock(toLocal(slot.end, zone).minute) };
}

/** The slot that is meant; null when it would end before it starts, or while a time is incomplete. */
export function slotOf({ date, from, to }: WishedTimes, zone: string): Interval | null {
  const fromMinute = minuteOf(from);
  const toMinute = minuteOf(to);
  if (fromMinute === null || toMinute === null || !/^\d{4}-\d\d-\d\d$/.test(date)) return null;
  const isOvernight = toMinute <= fromMinute;
  if (isOvernight && toMinute + 1440 - fromMinute > longestOvernightMinutes) return null;
  const start = fromLocal(date, fromMinute, zone);
  const end = fromLocal(isOvernight ? addDays(date, 1) : date, toMinute, zone);
  return end > start ? { start, end } : null;
}

/** Another start keeps the length, as when one drags a booking. */
export function withStart(times: WishedTimes, from: string, zone: string): WishedTimes {
  const slot = slotOf(times, zone);
  const fromMinute = minuteOf(from);
  if (slot === null || fromMinute === null) return { ...times, from };
  const start = fromLocal(times.date, fromMinute, zone);
  return { ...times, from, to: clock(toLocal(start + (slot.end - slot.start), zone).minute) };
}

export function moved(slot: Interval, minutes: number): Interval {
  return shift(slot, minutes);
}

export function resized(slot: Interval, minutes: number): Interval {
  const end: EpochMs = slot.end + minutes * minuteMs;
  return end > slot.start ? { start: slot.start, end } : slot;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
