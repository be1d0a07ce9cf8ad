import type { DayView } from "@working-social/booking/schema";
import { gridStarts } from "@working-social/booking/rules";
import type { EpochMs, Interval } from "@working-social/kernel";
import { contains, fromLocal, intersect, parseInstant, toLocal } from "@working-social/kernel";

/** The stretch of a day that the timeline shows. Its axis is elapsed time, so DST days are exact. */
export interface DayScale extends Interval {
  readonly zone: string;
}

export interface HourMark {
  readonly instant: EpochMs;
  /** What the wall clock shows there, 0–23. */
  readonly hour: number;
}

const HOUR_MS = 3_600_000;
const SHORTEST_MS = 8 * HOUR_MS;
const USUAL_MINUTES = { from: 8 * 60, to: 18 * 60 };

/** The wire's span as the code's interval. */
export function spanOf(span: { startsAt: string; endsAt: string }): Interval {
  return { start: parseInstant(span.startsAt), end: parseInstant(span.endsAt) };
}

/**
 * From the first opening to the last closing of any resource, whole hours, with an hour of closed time after it so that
 * closing is seen; wider where bookings lie outside, or where what is asked starts outside. Never beyond the day.
 */
export function dayScale(day: DayView, asked: Interval | null): DayScale {
  const zone = day.location.timeZone;
  const whole = spanOf(day);
  const usual = {
    start: fromLocal(day.date, USUAL_MINUTES.from, zone),
    end: fromLocal(day.date, USUAL_MINUTES.to, zone),
  };
  const inDay = day.resources.flatMap((row) =>
    [...row.open, ...row.bookings].flatMap((span) => intersect(spanOf(span), whole) ?? []),
  );
  const { start, end } = inDay.length > 0 ? around(inDay) : usual;
  const scale = wholeHours({ start, end: Math.max(end + HOUR_MS, start + SHORTEST_MS) }, whole, zone);
  if (!asked || contains(scale, { start: asked.start, end: asked.start })) return { ...scale, zone };
  const askedStart = intersect({ start: asked.start, end: asked.start + HOUR_MS }, whole);
  return { ...wholeHours(around(askedStart ? [scale, askedStart] : [scale]), whole, zone), zone };
}

function around(spans: readonly Interval[]): Interval {
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
}

function wholeHours(span: Interval, whole: Interval, zone: string): Interval {
  const hours = [...gridStarts(60, whole, zone), whole.end];
  const start = hours.findLast((hour) => hour <= span.start) ?? whole.start;
  const end = hours.find((hour) => hour >= span.end) ?? whole.end;
  return { start, end };
}

/** Where an instant lies on the scale, 0 to 1; outside values are clamped. */
export function shareOf(scale: Interval, instant: EpochMs): number {
  return Math.min(1, Math.max(0, (instant - scale.start) / (scale.end - scale.start)));
}

/** The instant at a share of the scale. */
export function instantAt(scale: Interval, share: number): EpochMs {
  return scale.start + Math.min(1, Math.max(0, share)) * (scale.end - scale.start);
}

/** The hours of the wall clock within the scale, its end included. */
export function hourMarks(scale: DayScale): HourMark[] {
  return gridStarts(60, { start: scale.start, end: scale.end + 1 }, scale.zone).map((instant) => ({
    instant,
    hour: Math.floor(toLocal(instant, scale.zone).minute / 60),
  }));
}

/** Whether the label of a mark is shown: every second hour, and on long days every third. */
export function isLabelled(mark: HourMark, scale: Interval): boolean {
  const hours = (scale.end - scale.start) / HOUR_MS;
  return mark.hour % (hours > 16 ? 3 : 2) === 0;
}
