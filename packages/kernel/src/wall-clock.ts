import type { EpochMs } from "./clock.ts";
import type { Interval } from "./interval.ts";
import type { LocalDate } from "./zone.ts";
import { memoize } from "./memoize.ts";
import { addDays, dayInterval, fromLocal, toLocal } from "./zone.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A local day with its name: its instants are those of `dayInterval(date)`. */
export interface LocalDay extends Interval {
  readonly date: LocalDate;
}

/** A piece of one local day in which the wall clock runs evenly: no transition inside, and no midnight. */
export interface Stretch extends LocalDay {
  /** What the wall clock shows at its start, in minutes after local midnight. */
  readonly minute: number;
}

/**
 * The first instant at which the wall clock of `zone` shows `minute` after midnight of `date`, or a later time: what
 * "opens at 02:30" means. It differs from `fromLocal` only for a time that DST skips: then it is the end of the gap,
 * not the gap moved forward, since nobody who looks at a clock that jumped from 02:00 to 03:00 waits until 03:30.
 */
export function clockReaches(date: LocalDate, minute: number, zone: string): EpochMs {
  return rememberedReach(date, minute, zone);
}

const rememberedReach = memoize(20_000, (date: LocalDate, minute: number, zone: string): EpochMs => {
  const instant = fromLocal(date, minute, zone);
  const days = Math.floor(minute / 1440);
  const shown = toLocal(instant, zone);
  if (shown.minute === minute - days * 1440 && shown.date === (days === 0 ? date : addDays(date, days))) return instant;
  const after = Temporal.Instant.fromEpochMilliseconds(instant + 1).toZonedDateTimeISO(zone);
  return after.getTimeZoneTransition("previous")?.epochMilliseconds ?? instant;
});

/**
 * The local day that an instant belongs to. Where the clock goes back across midnight (St. John's until 2011: 00:01 to
 * 23:01), the hour that shows the old date again belongs to the new day, so that days are always disjoint.
 */
export function dayOf(instant: EpochMs, zone: string): LocalDay {
  const { date } = toLocal(instant, zone);
  const day = dayInterval(date, zone);
  return instant < day.end ? { date, ...day } : dayOf(day.end, zone);
}

/** The local days that share an instant with the span, in order; never a day that the zone skipped. */
export function daysTouched(span: Interval, zone: string): LocalDay[] {
  const days: LocalDay[] = [];
  for (let at = span.start; at < span.end;) {
    const day = dayOf(at, zone);
    days.push(day);
    at = day.end;
  }
  return days;
}

/** The span cut wherever the wall clock shows midnight and at the zone's transitions, in order. */
export function stretchesOf(span: Interval, zone: string): Stretch[] {
  return daysTouched(span, zone).flatMap((day) =>
    piecesOf(day, zone).flatMap(({ start, end }) => {
      const from = Math.max(start, span.start);
      const to = Math.min(end, span.end);
      return from < to ? [{ date: day.date, start: from, end: to, minute: minuteAt(from, start, zone) }] : [];
    }),
  );
}

function minuteAt(from: EpochMs, pieceStart: EpochMs, zone: string): number {
  return toLocal(pieceStart, zone).minute + (from - pieceStart) / MINUTE_MS;
}

/** A day of exactly 24 hours has no transition: no zone has had two on one day that cancel out since 1970. */
function piecesOf(day: LocalDay, zone: string): Interval[] {
  if (day.end - day.start === DAY_MS) return [day];
  const pieces: Interval[] = [];
  for (let start = day.start; start < day.end;) {
    const at = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
    const midnight = start + (1440 - toLocal(start, zone).minute) * MINUTE_MS;
    const end = Math.min(at.getTimeZoneTransition("next")?.epochMilliseconds ?? day.end, midnight, day.end);
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}
