import type { EpochMs, Interval, LocalDate } from "@working-social/kernel";
import { fromLocal, toLocal } from "@working-social/kernel";

const MINUTE_MS = 60_000;

/** A time as links carry it: what the wall clock shows, and whether it is the second time that day that it does. */
export interface WallTime {
  /** "14:00" */
  readonly time: string;
  readonly isSecond: boolean;
}

/** Minutes after midnight of "14:30". */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** "14:30" of 870 minutes. */
export function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** The slot that starts when the wall clock shows `time` on `date`, and lasts that many elapsed minutes. */
export function askedSlot(date: LocalDate, wall: WallTime, minutes: number, zone: string): Interval {
  const first = fromLocal(date, minuteOf(wall.time), zone);
  const start = wall.isSecond ? (secondTime(first, zone) ?? first) : first;
  return { start, end: start + minutes * MINUTE_MS };
}

/** The way back: how a link writes this instant. */
export function wallTimeOf(instant: EpochMs, zone: string): WallTime & { date: LocalDate } {
  const { date, minute } = toLocal(instant, zone);
  return { date, time: timeOf(minute), isSecond: fromLocal(date, minute, zone) !== instant };
}

/** When clocks go back, the same wall-clock time comes again after the next transition's shift. */
function secondTime(first: EpochMs, zone: string): EpochMs | null {
  const zoned = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone);
  const later = zoned.toPlainDateTime().toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
  return later === first ? null : later;
}
