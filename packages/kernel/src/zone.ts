import type { EpochMs } from "./clock.ts";
import type { Interval } from "./interval.ts";
import { memoize } from "./memoize.ts";

/** A calendar date in some zone, ISO 8601: 2026-11-26. */
export type LocalDate = string;

/** A wall-clock moment in a zone. */
export interface LocalTime {
  readonly date: LocalDate;
  /** Minutes after local midnight by the clock on the wall (0–1439), whatever DST did that day. */
  readonly minute: number;
  /** ISO: 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
}

/** Whether the runtime knows this IANA name; offsets such as +02:00 and abbreviations are not zones. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What the wall clock in `zone` shows at `instant`. */
export function toLocal(instant: EpochMs, zone: string): LocalTime {
  return rememberedLocal(instant, zone);
}

/** A search asks it of the same slot for each resource, rule and rate. */
const rememberedLocal = memoize(5_000, (instant: EpochMs, zone: string): LocalTime => {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return Object.freeze({
    date: local.toPlainDate().toString(),
    minute: local.hour * 60 + local.minute,
    weekday: local.dayOfWeek,
  });
});

/**
 * The instant at which the wall clock of `zone` shows `minute` after midnight of `date`; `minute` may pass 1440.
 * A time that DST skips moves forward by the gap; one that happens twice is the first (RFC 5545, section 3.3.5).
 */
export function fromLocal(date: LocalDate, minute: number, zone: string): EpochMs {
  return rememberedInstant(date, minute, zone);
}

const rememberedInstant = memoize(
  5_000,
  (date: LocalDate, minute: number, zone: string): EpochMs =>
    plainTime(date, minute).toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds,
);

function plainTime(date: LocalDate, minute: number): Temporal.PlainDateTime {
  const days = Math.floor(minute / 1440);
  const inDay = minute - days * 1440;
  const day = days === 0 ? Temporal.PlainDate.from(date) : Temporal.PlainDate.from(date).add({ days });
  return day.toPlainDateTime({ hour: Math.floor(inDay / 60), minute: inDay % 60 });
}

/** Every instant that `fromLocal` could mean, in order: two where the clock is put back over that time, otherwise one. */
export function instantsOf(date: LocalDate, minute: number, zone: string): EpochMs[] {
  const first = fromLocal(date, minute, zone);
  const last = plainTime(date, minute).toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
  return first === last ? [first] : [first, last];
}

/** The local day as an interval: 23, 24, 25 hours, or what the zone does; from its first instant to the next day's. */
export function dayInterval(date: LocalDate, zone: string): Interval {
  return rememberedDay(date, zone);
}

const rememberedDay = memoize(5_000, (date: LocalDate, zone: string): Interval => {
  const day = Temporal.PlainDate.from(date);
  return Object.freeze({ start: startOfDay(day, zone), end: startOfDay(day.add({ days: 1 }), zone) });
});

function startOfDay(day: Temporal.PlainDate, zone: string): EpochMs {
  return day.toZonedDateTime(zone).epochMilliseconds;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return rememberedDate(date, days);
}

const rememberedDate = memoize(5_000, (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString(),
);

export function weekdayOf(date: LocalDate): number {
  return rememberedWeekday(date);
}

const rememberedWeekday = memoize(5_000, (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek);
