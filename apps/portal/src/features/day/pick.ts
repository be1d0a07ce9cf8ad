import { fitLength } from "@working-social/booking/rules";
import type { EpochMs, Interval } from "@working-social/kernel";
import { extend, subtract } from "@working-social/kernel";
import type { Lane } from "./lane.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** The last stop that is not after the instant. */
export function stopBefore(lane: Lane, instant: EpochMs): EpochMs {
  return lane.stops.findLast((stop) => stop <= instant) ?? lane.stops[0] ?? instant;
}

/** The first stop that is not before the instant. */
export function stopAfter(lane: Lane, instant: EpochMs): EpochMs {
  return lane.stops.find((stop) => stop >= instant) ?? lane.stops.at(-1) ?? instant;
}

/** The stop nearest to the instant, the earlier of two equally near. */
export function nearestStop(lane: Lane, instant: EpochMs): EpochMs {
  const [before, after] = [stopBefore(lane, instant), stopAfter(lane, instant)];
  return after - instant < instant - before ? after : before;
}

/** The free and open stretches of a lane, with its own buffers kept clear of the claims of others. */
export function freeGaps(lane: Lane): Interval[] {
  const { bufferBeforeMinutes, bufferAfterMinutes } = lane.limits;
  return subtract(
    lane.open,
    lane.busy.map((claim) => extend(claim, bufferAfterMinutes, bufferBeforeMinutes)),
  );
}

/**
 * The slot that a press at `instant` means: it starts on the stop before, lasts as long as asked (or the nearest length
 * that the rules allow), and slides back inside its free stretch where it would run into what follows. Where the stretch
 * is too short it stays where it was pressed, and the rules say why that can't be.
 */
export function slotAround(lane: Lane, instant: EpochMs, minutes: number): Interval {
  const length = fitLength(lane.limits, minutes) ?? minutes;
  const lengthMs = length * MINUTE_MS;
  const start = stopBefore(lane, instant);
  const gap = freeGaps(lane).find((free) => free.start <= instant && instant < free.end);
  const latest = gap ? stopBefore(lane, gap.end - lengthMs) : start;
  const slid = gap && latest >= gap.start && latest < start ? latest : start;
  // A day from midnight is the day, also when the clock makes it an hour shorter or longer.
  const [midnight, nextMidnight] = [lane.stops[0], lane.stops.at(-1)];
  const isWholeDay = length === DAY_MINUTES && slid === midnight && nextMidnight !== undefined;
  return { start: slid, end: isWholeDay ? nextMidnight : slid + lengthMs };
}
