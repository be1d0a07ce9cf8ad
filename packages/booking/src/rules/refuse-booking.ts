import type { EpochMs, Interval } from "@working-social/kernel";
import { contains, daysTouched, formatInstant, overlaps } from "@working-social/kernel";
import type { BookingRefusal } from "./refusals.ts";
import { fitsGrid } from "./grid.ts";
import type { EffectiveLimits } from "./limits.ts";
import { limitsFor } from "./limits.ts";
import { countedMinutes } from "./local-days.ts";
import { exceptionReason, openIntervals } from "./opening-hours.ts";
import type { BookingRequest, BookingSituation } from "./situation.ts";
import { startRefusals } from "./start-window.ts";
import { countUsage, usageRefusals } from "./usage-limits.ts";

const DAY_MS = 86_400_000;

/**
 * Every rule that the request breaks, each code at most once, in a stable order: the resource, the person, the time,
 * the length, how far ahead, how much already. Empty: the rules allow it. Whether somebody else has the time is not
 * decided here but by the database.
 */
export function refuseBooking(situation: BookingSituation, request: BookingRequest): BookingRefusal[] {
  const { resource, slot, now } = request;
  const zone = situation.location.timeZone;
  const limits = limitsFor(situation, resource);
  const { past, notice, window } = startRefusals(limits, slot, now, zone);
  return [
    ...(resource.isArchived ? [{ code: "resource_archived" } as const] : []),
    ...(limits.forbiddenBy ? [{ code: "not_for_you", rule: limits.forbiddenBy } as const] : []),
    ...past,
    ...approvalRefusal(limits, slot.start, now),
    ...hoursRefusal(situation, request),
    ...lengthRefusals(limits, slot, zone),
    ...gridRefusal(limits, slot, zone),
    ...notice,
    ...window,
    ...usageRefusals(countUsage(situation, limits, request.replacesBookingId), slot, now, zone),
  ];
}

/** What has begun can't wait for an answer: a request ends by itself when its time begins. */
function approvalRefusal(limits: EffectiveLimits, start: EpochMs, now: EpochMs): BookingRefusal[] {
  const { approvalRule } = limits;
  return approvalRule && start <= now ? [{ code: "too_late_for_approval", rule: approvalRule }] : [];
}

/**
 * What even staff can't override: there is nothing to book. Staff who book for others may go past every other rule,
 * since rules say what members may do by themselves.
 */
export function isPhysical(refusal: BookingRefusal): boolean {
  return refusal.code === "resource_archived" || refusal.code === "slot_taken";
}

/**
 * What stops staff who book for somebody: what is physical, and the limits of every space, which catch mistyped dates.
 * Asked without the rules, since the stricter limit of a rule would stand before that of the space.
 */
export function refuseForStaff(situation: BookingSituation, request: BookingRequest): BookingRefusal[] {
  return refuseBooking({ ...situation, rules: [] }, request).filter(
    (refusal) => isPhysical(refusal) || refusal.code === "too_long" || refusal.code === "too_far_ahead",
  );
}

/** Also says when it would be open: the open intervals that touch the days of the slot, whole. */
function hoursRefusal(situation: BookingSituation, { resource, slot }: BookingRequest): BookingRefusal[] {
  if (openIntervals(situation, resource.id, slot).some((open) => contains(open, slot))) return [];
  const isLocationOpen = openIntervals(situation, null, slot).some((open) => contains(open, slot));
  const days = daysTouched(slot, situation.location.timeZone);
  const around = { start: slot.start - 2 * DAY_MS, end: slot.end + 2 * DAY_MS };
  const open = openIntervals(situation, resource.id, around).filter((span) => days.some((day) => overlaps(span, day)));
  const reasons = days.flatMap((day) => exceptionReason(situation, resource.id, day.date) ?? []);
  return [
    {
      code: "closed",
      whose: isLocationOpen ? "resource" : "location",
      open: open.map((span) => ({ startsAt: formatInstant(span.start), endsAt: formatInstant(span.end) })),
      reason: reasons[0] ?? null,
    },
  ];
}

function lengthRefusals(limits: EffectiveLimits, slot: Interval, zone: string): BookingRefusal[] {
  const minutesFor = ({ value }: { value: number }) => countedMinutes(slot, value, zone);
  const { minLengthMinutes: shortest, maxLengthMinutes: longest } = limits;
  const refusals: BookingRefusal[] = [];
  if (shortest && minutesFor(shortest) < shortest.value)
    refusals.push({ code: "too_short", minMinutes: shortest.value, rule: shortest.rule });
  if (minutesFor(longest) > longest.value)
    refusals.push({ code: "too_long", maxMinutes: longest.value, rule: longest.rule });
  return refusals;
}

function gridRefusal(limits: EffectiveLimits, slot: Interval, zone: string): BookingRefusal[] {
  const grid = limits.granularityMinutes;
  if (!grid || fitsGrid(grid.value, slot, zone)) return [];
  return [{ code: "off_grid", granularityMinutes: grid.value, rule: grid.rule }];
}
