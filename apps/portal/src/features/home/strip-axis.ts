import type { DayResource } from "@working-social/booking/schema";
import type { EpochMs } from "@working-social/kernel";

/** The hours that the strip spans. */
export interface Axis {
  start: EpochMs;
  end: EpochMs;
}

const hourMs = 3_600_000;

/** From the first opening to the last closing or booking, in whole hours; null when nothing is open or booked. */
export function openHours(rows: readonly DayResource[]): Axis | null {
  const spans = rows.flatMap(({ open, bookings }) => [...open, ...bookings]);
  if (spans.length === 0) return null;
  const start = Math.min(...spans.map(({ startsAt }) => Date.parse(startsAt)));
  const end = Math.max(...spans.map(({ endsAt }) => Date.parse(endsAt)));
  return { start, end: start + Math.ceil((end - start) / hourMs) * hourMs };
}

/** Every second hour, or every fourth of a long day. */
export function hourMarks({ start, end }: Axis): EpochMs[] {
  const step = (end - start > 14 * hourMs ? 4 : 2) * hourMs;
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);
}

/** Where a span lies on the axis, in percent; what is outside of it is cut off. */
export function placeIn(
  { start, end }: Axis,
  from: EpochMs,
  to: EpochMs,
): { insetInlineStart: string; width?: string } {
  const percent = (at: EpochMs) => ((Math.min(Math.max(at, start), end) - start) / (end - start)) * 100;
  const insetInlineStart = `${percent(from)}%`;
  return to > from ? { insetInlineStart, width: `${percent(to) - percent(from)}%` } : { insetInlineStart };
}
