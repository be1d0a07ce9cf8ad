import type { Interval } from "@working-social/kernel";
import { classNames } from "@working-social/ui";
import { hatched } from "../blocks.tsx";
import type { Lane } from "../lane.ts";
import { placeOf } from "../place.ts";

/** A day as a thin strip: closed hatched, taken filled, one's own in the accent, the asked slot outlined. The words are beside it. */
export function DayStrip({ lane, scale, slot, now }: { lane: Lane; scale: Interval; slot: Interval; now: number }) {
  return (
    <span aria-hidden="true" className="time-axis relative block h-4 overflow-hidden rounded-sm border bg-surface">
      {lane.closed.map((span) => (
        <span
          key={span.start}
          style={placeOf(span, scale)}
          className={classNames("absolute inset-y-0 bg-sunk", hatched)}
        />
      ))}
      {lane.busy.map((span) => (
        <span
          key={span.start}
          style={placeOf(span, scale)}
          className="absolute inset-y-0 bg-third/55 forced-colors:bg-[GrayText]"
        />
      ))}
      {lane.bookings
        .filter((booking) => booking.isMine)
        .map((booking) => (
          <span
            key={booking.id}
            style={placeOf(booking, scale)}
            className="absolute inset-y-0 bg-accent forced-colors:bg-[Highlight]"
          />
        ))}
      <span style={placeOf({ start: scale.start, end: now }, scale)} className="absolute inset-y-0 bg-paper/50" />
      <span style={placeOf(slot, scale)} className="absolute inset-y-0 rounded-sm border-2 border-ink" />
    </span>
  );
}
