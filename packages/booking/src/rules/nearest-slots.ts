import type { EpochMs, Interval } from "@working-social/kernel";
import { extend, intersect, subtract } from "@working-social/kernel";
import type { CountedLimit } from "./usage-limits.ts";
import { countUsage, usageRefusals } from "./usage-limits.ts";
import { fitLength, gridMinutes, gridStarts, isOnGrid } from "./grid.ts";
import type { EffectiveLimits } from "./limits.ts";
import { limitsFor } from "./limits.ts";
import { DAY_MINUTES, endAfter, meansDays } from "./local-days.ts";
import { openIntervals } from "./opening-hours.ts";
import type { BookingRequest, BookingSituation, RuleResource } from "./situation.ts";
import { startWindow } from "./start-window.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** No zone has moved its clock further within a day and kept the day. */
const LARGEST_CHANGE_MS = 3 * 3_600_000;

export interface NearestOptions {
  /** How many slots at most. */
  readonly count: number;
  /** How many days to look into both directions; 14 unless told. */
  readonly searchDays?: number;
}

interface Search {
  readonly limits: EffectiveLimits;
  readonly counted: readonly CountedLimit[];
  readonly zone: string;
  readonly now: EpochMs;
  readonly asked: EpochMs;
  /** The slot that begins at an instant: of whole days where the length means days. */
  readonly slotAt: (start: EpochMs) => Interval;
  /** No slot of the length is shorter: days of a clock change are. */
  readonly shortestMs: number;
  readonly lengthMs: number;
  readonly bounds: Interval;
  readonly latestEnd: EpochMs;
}

/**
 * The slots nearest to the asked start that `refuseBooking` accepts and whose claim touches nothing in `busy` (claims of
 * others, their buffers included; the caller leaves out the booking that is being changed). Nearest first, the later of
 * two equally near; starts lie on the grid. They have the asked length, or the nearest one that the limits allow.
 */
export function nearestSlots(
  situation: BookingSituation,
  resource: RuleResource,
  request: BookingRequest,
  busy: readonly Interval[],
  options: NearestOptions,
): Interval[] {
  const search = prepare(situation, resource, request, options);
  if (!search) return [];
  // Our buffers reach into the claims of others as far as theirs into ours: they add up.
  const { bufferAfterMinutes, bufferBeforeMinutes } = search.limits;
  const taken = busy.map((claim) => extend(claim, bufferAfterMinutes, bufferBeforeMinutes));
  const gapsIn = (span: Interval) => subtract(openIntervals(situation, resource.id, span), taken);
  const searchDays = options.searchDays ?? 14;
  let found: Interval[] = [];
  // Rings of growing radius: mostly a day is enough, and what lies outside a ring is farther than all inside it.
  for (const days of [1, 3, 7, searchDays].filter((radius) => radius <= searchDays)) {
    found = slotsWithin(search, gapsIn, days, options.count);
    if (found.length >= options.count) break;
  }
  return found;
}

/** null when no slot can pass, wherever it lies. */
function prepare(
  situation: BookingSituation,
  resource: RuleResource,
  request: BookingRequest,
  options: NearestOptions,
): Search | null {
  const { slot, now } = request;
  const zone = situation.location.timeZone;
  const limits = limitsFor(situation, resource);
  const lengthMinutes = fitLength(limits, (slot.end - slot.start) / MINUTE_MS);
  if (resource.isArchived || limits.forbiddenBy || lengthMinutes === null || options.count < 1) return null;
  const window = startWindow(limits, now, zone);
  const earliest = window.noticed ?? window.notPast;
  const bounds = {
    start: limits.needsApproval ? Math.max(earliest, now + 1) : earliest,
    end: window.latestEnd,
  };
  const counted = countUsage(situation, limits, request.replacesBookingId);
  const lengthMs = lengthMinutes * MINUTE_MS;
  return {
    limits,
    counted,
    zone,
    now,
    asked: slot.start,
    slotAt: (start) => ({ start, end: endAfter(start, lengthMinutes, zone) }),
    shortestMs: meansDays(lengthMinutes) ? lengthMs - LARGEST_CHANGE_MS * (lengthMinutes / DAY_MINUTES) : lengthMs,
    lengthMs,
    bounds,
    latestEnd: window.latestEnd,
  };
}

/** `gapsIn`: open time less what others hold. */
function slotsWithin(search: Search, gapsIn: (span: Interval) => Interval[], days: number, count: number): Interval[] {
  const { asked, lengthMs, shortestMs, bounds, slotAt } = search;
  const starts = intersect(bounds, { start: asked - days * DAY_MS, end: asked + days * DAY_MS + 1 });
  if (!starts) return [];
  const span = { start: starts.start, end: starts.end + 2 * lengthMs - shortestMs };
  const candidates = gapsIn(span)
    .flatMap((gap) =>
      startsIn(search, { start: gap.start, end: Math.min(gap.end - shortestMs + 1, starts.end) }).filter(
        (start) => slotAt(start).end <= gap.end,
      ),
    )
    .sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked) || b - a);
  return firstAllowed(search, candidates, count);
}

/** Starts on the grid; where no rule sets one, the asked start itself is as good. */
function startsIn({ limits, zone, asked }: Search, range: Interval): EpochMs[] {
  if (range.end <= range.start) return [];
  const starts = gridStarts(gridMinutes(limits), range, zone);
  const isExtra =
    limits.granularityMinutes === null &&
    range.start <= asked &&
    asked < range.end &&
    !isOnGrid(gridMinutes(limits), asked, zone);
  return isExtra ? [...starts, asked] : starts;
}

function firstAllowed(
  { counted, now, zone, slotAt, latestEnd }: Search,
  candidates: readonly EpochMs[],
  count: number,
): Interval[] {
  const found: Interval[] = [];
  for (const start of candidates) {
    const slot = slotAt(start);
    if (slot.end <= now || slot.end > latestEnd || usageRefusals(counted, slot, now, zone).length > 0) continue;
    found.push(slot);
    if (found.length === count) break;
  }
  return found;
}
