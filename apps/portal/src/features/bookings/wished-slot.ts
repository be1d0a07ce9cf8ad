import { addDays, fromLocal, instantsOf, shift, toLocal, type EpochMs, type Interval } from "@working-social/kernel";

/** A slot as people type it: on the location's wall clock. */
export interface WishedTimes {
  date: string;
  /** 14:00 */
  from: string;
  to: string;
  /** The day of `to` where the clock alone doesn't tell it; null: the same day, or after midnight the next. */
  endDate: string | null;
  /**
   * The slot that these began with, or last made. An end whose text still says the same is that very instant: a clock can't say
   * which of two 01:15 of an autumn night is meant, nor a second, and what nobody typed must not move.
   */
  known: Interval | null;
}

const minuteMs = 60_000;
/** Until before from means after midnight, as long as it is not more than half a day: beyond that one has to say the day. */
const longestOvernightMinutes = 720;

export function timesOf(slot: Interval, zone: string): WishedTimes {
  const [start, end] = [toLocal(slot.start, zone), toLocal(slot.end, zone)];
  const texts = { date: start.date, from: clock(start.minute), to: clock(end.minute), endDate: null, known: slot };
  return dayOfEnd(texts) === end.date ? texts : { ...texts, endDate: end.date };
}

/** The day on which it ends; null while that can't be told from the clock. */
export function dayOfEnd({ date, from, to, endDate }: WishedTimes): string | null {
  const [fromMinute, toMinute] = [minuteOf(from), minuteOf(to)];
  if (endDate !== null || fromMinute === null || toMinute === null || !isDate(date)) return endDate;
  if (toMinute > fromMinute) return date;
  return toMinute + 1440 - fromMinute <= longestOvernightMinutes ? addDays(date, 1) : null;
}

/** The slot that is meant; null when it would end before it starts, or while a time is incomplete. */
export function slotOf(times: WishedTimes, zone: string): Interval | null {
  const start = startOf(times, zone);
  const endDate = dayOfEnd(times);
  const toMinute = minuteOf(times.to);
  if (start === null || endDate === null || toMinute === null || !isDate(endDate)) return null;
  const known = times.known && shows(times.known.end, endDate, times.to, zone) ? [times.known.end] : [];
  const end = [...known, ...instantsOf(endDate, toMinute, zone)].find((at) => at > start);
  return end === undefined ? null : { start, end };
}

function startOf({ date, from, known }: WishedTimes, zone: string): EpochMs | null {
  const minute = minuteOf(from);
  if (minute === null || !isDate(date)) return null;
  return known && shows(known.start, date, from, zone) ? known.start : fromLocal(date, minute, zone);
}

/** Whether the wall clock shows this at that instant. */
function shows(at: EpochMs, date: string, time: string, zone: string): boolean {
  const local = toLocal(at, zone);
  return local.date === date && clock(local.minute) === time;
}

/** Another start keeps the length, as when one drags a booking. */
export function withStart(times: WishedTimes, change: { date?: string; from?: string }, zone: string): WishedTimes {
  const next = { ...times, ...change };
  const slot = slotOf(times, zone) ?? times.known;
  const start = startOf(next, zone);
  return slot === null || start === null ? next : timesOf({ start, end: start + (slot.end - slot.start) }, zone);
}

/** Another end. */
export function withEnd(times: WishedTimes, change: { endDate?: string; to?: string }, zone: string): WishedTimes {
  const next = { ...times, ...change };
  const slot = slotOf(next, zone);
  return slot === null ? next : { ...next, known: slot };
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

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}
