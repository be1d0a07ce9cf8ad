import type { DayResource, TimelineBooking } from "@working-social/booking/schema";
import type { EpochMs } from "@working-social/kernel";

/** What somebody at the desk needs to know of a room: how it is now, until when, and what comes next. */
export interface NowAndNext {
  state: "free" | "busy" | "closed";
  /** When the state ends: the end of the booking, the next booking, closing, or opening; null: not today. */
  until: string | null;
  /** The booking that is on now; a pool has several, so none is named. */
  current: TimelineBooking | null;
  next: TimelineBooking | null;
  /** Units free now; 1 or 0 for a room. */
  freeUnits: number;
}

/** How a resource is at a moment of the day that the view is about. */
export function nowAndNext({ resource, open, busy, bookings, freeUnits }: DayResource, now: EpochMs): NowAndNext {
  const isAt = (span: { startsAt: string; endsAt: string }) =>
    Date.parse(span.startsAt) <= now && now < Date.parse(span.endsAt);
  const isAhead = ({ startsAt }: { startsAt: string }) => Date.parse(startsAt) > now;
  const openSpan = open.find(isAt);
  const taken = busy.find(isAt);
  const isPool = resource.units.length > 1 && resource.allocation === "one_unit";
  const current = isPool ? null : (bookings.find(isAt) ?? null);
  const next = earliest(bookings.filter(isAhead));
  const free = isPool ? unitsAt(freeUnits, now, resource.units.length) : taken ? 0 : 1;
  if (!openSpan && !current)
    return { state: "closed", until: earliest(open.filter(isAhead))?.startsAt ?? null, current, next, freeUnits: 0 };
  if (current || taken)
    return { state: "busy", until: current?.endsAt ?? taken?.endsAt ?? null, current, next, freeUnits: free };
  const nextBusy = earliest(busy.filter(isAhead));
  return { state: "free", until: earlier(nextBusy?.startsAt, openSpan?.endsAt), current, next, freeUnits: free };
}

function earliest<Span extends { startsAt: string }>(spans: readonly Span[]): Span | null {
  return [...spans].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0] ?? null;
}

function earlier(a: string | undefined, b: string | undefined): string | null {
  if (a === undefined || b === undefined) return a ?? b ?? null;
  return Date.parse(a) < Date.parse(b) ? a : b;
}

/** The last change of the free units before now; before the first one, all are free. */
function unitsAt(changes: DayResource["freeUnits"], now: EpochMs, all: number): number {
  return changes.filter(({ startsAt }) => Date.parse(startsAt) <= now).at(-1)?.free ?? all;
}
