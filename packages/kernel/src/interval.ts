import type { EpochMs } from "./clock.ts";

/** A half-open span of time [start, end): touching intervals do not overlap. */
export interface Interval {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

const MINUTE_MS = 60_000;

/** Throws RangeError unless end is after start. */
export function interval(start: EpochMs, end: EpochMs): Interval {
  if (!(end > start)) throw new RangeError("An interval ends after it starts.");
  return { start, end };
}

/** The one definition of overlap; claims_never_overlap in the database says the same. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the whole of `inner` lies in `outer`. */
export function contains(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function intersect(a: Interval, b: Interval): Interval | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return end > start ? { start, end } : null;
}

export function durationMinutes(span: Interval): number {
  return (span.end - span.start) / MINUTE_MS;
}

/** Moves both ends by whole minutes of elapsed time. */
export function shift(span: Interval, minutes: number): Interval {
  return { start: span.start + minutes * MINUTE_MS, end: span.end + minutes * MINUTE_MS };
}

/** Adds time before and after, such as the buffers of a booking. */
export function extend(span: Interval, beforeMinutes: number, afterMinutes: number): Interval {
  return { start: span.start - beforeMinutes * MINUTE_MS, end: span.end + afterMinutes * MINUTE_MS };
}

/** Sorted, disjoint and not touching: the same instants as the input. */
export function merge(spans: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

/** The instants of `from` that are in none of `taken`, sorted and disjoint. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const busy = merge(taken);
  return merge(from).flatMap((span) => subtractOne(span, busy));
}

function subtractOne(span: Interval, busy: readonly Interval[]): Interval[] {
  const free: Interval[] = [];
  let start = span.start;
  for (const hole of busy) {
    if (hole.start >= span.end) break;
    if (hole.start > start) free.push({ start, end: hole.start });
    start = Math.max(start, hole.end);
  }
  if (start < span.end) free.push({ start, end: span.end });
  return free;
}

/** The instants that are in both lists, sorted and disjoint. */
export function intersectAll(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const right = merge(b);
  return merge(a).flatMap((left) => right.flatMap((span) => intersect(left, span) ?? []));
}
