import type { Interval } from "@working-social/kernel";
import { intersect } from "@working-social/kernel";
import type { Lane, Level } from "../lane.ts";
import { placeOf } from "../place.ts";

const fullPx = 28;

/**
 * The free units of a pool through its open hours: a band that is as high as units are free, so that it reads without
 * colour. The number of the asked time stands under the name.
 */
export function PoolBar({ lane, scale }: { lane: Lane; scale: Interval }) {
  const levels = lane.levels.flatMap((level) => lane.open.flatMap((open) => cut(level, open)));
  const all = lane.resource.units.length;
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      {lane.open.map((open) => (
        <span key={open.start} style={placeOf(open, scale)} className="absolute bottom-5 h-px bg-third" />
      ))}
      {levels.map((level) => (
        <span
          key={level.start}
          style={{
            ...placeOf(level, scale),
            height: `${Math.max(level.free > 0 ? 2 : 0, (level.free / all) * fullPx)}px`,
          }}
          className="absolute bottom-5 bg-third/35 forced-colors:bg-[GrayText]"
        />
      ))}
    </div>
  );
}

function cut(level: Level, open: Interval): Level[] {
  const span = intersect(level, open);
  return span ? [{ ...span, free: level.free }] : [];
}
