import type { EpochMs, Interval } from "@working-social/kernel";
import { durationMinutes, formatInstant, subtract } from "@working-social/kernel";
import type { ResourceKind } from "../../shared.ts";
import type { BookingSituation } from "../../rules/index.ts";
import {
  claimSpan,
  creditsOfLines,
  fitLength,
  limitsFor,
  openIntervals,
  quoteBooking,
  snapUp,
} from "../../rules/index.ts";
import type { Occupancy } from "./occupancy.ts";
import { busyTime, freeUnits } from "./occupancy.ts";
import type { FreeNowHit } from "../schema.ts";
import { refusalsFor } from "./vacancy.ts";

/** What one tap books where nothing else is said: an hour in a room, half an hour in a booth, a desk for the day. */
const USUAL_MINUTES: Record<ResourceKind, number> = {
  room: 60,
  booth: 30,
  hot_desk: 480,
  dedicated_desk: 480,
  equipment: 60,
};

const MINUTE_MS = 60_000;
/** Where no rule sets a grid, the lengths that are tried when the usual one does not fit. */
const SHORTER_BY_MINUTES = 15;

/**
 * What a person can have from now on with one tap: free, allowed by every rule, and how long it stays free. The offer
 * starts at the next step of the grid, so that nobody pays for minutes that are gone, and is as long as usual, or as the
 * gap leaves. The minute that runs counts as now.
 */
export function freeNowHit(
  situation: BookingSituation,
  occupancy: Occupancy,
  now: EpochMs,
  today: Interval,
): FreeNowHit | null {
  const { resource } = occupancy;
  const gap = subtract(openIntervals(situation, resource.id, today), busyTime(occupancy)).find(
    (span) => span.start <= now && now < span.end,
  );
  if (!gap) return null;
  const slot = offerIn(situation, occupancy, gap, now);
  if (!slot) return null;
  const { totalMinor, currency, lines } = quoteBooking(situation, resource, slot);
  const claim = claimSpan(limitsFor(situation, resource), slot);
  const [startsAt, endsAt] = [formatInstant(slot.start), formatInstant(slot.end)];
  const offer = { startsAt, endsAt, totalMinor, currency, credits: creditsOfLines(lines) };
  return { resource, freeUnits: freeUnits(occupancy, claim), freeUntil: formatInstant(gap.end), offer };
}

/** The usual length first, then shorter ones: quarter by quarter, what the rules and the neighbours leave. */
function offerIn(situation: BookingSituation, occupancy: Occupancy, gap: Interval, now: EpochMs): Interval | null {
  const { resource } = occupancy;
  const limits = limitsFor(situation, resource);
  const start = snapUp(limits, now - (now % MINUTE_MS), situation.location.timeZone);
  if (start >= gap.end) return null;
  const longest = Math.min(USUAL_MINUTES[resource.kind], durationMinutes({ start, end: gap.end }));
  const step = limits.granularityMinutes?.value ?? SHORTER_BY_MINUTES;
  for (let minutes = Math.floor(longest / step) * step; minutes >= Math.min(step, longest); minutes -= step) {
    const length = fitLength(limits, minutes);
    if (length === null || length > minutes || minutes <= 0) return null;
    const slot = { start, end: start + length * MINUTE_MS };
    if (refusalsFor(situation, occupancy, slot, now).length === 0) return slot;
  }
  return null;
}
